/* Keys for reviewing. Everything they do is a button, link or field of the page, so that it works without them, too. */
(function () {
  "use strict";
  var held = "hearsay-review-keys";
  function kept() { try { return localStorage.getItem(held) !== "off"; } catch (error) { return true; } }
  function keep(on) { try { localStorage.setItem(held, on ? "on" : "off"); } catch (error) { /* private window */ } }

  function start() {
    var fix = document.getElementById("fix");
    var line = document.querySelector(".keys");
    var box = line && line.querySelector(".keys-on");
    var busy = false;
    function show() { document.documentElement.classList.toggle("keyless", !box.checked); }
    if (line) {
      line.hidden = false;
      box.checked = kept();
      box.addEventListener("change", function () { keep(box.checked); show(); });
      show();
    }
    function open(number) {
      if (!fix) { return; }
      fix.open = true;
      var field = fix.querySelector('[data-field="' + (number || "1") + '"]');
      if (!field) { return; }
      field.focus();
      if (field.select) { field.select(); }
      field.scrollIntoView({ block: "nearest" });
    }
    function closed() {
      var form = fix.closest("form");
      form.reset();
      fix.open = false;
      fix.querySelector("summary").focus();
    }
    /* Of the modes only those of the type chosen; without scripts all stand there under their types. */
    var type = fix && fix.querySelector("select[name=type]");
    function fitting() {
      fix.querySelectorAll("select.modes").forEach(function (select) {
        select.querySelectorAll("optgroup").forEach(function (group) { group.hidden = group.disabled = group.dataset.type !== type.value; });
        var chosen = select.selectedOptions[0];
        if (chosen && chosen.parentNode.disabled) { select.value = ""; }
        select.disabled = !select.querySelector("optgroup:not([hidden])");
      });
    }
    if (type) {
      type.addEventListener("change", fitting);
      type.form.addEventListener("reset", function () { setTimeout(fitting); });
      fitting();
    }
    var link = document.querySelector("a.to-fix");
    if (link) { link.addEventListener("click", function (event) { event.preventDefault(); open(); }); }
    if (location.hash === "#fix" && fix) { open(); }

    /* One decision is sent once, however often the key or button is pressed. */
    document.querySelectorAll("form").forEach(function (form) {
      form.addEventListener("submit", function (event) {
        if (busy) { event.preventDefault(); return; }
        busy = true;
        document.body.classList.add("sending");
      });
    });
    window.addEventListener("pageshow", function () { busy = false; document.body.classList.remove("sending"); });

    document.addEventListener("keydown", function (event) {
      var typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
      if (event.key === "Escape" && fix && fix.open) { closed(); return; }
      if (event.key === "Enter" && event.target.tagName === "SELECT" && fix && fix.contains(event.target)) {
        event.preventDefault();
        fix.querySelector("button").click();
        return;
      }
      if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey || !box || !box.checked) { return; }
      var key = event.key.toLowerCase();
      if (/^[1-8]$/.test(key) && fix) { event.preventDefault(); open(key); return; }
      var target = document.querySelector('[data-key="' + (/^[a-z]$/.test(key) ? key : "") + '"]');
      if (target) { event.preventDefault(); target.click(); }
    });
  }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
