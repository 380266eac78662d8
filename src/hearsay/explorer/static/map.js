/* Moving about the map: wheel, drag, pinch, buttons and keys. Signs keep their size; without it the map stands still. */
(function () {
  "use strict";
  var CLOSEST = 25, WORLD = { width: 1000, height: 486.72 };

  function start(figure) {
    if (!figure || figure.dataset.live) { return; }
    figure.dataset.live = "yes";
    var svg = figure.querySelector(".earth svg");
    var first = svg.getAttribute("viewBox").split(" ").map(Number);
    var view = { x: first[0], y: first[1], width: first[2] };
    var signs = Array.prototype.map.call(svg.querySelectorAll("[data-x]"), function (element) {
      return { element: element, at: element.dataset.x + " " + element.dataset.y, disc: element.querySelector("[data-extent]") };
    });
    var letters = Array.prototype.map.call(svg.querySelectorAll(".letters text"), function (element) {
      var wide = element.textContent.length * 6.4, anchor = element.getAttribute("text-anchor");
      var dx = +element.getAttribute("x"), dy = +element.getAttribute("y");
      var left = anchor === "start" ? dx : anchor === "end" ? dx - wide : dx - wide / 2;
      return { element: element, x: +element.dataset.x, y: +element.dataset.y, left: left, right: left + wide, top: dy - 11, bottom: dy + 4,
        always: element.classList.contains("free") };
    });
    var cities = Array.prototype.map.call(svg.querySelectorAll(".glyph.city"), function (element) {
      var shape = element.querySelector("circle, rect, path").getBBox();
      return { x: +element.dataset.x, y: +element.dataset.y, r: Math.max(shape.width, shape.height) / 2 };
    });
    var hatches = svg.querySelectorAll("pattern");
    var drawn = false;

    function box() { return svg.getBoundingClientRect(); }
    function height() { var b = box(); return view.width * b.height / b.width; }
    function draw() {
      drawn = false;
      if (!box().width) { return; }
      var tall = height(), most = Math.max(WORLD.width, WORLD.height * view.width / tall);
      view.width = Math.max(WORLD.width / CLOSEST, Math.min(most, view.width));
      tall = height();
      view.x = bounded(view.x, view.width, WORLD.width);
      view.y = bounded(view.y, tall, WORLD.height);
      svg.setAttribute("viewBox", view.x + " " + view.y + " " + view.width + " " + tall);
      var pixel = view.width / box().width;
      signs.forEach(function (sign) {
        sign.element.setAttribute("transform", "translate(" + sign.at + ") scale(" + pixel + ")");
        if (sign.disc) { sign.disc.setAttribute("r", Math.max(+sign.disc.dataset.soft, sign.disc.dataset.extent / pixel)); }
      });
      spell(pixel);
      hatches.forEach(function (hatch) {
        /* The land is drawn on a grid of tenths. */
        hatch.setAttribute("patternTransform", "rotate(45) scale(" + 10 * pixel + ")");
      });
    }
    /* A name is shown where it hides neither a sign nor a name before it. */
    function spell(pixel) {
      var taken = cities.map(function (city) {
        var x = (city.x - view.x) / pixel, y = (city.y - view.y) / pixel;
        return [x - city.r, y - city.r, x + city.r, y + city.r];
      });
      letters.forEach(function (letter) {
        var x = (letter.x - view.x) / pixel, y = (letter.y - view.y) / pixel;
        var box = [x + letter.left, y + letter.top, x + letter.right, y + letter.bottom];
        var inside = box[0] >= 0 && box[2] <= view.width / pixel;
        var free = letter.always || inside && !taken.some(function (t) { return box[0] < t[2] && box[2] > t[0] && box[1] < t[3] && box[3] > t[1]; });
        letter.element.style.display = free ? "inline" : "none";
        if (free) { taken.push(box); }
      });
    }
    function bounded(at, size, whole) {
      return size >= whole ? (whole - size) / 2 : Math.max(0, Math.min(whole - size, at));
    }
    function soon() { if (!drawn) { drawn = true; requestAnimationFrame(draw); } }
    function point(x, y) {
      var b = box();
      return { x: view.x + (x - b.left) / b.width * view.width, y: view.y + (y - b.top) / b.height * height() };
    }
    function zoom(by, x, y) {
      var b = box(), keep = point(x, y), old = view.width;
      view.width = Math.max(WORLD.width / CLOSEST, Math.min(Math.max(WORLD.width, WORLD.height * b.width / b.height), old * by));
      view.x = keep.x - (x - b.left) / b.width * view.width;
      view.y = keep.y - (y - b.top) / b.height * height();
      soon();
    }
    function middle(by) { var b = box(); zoom(by, b.left + b.width / 2, b.top + b.height / 2); }
    function whole() { view = { x: 0, y: 0, width: 5000 }; soon(); }
    function home() { view = { x: first[0], y: first[1] - (height_of(first[2]) - first[3]) / 2, width: first[2] }; soon(); }
    function height_of(width) { var b = box(); return width * b.height / b.width; }

    var held = {}, moved = 0, apart = 0;
    svg.addEventListener("pointerdown", function (event) {
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      moved = 0;
      apart = 0;
    });
    window.addEventListener("pointermove", function (event) {
      var was = held[event.pointerId];
      if (!was) { return; }
      var ids = Object.keys(held), b = box();
      if (ids.length === 1) {
        moved += Math.abs(event.clientX - was.x) + Math.abs(event.clientY - was.y);
        view.x -= (event.clientX - was.x) / b.width * view.width;
        view.y -= (event.clientY - was.y) / b.height * height();
        soon();
      }
      held[event.pointerId] = { x: event.clientX, y: event.clientY };
      if (ids.length === 2) {
        var one = held[ids[0]], two = held[ids[1]], now = Math.hypot(one.x - two.x, one.y - two.y);
        if (apart) { zoom(apart / now, (one.x + two.x) / 2, (one.y + two.y) / 2); }
        apart = now;
        moved = 99;
      }
    });
    ["pointerup", "pointercancel"].forEach(function (name) {
      window.addEventListener(name, function (event) { delete held[event.pointerId]; apart = 0; });
    });
    svg.addEventListener("click", function (event) { if (moved > 6) { event.preventDefault(); } });
    svg.addEventListener("dragstart", function (event) { event.preventDefault(); });
    svg.addEventListener("wheel", function (event) {
      event.preventDefault();
      zoom(Math.pow(1.0018, event.deltaY * (event.deltaMode ? 18 : 1)), event.clientX, event.clientY);
    }, { passive: false });

    var bar = document.createElement("div");
    bar.className = "zoom";
    [["+", "Closer", function () { middle(1 / 1.6); }], ["\u2212", "Farther", function () { middle(1.6); }],
      ["\u25ad", "The whole earth", whole], ["\u25ce", "Where events are", home]].forEach(function (button) {
      var made = document.createElement("button");
      made.type = "button";
      made.textContent = button[0];
      made.title = button[1];
      made.setAttribute("aria-label", button[1]);
      made.addEventListener("click", button[2]);
      bar.appendChild(made);
    });
    figure.querySelector(".earth").appendChild(bar);
    figure.querySelector(".earth").tabIndex = 0;
    figure.querySelector(".earth").setAttribute("role", "region");
    figure.querySelector(".earth").setAttribute("aria-label", "Map; arrow keys move it, plus and minus change its scale");
    figure.querySelector(".earth").addEventListener("keydown", function (event) {
      var step = view.width / 8;
      var keys = {
        ArrowLeft: function () { view.x -= step; soon(); }, ArrowRight: function () { view.x += step; soon(); },
        ArrowUp: function () { view.y -= step; soon(); }, ArrowDown: function () { view.y += step; soon(); },
        "+": function () { middle(1 / 1.6); }, "=": function () { middle(1 / 1.6); }, "-": function () { middle(1.6); },
        "0": home
      };
      if (keys[event.key] && !event.ctrlKey && !event.metaKey) { event.preventDefault(); keys[event.key](); }
    });
    new ResizeObserver(soon).observe(svg);
    home();
  }

  function all() { document.querySelectorAll("figure.map").forEach(start); }
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("htmx:afterSettle", all);
  if (document.readyState !== "loading") { all(); }
})();
