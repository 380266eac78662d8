/* The switch between light and dark; without it the system's choice holds. And filters that are folded on phones stand
   open where there is room. */
(function () {
  "use strict";
  var root = document.documentElement;
  function kept() { try { return localStorage.getItem("hearsay-theme"); } catch (error) { return null; } }
  function keep(theme) { try { localStorage.setItem("hearsay-theme", theme); } catch (error) { /* private window */ } }
  if (kept()) { root.dataset.theme = kept(); }
  var room = matchMedia("(min-width: 56rem)");
  function unfold() { document.querySelectorAll("details.fold").forEach(function (fold) { fold.open = room.matches; }); }
  document.addEventListener("DOMContentLoaded", unfold);
  room.addEventListener("change", unfold);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("button.theme");
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      var system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
      var next = (root.dataset.theme || system) === "dark" ? "light" : "dark";
      root.dataset.theme = next;
      keep(next);
    });
  });
})();
