/* The network on a canvas: up to 2,000 actors that one can move about, look into and follow. Without it a drawing of
   the pairs with most events stands there, and the table. Drawing is in network-paint.js, hands in network-hands.js. */
(function () {
  "use strict";
  /* Milliseconds of layout before the first picture, and of each frame after it. */
  var BEFORE = 60, CALM = 720, FRAME = 10;

  function start(figure) {
    if (!figure || figure.dataset.live) { return; }
    figure.dataset.live = "yes";
    /* The page asks for it already while its scripts load. */
    fetch(figure.dataset.graph).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.json();
    }).then(function (graph) { live(figure, graph); }).catch(function () { delete figure.dataset.live; });
  }

  /* Nodes with the busiest first, and what belongs to them. */
  function read(graph) {
    var order = graph.nodes.map(function (_, i) { return i; }).sort(function (a, b) { return graph.nodes[b][3] - graph.nodes[a][3] || a - b; });
    var rank = [];
    order.forEach(function (old, now) { rank[old] = now; });
    var links = graph.links.map(function (l) { return [rank[l[0]], rank[l[1]], l[2], l[3], l[4], l[5]]; });
    var longest = order.length > 300 ? 26 : 36, most = order.length ? graph.nodes[order[0]][3] : 1;
    var nodes = order.map(function (old) {
      var n = graph.nodes[old];
      return { name: n[0], standing: n[1], handle: n[2], events: n[3], r: 2.6 + 11.4 * Math.sqrt(n[3] / Math.max(most, 12)), links: [],
        label: n[0].length > longest ? n[0].slice(0, longest - 1).trim() + "…" : n[0] };
    });
    links.forEach(function (link, i) { nodes[link[0]].links.push(i); nodes[link[1]].links.push(i); });
    var ends = new Int32Array(2 * links.length);
    links.forEach(function (link, i) { ends[2 * i] = link[0]; ends[2 * i + 1] = link[1]; });
    return {
      nodes: nodes, links: links, widest: links.reduce(function (m, l) { return Math.max(m, l[2]); }, 1),
      springs: new window.HearsaySprings(nodes.length, ends, nodes.map(function (n) { return 12 * n.events / most; })),
      view: { x: 0, y: 0, k: 1 }, own: false, hover: -1, chosen: -1, width: 0, height: 0
    };
  }

  function fit(net) {
    var left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity, x = net.springs.x, y = net.springs.y;
    net.nodes.forEach(function (node, i) {
      left = Math.min(left, x[i] - node.r); right = Math.max(right, x[i] + node.r);
      top = Math.min(top, y[i] - node.r); bottom = Math.max(bottom, y[i] + node.r);
    });
    net.view.k = Math.min(net.nodes.length < 40 ? 3.2 : 2.2, (net.width - 90) / Math.max(right - left, 1), (net.height - 60) / Math.max(bottom - top, 1));
    net.view.x = net.width / 2 - net.view.k * (left + right) / 2;
    net.view.y = net.height / 2 - net.view.k * (top + bottom) / 2;
  }

  function counted(number, noun) { return number.toLocaleString("en") + " " + noun + (number === 1 ? "" : "s"); }

  function live(figure, graph) {
    var net = read(graph), old = figure.querySelector("svg"), stage = document.createElement("div"), waiting = false;
    net.figure = figure;
    net.stage = stage;
    net.canvas = document.createElement("canvas");
    stage.className = "stage";
    stage.tabIndex = 0;
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", "Network of " + net.nodes.length + " actors; arrow keys move it, plus and minus change its scale; the table below says the same");
    stage.appendChild(net.canvas);
    figure.insertBefore(stage, old);
    old.remove();
    net.paint = new window.HearsayPaint(net);
    net.soon = function () { if (!waiting) { waiting = true; requestAnimationFrame(frame); } };
    net.whole = function () { net.own = false; fit(net); net.soon(); };
    window.HearsayHands(net);
    var count = document.querySelector("[data-count]");
    if (count) { count.textContent = counted(net.nodes.length, "actor") + ", " + counted(net.links.length, "pair"); }

    function size() {
      var box = stage.getBoundingClientRect(), dense = window.devicePixelRatio || 1;
      if (box.width === net.width && box.height === net.height) { return; }
      net.width = box.width;
      net.height = box.height;
      net.canvas.width = Math.round(net.width * dense);
      net.canvas.height = Math.round(net.height * dense);
      if (!net.own) { fit(net); }
      draw();
    }
    function draw() {
      net.paint.draw(net.springs.heat > 0.15 && net.nodes.length > 300);
      if (!figure.dataset.drawn) { figure.dataset.drawn = Math.round(performance.now()); }
    }
    function frame() {
      waiting = false;
      var begin = performance.now(), going = true;
      while (going && performance.now() - begin < FRAME) { going = net.springs.step(); }
      if (going && !net.own) { fit(net); }
      draw();
      if (going) { net.soon(); } else if (!figure.dataset.settled) { figure.dataset.settled = Math.round(performance.now()); }
    }
    function recolour() { net.paint.colour(); net.soon(); }

    new MutationObserver(recolour).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
    /* Whoever wants no motion gets one picture, of a layout that went most of the way. */
    var calm = matchMedia("(prefers-reduced-motion: reduce)").matches, begin = performance.now();
    while (performance.now() - begin < (calm ? CALM : BEFORE) && net.springs.step()) { /* before the first picture */ }
    if (calm) { net.springs.heat = 0; }
    size();
    net.soon();
    new ResizeObserver(size).observe(stage);
  }

  function all() { document.querySelectorAll("figure.net[data-graph]").forEach(start); }
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("htmx:afterSettle", all);
  if (document.readyState !== "loading") { all(); }
})();
