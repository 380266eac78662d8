/* What one does with a network: point, choose, drag, pinch, wheel, keys, find. `net` is what network.js keeps of it. */
(function () {
  "use strict";

  function made(tag, name, parent) {
    var element = document.createElement(tag);
    if (name) { element.className = name; }
    parent.appendChild(element);
    return element;
  }

  function zoom(net, by, px, py) {
    var view = net.view, k = Math.max(0.05, Math.min(8, view.k * by));
    view.x = px - (px - view.x) * k / view.k;
    view.y = py - (py - view.y) * k / view.k;
    view.k = k;
    net.own = true;
    net.soon();
  }

  /* Who stands where something points, -1 for nobody. */
  function at(net, event) {
    var box = net.canvas.getBoundingClientRect(), px = event.clientX - box.left, py = event.clientY - box.top, best = -1, least = 14 * 14;
    net.nodes.forEach(function (node, i) {
      var dx = net.springs.x[i] * net.view.k + net.view.x - px, dy = net.springs.y[i] * net.view.k + net.view.y - py;
      var d = dx * dx + dy * dy - Math.pow(net.paint.radius(node), 2);
      if (d < least) { least = d; best = i; }
    });
    return best;
  }

  /* A panel beside the network: with whom an actor deals, and how. */
  function panel_of(net) {
    var panel = made("aside", "who-panel", net.stage);
    panel.hidden = true;
    panel.setAttribute("aria-live", "polite");
    function link(text, href, parent) {
      var a = made("a", "", parent);
      a.href = href;
      a.textContent = text;
      return a;
    }
    function asked(changes) {
      var query = new URLSearchParams(net.figure.dataset.given);
      Object.keys(changes).forEach(function (name) { query.set(name, changes[name]); });
      return "/events?" + query;
    }
    function side(i, here, there, words) {
      var links = net.links, nodes = net.nodes;
      var mine = nodes[i].links.filter(function (l) { return links[l][here] === i; }).sort(function (a, b) { return links[b][2] - links[a][2]; });
      if (!mine.length) { return; }
      made("h4", "soft small", panel).textContent = words;
      var list = made("ul", "", panel);
      mine.slice(0, 8).forEach(function (l) {
        var item = made("li", links[l][3] >= links[l][4] ? "cooperation" : "conflict", list);
        var to = link(nodes[links[l][there]].name, asked({ actor: "id:" + nodes[links[l][0]].handle, counterpart: "id:" + nodes[links[l][1]].handle }), item);
        to.title = links[l][3] + " of cooperation, " + links[l][4] + " of conflict, at most " + links[l][5] + " origins";
        made("span", "soft", item).textContent = " " + links[l][2];
      });
      if (mine.length > 8) { made("li", "soft small", list).textContent = "and " + (mine.length - 8) + " more"; }
    }
    net.choose = function (i) {
      net.chosen = i;
      panel.hidden = i < 0;
      panel.textContent = "";
      if (i >= 0) {
        var node = net.nodes[i], close = made("button", "close", panel);
        close.type = "button";
        close.textContent = "×";
        close.setAttribute("aria-label", "Close");
        close.addEventListener("click", function () { net.choose(-1); });
        var head = made("h3", "", panel);
        made("bdi", "", node.handle ? link("", "/actors/" + encodeURIComponent(node.handle), head) : head).textContent = node.name;
        if (node.standing) { made("p", "soft small", panel).textContent = node.standing; }
        side(i, 0, 1, "acts towards");
        side(i, 1, 0, "is acted on by");
      }
      net.soon();
    };
  }

  function pointers(net) {
    var canvas = net.canvas, springs = net.springs, tip = made("p", "tip", net.stage), held = {}, drag = -1, moved = 0, apart = 0;
    tip.hidden = true;
    function point(event) {
      var over = at(net, event);
      if (over !== net.hover) { net.hover = over; net.soon(); }
      canvas.style.cursor = over >= 0 ? "pointer" : "grab";
      tip.hidden = over < 0;
      if (over < 0) { return; }
      var node = net.nodes[over], box = canvas.getBoundingClientRect();
      tip.textContent = node.name + (node.standing ? " · " + node.standing : "") + " · " + node.events + (node.events === 1 ? " event" : " events");
      tip.style.left = Math.max(4, Math.min(net.width - tip.offsetWidth - 4, event.clientX - box.left + 14)) + "px";
      tip.style.top = Math.min(net.height - tip.offsetHeight - 4, event.clientY - box.top + 14) + "px";
    }
    canvas.addEventListener("pointerdown", function (event) {
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      canvas.setPointerCapture(event.pointerId);
      moved = apart = 0;
      drag = event.pointerType === "mouse" ? at(net, event) : -1;
    });
    canvas.addEventListener("pointermove", function (event) {
      var was = held[event.pointerId], ids = Object.keys(held);
      if (!was) { point(event); return; }
      var dx = event.clientX - was.x, dy = event.clientY - was.y;
      moved += Math.abs(dx) + Math.abs(dy);
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      if (ids.length === 2) {
        var one = held[ids[0]], two = held[ids[1]], now = Math.hypot(one.x - two.x, one.y - two.y), box = canvas.getBoundingClientRect();
        if (apart) { zoom(net, now / apart, (one.x + two.x) / 2 - box.left, (one.y + two.y) / 2 - box.top); }
        apart = now;
        return;
      }
      if (drag >= 0 && moved > 4) {
        springs.fixed = drag;
        springs.x[drag] += dx / net.view.k;
        springs.y[drag] += dy / net.view.k;
        springs.heat = Math.max(springs.heat, 0.12);
      } else if (drag < 0) {
        net.view.x += dx;
        net.view.y += dy;
      } else { return; }
      net.own = true;
      net.soon();
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      canvas.addEventListener(name, function (event) {
        delete held[event.pointerId];
        springs.fixed = drag = -1;
        apart = 0;
        if (name === "pointerup" && moved < 6) { net.choose(at(net, event)); }
      });
    });
    canvas.addEventListener("pointerleave", function () { tip.hidden = true; if (net.hover >= 0) { net.hover = -1; net.soon(); } });
    canvas.addEventListener("wheel", function (event) {
      event.preventDefault();
      var box = canvas.getBoundingClientRect();
      zoom(net, Math.pow(1.0018, -event.deltaY * (event.deltaMode ? 18 : 1)), event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
  }

  function buttons(net) {
    var bar = made("div", "zoom", net.stage);
    [["+", "Closer", function () { zoom(net, 1.5, net.width / 2, net.height / 2); }],
      ["\u2212", "Farther", function () { zoom(net, 1 / 1.5, net.width / 2, net.height / 2); }],
      ["\u25ce", "All of it", net.whole]].forEach(function (button) {
      var b = made("button", "", bar);
      b.type = "button";
      b.textContent = button[0];
      b.title = button[1];
      b.setAttribute("aria-label", button[1]);
      b.addEventListener("click", button[2]);
    });
  }

  function finder(net) {
    var find = made("form", "find", net.stage), field = made("input", "", find);
    field.type = "search";
    field.placeholder = "find an actor";
    field.setAttribute("aria-label", "Find an actor in the network");
    field.addEventListener("input", function () {
      var words = field.value.trim().toLowerCase();
      net.hover = words.length < 2 ? -1 : net.nodes.findIndex(function (n) { return n.name.toLowerCase().indexOf(words) >= 0; });
      net.soon();
    });
    find.addEventListener("submit", function (event) { event.preventDefault(); if (net.hover >= 0) { net.choose(net.hover); net.hover = -1; } });
    return field;
  }

  window.HearsayHands = function (net) {
    panel_of(net);
    pointers(net);
    buttons(net);
    var field = finder(net);
    net.stage.addEventListener("keydown", function (event) {
      if (event.target === field) { return; }
      var middle = [net.width / 2, net.height / 2];
      var keys = {
        ArrowLeft: function () { net.view.x += 60; }, ArrowRight: function () { net.view.x -= 60; },
        ArrowUp: function () { net.view.y += 60; }, ArrowDown: function () { net.view.y -= 60; },
        "+": function () { zoom(net, 1.4, middle[0], middle[1]); }, "=": function () { zoom(net, 1.4, middle[0], middle[1]); },
        "-": function () { zoom(net, 1 / 1.4, middle[0], middle[1]); }, "0": net.whole, Escape: function () { net.choose(-1); }
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        net.own = net.own || event.key !== "Escape";
        keys[event.key]();
        net.soon();
      }
    });
  };
})();
