/* Choosing a time by dragging over the columns, or by arrow keys: it fills From and Till and asks again. Columns are links
   without it. */
(function () {
  "use strict";
  var held = null, keyed = null;

  function form_of() { return document.querySelector("form.sieve, form.filters"); }
  function columns(figure) {
    return Array.prototype.map.call(figure.querySelectorAll("a[data-begin]"), function (link) {
      return { begin: link.dataset.begin, end: link.dataset.end, x: +link.dataset.x, width: +link.dataset.width, link: link };
    });
  }
  function at(figure, event) {
    var box = figure.querySelector("svg").getBoundingClientRect();
    return Math.max(0, Math.min(999.99, (event.clientX - box.left) / box.width * 1000));
  }
  function index(list, x) {
    for (var i = list.length - 1; i > 0; i -= 1) { if (list[i].x <= x) { return i; } }
    return 0;
  }
  function window_of(figure, list) {
    var rect = figure.querySelector("rect.window");
    if (!rect) { return null; }
    var x = +rect.getAttribute("x");
    return { from: index(list, x + 0.5), to: index(list, x + +rect.getAttribute("width") - 0.5) };
  }
  function show(figure, list, from, to) {
    var svg = figure.querySelector("svg"), rect = svg.querySelector("rect.window");
    if (!rect) {
      rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      rect.setAttribute("class", "window");
      rect.setAttribute("y", "0");
      rect.setAttribute("height", "100");
      svg.insertBefore(rect, svg.firstChild);
    }
    rect.setAttribute("x", list[from].x);
    rect.setAttribute("width", list[to].x + list[to].width - list[from].x);
    list.forEach(function (column, i) { column.link.classList.toggle("out", i < from || i > to); });
    figure.querySelector(".now").textContent = list[from].begin + " to " + list[to].end;
  }
  function ask(list, from, to) {
    var form = form_of();
    form.elements.since.value = list[from].begin;
    form.elements.until.value = list[to].end;
    form.requestSubmit();
  }

  document.addEventListener("pointerdown", function (event) {
    var figure = event.target.closest && event.target.closest("figure.brush.live");
    if (!figure || event.button !== 0 || !event.target.closest("svg")) { return; }
    var list = columns(figure), x = at(figure, event), here = index(list, x), old = window_of(figure, list);
    held = { figure: figure, list: list, start: here, from: here, to: here, moved: false, move: null };
    if (old && old.to - old.from < list.length - 1) {
      var near = 1000 * 10 / figure.querySelector("svg").getBoundingClientRect().width;
      var left = list[old.from].x, right = list[old.to].x + list[old.to].width;
      if (Math.abs(x - left) < near) { held.start = old.to; }
      else if (Math.abs(x - right) < near) { held.start = old.from; }
      else if (x > left && x < right && old.to > old.from) { held.move = old; }
    }
    figure.querySelector("svg").setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", function (event) {
    if (!held) { return; }
    var here = index(held.list, at(held.figure, event));
    if (!held.moved && here === held.from && here === held.to) { return; }
    held.moved = true;
    if (held.move) {
      var by = Math.max(-held.move.from, Math.min(held.list.length - 1 - held.move.to, here - held.start));
      held.from = held.move.from + by;
      held.to = held.move.to + by;
    } else {
      held.from = Math.min(held.start, here);
      held.to = Math.max(held.start, here);
    }
    show(held.figure, held.list, held.from, held.to);
  });
  document.addEventListener("pointerup", function (event) {
    if (!held) { return; }
    var done = held;
    held = null;
    if (!done.moved) { done.from = done.to = index(done.list, at(done.figure, event)); show(done.figure, done.list, done.from, done.to); }
    ask(done.list, done.from, done.to);
  });
  /* Left and Right move the choice by a column, with Shift they move its end; Enter asks, Escape leaves it as it was. */
  document.addEventListener("keydown", function (event) {
    var svg = event.target, figure = svg.tagName === "svg" && svg.closest("figure.brush.live"), by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!figure || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var list = columns(figure), last = list.length - 1;
    if (by) {
      event.preventDefault();
      var old = keyed || window_of(figure, list) || (by > 0 ? { from: -1, to: -1 } : { from: last + 1, to: last + 1 });
      var from = event.shiftKey && old.from >= 0 ? old.from : old.from + by, to = old.to + by;
      if (from < 0 || to > last || from > to) { return; }
      keyed = { from: from, to: to };
      show(figure, list, from, to);
    } else if (event.key === "Enter" && keyed) {
      ask(list, keyed.from, keyed.to);
      keyed = null;
    } else if (event.key === "Escape" && keyed) {
      keyed = null;
      location.reload();
    }
  });
  function reachable() {
    document.querySelectorAll("figure.brush.live svg").forEach(function (svg) {
      if (svg.hasAttribute("tabindex")) { return; }
      svg.setAttribute("tabindex", "0");
      svg.setAttribute("aria-label", svg.getAttribute("aria-label") + "; arrow keys choose a column, with Shift more of them, Enter asks for them");
    });
  }
  document.addEventListener("DOMContentLoaded", reachable);
  document.addEventListener("htmx:afterSettle", function () { keyed = null; reachable(); });
  if (document.readyState !== "loading") { reachable(); }
  document.addEventListener("pointercancel", function () { held = null; });
  document.addEventListener("dragstart", function (event) {
    if (event.target.closest && event.target.closest("figure.brush.live")) { event.preventDefault(); }
  });
  document.addEventListener("click", function (event) {
    var figure = event.target.closest && event.target.closest("figure.brush.live");
    if (!figure) { return; }
    if (event.target.closest("svg")) { event.preventDefault(); }
    else if (event.target.closest(".now a")) {
      event.preventDefault();
      var form = form_of();
      form.elements.since.value = form.elements.until.value = "";
      form.requestSubmit();
    }
  });
})();
