/* The network on a canvas: up to 2,000 actors that one can move about, look into and follow. Without it a drawing of
   the pairs with most events stands there, and the table. */
(function () {
  "use strict";
  var BEFORE = 180, FRAME = 9;

  function start(figure) {
    if (!figure || figure.dataset.live) { return; }
    figure.dataset.live = "yes";
    fetch(figure.dataset.graph, { headers: { Accept: "application/json" } }).then(function (answer) {
      if (!answer.ok) { throw new Error(answer.status); }
      return answer.json();
    }).then(function (graph) { live(figure, graph); }).catch(function () { delete figure.dataset.live; });
  }

  function made(tag, name, parent) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    parent.appendChild(element);
    return element;
  }

  function live(figure, graph) {
    var order = graph.nodes.map(function (_, i) { return i; }).sort(function (a, b) { return graph.nodes[b][3] - graph.nodes[a][3] || a - b; });
    var rank = [];
    order.forEach(function (old, now) { rank[old] = now; });
    var nodes = order.map(function (old) { var n = graph.nodes[old]; return { name: n[0], standing: n[1], handle: n[2], events: n[3] }; });
    var links = graph.links.map(function (l) { return [rank[l[0]], rank[l[1]], l[2], l[3], l[4], l[5]]; });
    var most = nodes.length ? nodes[0].events : 1, widest = links.reduce(function (m, l) { return Math.max(m, l[2]); }, 1);
    nodes.forEach(function (node) {
      node.r = 2.6 + 11.4 * Math.sqrt(node.events / most);
      node.links = [];
      node.label = node.name.length > 26 ? node.name.slice(0, 25) + "…" : node.name;
    });
    links.forEach(function (link, i) { nodes[link[0]].links.push(i); nodes[link[1]].links.push(i); });
    var springs = new window.HearsaySprings(nodes.length, links, nodes.map(function (n) { return 12 * n.events / most; }));

    var old = figure.querySelector("svg"), stage = document.createElement("div");
    stage.className = "stage";
    figure.insertBefore(stage, old);
    old.remove();
    var canvas = made("canvas", "", stage), ink = canvas.getContext("2d"), tip = made("p", "tip", stage);
    var panel = made("aside", "who-panel", stage);
    tip.hidden = panel.hidden = true;
    panel.setAttribute("aria-live", "polite");
    stage.tabIndex = 0;
    stage.setAttribute("role", "region");
    stage.setAttribute("aria-label", "Network of " + nodes.length + " actors; arrow keys move it, plus and minus change its scale; the table below says the same");
    var count = document.querySelector("[data-count]");
    if (count) { count.textContent = nodes.length.toLocaleString("en") + (nodes.length === 1 ? " actor" : " actors") + ", " + links.length.toLocaleString("en") + (links.length === 1 ? " pair" : " pairs"); }

    var view = { x: 0, y: 0, k: 1 }, own = false, hover = -1, chosen = -1, colours = {}, waiting = false, width = 0, height = 0;
    function colour() {
      var style = getComputedStyle(document.documentElement);
      ["ink", "soft", "line", "paper", "blue", "orange"].forEach(function (name) { colours[name] = style.getPropertyValue("--" + name).trim(); });
    }
    function size() {
      var box = stage.getBoundingClientRect(), dense = window.devicePixelRatio || 1;
      width = box.width;
      height = box.height;
      canvas.width = Math.round(width * dense);
      canvas.height = Math.round(height * dense);
      if (!own) { fit(); }
      soon();
    }
    function fit() {
      var left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
      nodes.forEach(function (node, i) {
        left = Math.min(left, springs.x[i] - node.r); right = Math.max(right, springs.x[i] + node.r);
        top = Math.min(top, springs.y[i] - node.r); bottom = Math.max(bottom, springs.y[i] + node.r);
      });
      view.k = Math.min(2.2, (width - 90) / Math.max(right - left, 1), (height - 60) / Math.max(bottom - top, 1));
      view.x = width / 2 - view.k * (left + right) / 2;
      view.y = height / 2 - view.k * (top + bottom) / 2;
    }
    function soon() { if (!waiting) { waiting = true; requestAnimationFrame(frame); } }
    function frame() {
      waiting = false;
      var begin = performance.now(), going = true;
      while (going && performance.now() - begin < FRAME) { going = springs.step(); }
      if (going && !own) { fit(); }
      draw();
      if (going) { soon(); } else if (!figure.dataset.settled) { figure.dataset.settled = Math.round(performance.now()); }
    }

    function near(i) {
      var found = {};
      found[i] = true;
      nodes[i].links.forEach(function (l) { found[links[l][0]] = found[links[l][1]] = true; });
      return found;
    }
    function draw() {
      var dense = window.devicePixelRatio || 1, k = view.k, focus = hover >= 0 ? hover : chosen, lit = focus >= 0 ? near(focus) : null;
      var many = links.length > 500, sx = springs.x, sy = springs.y;
      ink.setTransform(dense, 0, 0, dense, 0, 0);
      ink.clearRect(0, 0, width, height);
      var groups = {};
      links.forEach(function (link) {
        var on = !lit || link[0] === focus || link[1] === focus;
        var tone = link[3] >= link[4] ? "blue" : "orange";
        var bucket = Math.min(4, 1 + Math.floor(4 * Math.sqrt(link[2] / widest)));
        var key = (on ? 1 : 0) + tone + bucket;
        (groups[key] = groups[key] || { on: on, tone: tone, bucket: bucket, links: [] }).links.push(link);
      });
      Object.keys(groups).sort().forEach(function (key) {
        var group = groups[key];
        var bent = !many || (lit && group.on && group.links.length < 150);
        ink.setLineDash(group.tone === "orange" && bent ? [6, 3] : []);
        ink.strokeStyle = colours[group.tone];
        /* A line of one dot is drawn fifty times as fast as a wider one, and a path of few lines faster than of many. */
        ink.lineWidth = bent ? 0.5 + group.bucket * 0.8 : group.bucket < 3 ? 1 / dense : group.bucket - 1.4;
        ink.globalAlpha = !group.on ? 0.05 : lit ? 0.85 : many ? 0.13 + 0.12 * group.bucket : 0.35 + 0.12 * group.bucket;
        var part = bent || group.bucket > 2 ? 8 : 100, drawn = 0;
        ink.beginPath();
        group.links.forEach(function (link) {
          var ax = sx[link[0]] * k + view.x, ay = sy[link[0]] * k + view.y, bx = sx[link[1]] * k + view.x, by = sy[link[1]] * k + view.y;
          if (Math.max(ax, bx) < 0 || Math.min(ax, bx) > width || Math.max(ay, by) < 0 || Math.min(ay, by) > height) { return; }
          ink.moveTo(ax, ay);
          if (bent) { ink.quadraticCurveTo((ax + bx) / 2 + (by - ay) * 0.13, (ay + by) / 2 - (bx - ax) * 0.13, bx, by); }
          else { ink.lineTo(bx, by); }
          drawn += 1;
          if (drawn % part === 0) { ink.stroke(); ink.beginPath(); }
        });
        ink.stroke();
      });
      ink.setLineDash([]);
      if (!many || (lit && nodes[focus].links.length < 150)) { arrows(lit, focus, k); }
      nodes.forEach(function (node, i) {
        var x = sx[i] * k + view.x, y = sy[i] * k + view.y;
        if (x < -20 || y < -20 || x > width + 20 || y > height + 20) { return; }
        ink.globalAlpha = lit && !lit[i] ? 0.18 : 1;
        if (radius(node) > 3) {
          ink.beginPath();
          ink.arc(x, y, radius(node) + 1.2, 0, 7);
          ink.fillStyle = colours.paper;
          ink.fill();
        }
        ink.beginPath();
        ink.arc(x, y, radius(node), 0, 7);
        ink.fillStyle = colours.ink;
        ink.fill();
      });
      write(lit, focus, k);
      ink.globalAlpha = 1;
      if (!figure.dataset.drawn) { figure.dataset.drawn = Math.round(performance.now()); }
    }
    function scale() { return Math.min(1.1, Math.max(0.36, Math.pow(view.k, 0.8))); }
    function radius(node) { return node.r * scale(); }
    function arrows(lit, focus, k) {
      ink.globalAlpha = 0.9;
      links.forEach(function (link) {
        if (lit && link[0] !== focus && link[1] !== focus) { return; }
        var ax = springs.x[link[0]] * k + view.x, ay = springs.y[link[0]] * k + view.y, bx = springs.x[link[1]] * k + view.x, by = springs.y[link[1]] * k + view.y;
        var mx = (ax + bx) / 2 + (by - ay) * 0.13, my = (ay + by) / 2 - (bx - ax) * 0.13;
        var turn = Math.atan2(by - my, bx - mx), off = radius(nodes[link[1]]) + 2, tall = scale() * (5 + 1.5 * Math.sqrt(link[2] / widest));
        var tx = bx - Math.cos(turn) * off, ty = by - Math.sin(turn) * off;
        ink.beginPath();
        ink.moveTo(tx, ty);
        ink.lineTo(tx - tall * Math.cos(turn - 0.42), ty - tall * Math.sin(turn - 0.42));
        ink.lineTo(tx - tall * Math.cos(turn + 0.42), ty - tall * Math.sin(turn + 0.42));
        ink.closePath();
        ink.fillStyle = colours[link[3] >= link[4] ? "blue" : "orange"];
        ink.fill();
      });
    }
    function write(lit, focus, k) {
      var taken = [], written = 0, missed = 0, i;
      for (i = 0; i < Math.min(nodes.length, 400); i += 1) {
        var nx = springs.x[i] * k + view.x, ny = springs.y[i] * k + view.y, nr = radius(nodes[i]);
        if (!lit || lit[i]) { taken.push([nx - nr, ny - nr, nx + nr, ny + nr]); }
      }
      ink.font = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
      ink.textBaseline = "middle";
      for (i = 0; i < nodes.length && written < 70 && missed < 150; i += 1) {
        if (lit && !lit[i]) { continue; }
        var x = springs.x[i] * k + view.x, y = springs.y[i] * k + view.y, r = radius(nodes[i]) + 4;
        if (x < 0 || y < 0 || x > width || y > height) { continue; }
        var name = nodes[i].label;
        var wide = nodes[i].wide = nodes[i].wide || ink.measureText(name).width;
        /* Right of its actor, else left, below or above. */
        var tries = [[x + r, y - 7], [x - r - wide, y - 7], [x - wide / 2, y + r - 1], [x - wide / 2, y - r - 13]].map(function (at) {
          return [at[0], at[1], at[0] + wide, at[1] + 14];
        });
        var box = tries.filter(function (one) {
          return one[0] > 2 && one[2] < width - 2 && !taken.some(function (t) { return one[0] < t[2] && one[2] > t[0] && one[1] < t[3] && one[3] > t[1]; });
        })[0] || (i === focus ? tries[0] : null);
        if (!box) { missed += 1; continue; }
        taken.push(box);
        written += 1;
        ink.textAlign = "left";
        ink.globalAlpha = 0.72;
        ink.fillStyle = colours.paper;
        ink.fillRect(box[0] - 1, box[1], wide + 2, 14);
        ink.globalAlpha = 1;
        ink.fillStyle = colours.ink;
        ink.fillText(name, box[0], box[1] + 7);
      }
    }

    function at(event) {
      var box = canvas.getBoundingClientRect(), px = event.clientX - box.left, py = event.clientY - box.top, best = -1, least = 14 * 14;
      nodes.forEach(function (node, i) {
        var dx = springs.x[i] * view.k + view.x - px, dy = springs.y[i] * view.k + view.y - py, d = dx * dx + dy * dy - Math.pow(radius(node), 2);
        if (d < least) { least = d; best = i; }
      });
      return best;
    }
    function link(text, href, parent) {
      var a = made("a", "", parent);
      a.href = href;
      a.textContent = text;
      return a;
    }
    function asked(changes) {
      var query = new URLSearchParams(figure.dataset.given);
      Object.keys(changes).forEach(function (name) { query.set(name, changes[name]); });
      return "/events?" + query;
    }
    function choose(i) {
      chosen = i;
      panel.hidden = i < 0;
      panel.textContent = "";
      if (i >= 0) {
        var node = nodes[i], close = made("button", "close", panel);
        close.type = "button";
        close.textContent = "×";
        close.setAttribute("aria-label", "Close");
        close.addEventListener("click", function () { choose(-1); });
        var head = made("h3", "", panel), bdi = made("bdi", "", node.handle ? link("", "/actors/" + encodeURIComponent(node.handle), head) : head);
        bdi.textContent = node.name;
        if (node.standing) { made("p", "soft small", panel).textContent = node.standing; }
        [[0, 1, "acts towards"], [1, 0, "is acted on by"]].forEach(function (side) {
          var mine = node.links.filter(function (l) { return links[l][side[0]] === i; }).sort(function (a, b) { return links[b][2] - links[a][2]; });
          if (!mine.length) { return; }
          made("h4", "soft small", panel).textContent = side[2];
          var list = made("ul", "", panel);
          mine.slice(0, 8).forEach(function (l) {
            var other = nodes[links[l][side[1]]], item = made("li", links[l][3] >= links[l][4] ? "cooperation" : "conflict", list);
            var to = link(other.name, asked({ actor: "id:" + nodes[links[l][0]].handle, counterpart: "id:" + nodes[links[l][1]].handle }), item);
            to.title = links[l][3] + " of cooperation, " + links[l][4] + " of conflict, at most " + links[l][5] + " origins";
            made("span", "soft", item).textContent = " " + links[l][2];
          });
          if (mine.length > 8) { made("li", "soft small", list).textContent = "and " + (mine.length - 8) + " more"; }
        });
      }
      soon();
    }

    var held = {}, drag = -1, moved = 0, apart = 0;
    canvas.addEventListener("pointerdown", function (event) {
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      canvas.setPointerCapture(event.pointerId);
      moved = 0;
      apart = 0;
      drag = event.pointerType === "mouse" ? at(event) : -1;
    });
    canvas.addEventListener("pointermove", function (event) {
      var was = held[event.pointerId], ids = Object.keys(held);
      if (!was) {
        var over = at(event);
        if (over !== hover) { hover = over; soon(); }
        canvas.style.cursor = over >= 0 ? "pointer" : "grab";
        tip.hidden = over < 0;
        if (over >= 0) {
          tip.textContent = nodes[over].name + (nodes[over].standing ? " · " + nodes[over].standing : "") + " · " + nodes[over].events + (nodes[over].events === 1 ? " event" : " events");
          var box = canvas.getBoundingClientRect();
          tip.style.left = Math.max(4, Math.min(width - tip.offsetWidth - 4, event.clientX - box.left + 14)) + "px";
          tip.style.top = Math.min(height - tip.offsetHeight - 4, event.clientY - box.top + 14) + "px";
        }
        return;
      }
      var dx = event.clientX - was.x, dy = event.clientY - was.y;
      moved += Math.abs(dx) + Math.abs(dy);
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      if (ids.length === 2) {
        var one = held[ids[0]], two = held[ids[1]], now = Math.hypot(one.x - two.x, one.y - two.y), b = canvas.getBoundingClientRect();
        if (apart) { zoom(now / apart, (one.x + two.x) / 2 - b.left, (one.y + two.y) / 2 - b.top); }
        apart = now;
      } else if (drag >= 0 && moved > 4) {
        springs.fixed = drag;
        springs.x[drag] += dx / view.k;
        springs.y[drag] += dy / view.k;
        springs.heat = Math.max(springs.heat, 0.12);
        own = true;
        soon();
      } else if (drag < 0) {
        view.x += dx;
        view.y += dy;
        own = true;
        soon();
      }
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      canvas.addEventListener(name, function (event) {
        delete held[event.pointerId];
        springs.fixed = -1;
        drag = -1;
        apart = 0;
        if (name === "pointerup" && moved < 6) { choose(at(event)); }
      });
    });
    canvas.addEventListener("pointerleave", function () { tip.hidden = true; if (hover >= 0) { hover = -1; soon(); } });
    canvas.addEventListener("wheel", function (event) {
      event.preventDefault();
      var box = canvas.getBoundingClientRect();
      zoom(Math.pow(1.0018, -event.deltaY * (event.deltaMode ? 18 : 1)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    function zoom(by, px, py) {
      var k = Math.max(0.05, Math.min(8, view.k * by));
      view.x = px - (px - view.x) * k / view.k;
      view.y = py - (py - view.y) * k / view.k;
      view.k = k;
      own = true;
      soon();
    }
    function whole() { own = false; fit(); soon(); }
    var bar = made("div", "zoom", stage);
    [["+", "Closer", function () { zoom(1.5, width / 2, height / 2); }], ["\u2212", "Farther", function () { zoom(1 / 1.5, width / 2, height / 2); }],
      ["\u25ce", "All of it", whole]].forEach(function (button) {
      var b = made("button", "", bar);
      b.type = "button";
      b.textContent = button[0];
      b.title = button[1];
      b.setAttribute("aria-label", button[1]);
      b.addEventListener("click", button[2]);
    });
    var find = made("form", "find", stage), field = made("input", "", find);
    field.type = "search";
    field.placeholder = "find an actor";
    field.setAttribute("aria-label", "Find an actor in the network");
    field.addEventListener("input", function () {
      var words = field.value.trim().toLowerCase();
      hover = words.length < 2 ? -1 : nodes.findIndex(function (n) { return n.name.toLowerCase().indexOf(words) >= 0; });
      soon();
    });
    find.addEventListener("submit", function (event) { event.preventDefault(); if (hover >= 0) { choose(hover); hover = -1; } });
    stage.addEventListener("keydown", function (event) {
      if (event.target === field) { return; }
      var keys = {
        ArrowLeft: function () { view.x += 60; }, ArrowRight: function () { view.x -= 60; }, ArrowUp: function () { view.y += 60; }, ArrowDown: function () { view.y -= 60; },
        "+": function () { zoom(1.4, width / 2, height / 2); }, "=": function () { zoom(1.4, width / 2, height / 2); }, "-": function () { zoom(1 / 1.4, width / 2, height / 2); },
        "0": whole, Escape: function () { choose(-1); }
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); own = own || event.key !== "Escape"; keys[event.key](); soon(); }
    });

    colour();
    new MutationObserver(function () { colour(); soon(); }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", function () { colour(); soon(); });
    var begin = performance.now(), calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? 4 * BEFORE : BEFORE;
    while (performance.now() - begin < calm && springs.step()) { /* most of the way before the first picture */ }
    if (calm !== BEFORE) { springs.heat = 0; }
    size();
    new ResizeObserver(size).observe(stage);
  }

  function all() { document.querySelectorAll("figure.net[data-graph]").forEach(start); }
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("htmx:afterSettle", all);
  if (document.readyState !== "loading") { all(); }
})();
