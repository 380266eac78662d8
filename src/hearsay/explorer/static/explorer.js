/* The switch between light and dark; without it the system's choice holds. */
(function () {
  "use strict";
  var root = document.documentElement;
  function kept() { try { return localStorage.getItem("hearsay-theme"); } catch (error) { return null; } }
  function keep(theme) { try { localStorage.setItem("hearsay-theme", theme); } catch (error) { /* private window */ } }
  if (kept()) { root.dataset.theme = kept(); }
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
