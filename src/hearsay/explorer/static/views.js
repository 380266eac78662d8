/* Views of events kept in this browser under a name: each is an address, nothing else. Copying the address, too. */
(function () {
  "use strict";
  var KEY = "hearsay-views";
  function held() { try { return JSON.parse(localStorage.getItem(KEY)) || []; } catch (error) { return []; } }
  function hold(views) { try { localStorage.setItem(KEY, JSON.stringify(views)); } catch (error) { /* private window */ } }
  function here() {
    var asked = new URLSearchParams(location.search);
    Array.from(asked.keys()).forEach(function (name) {
      var values = asked.getAll(name).filter(Boolean);
      asked.delete(name);
      if (name !== "after") { values.forEach(function (value) { asked.append(name, value); }); }
    });
    return location.pathname + (String(asked) ? "?" + asked : "");
  }
  document.addEventListener("DOMContentLoaded", function () {
    var box = document.querySelector(".views");
    if (!box) { return; }
    var list = box.querySelector("ul"), form = box.querySelector("form"), said = box.querySelector("[role=status]");
    function show() {
      list.replaceChildren.apply(list, held().map(function (view, at) {
        var item = document.createElement("li"), link = document.createElement("a"), drop = document.createElement("button");
        link.href = view.address; link.textContent = view.name;
        drop.type = "button"; drop.textContent = "×"; drop.setAttribute("aria-label", "Forget " + view.name);
        drop.addEventListener("click", function () { var views = held(); views.splice(at, 1); hold(views); show(); });
        item.append(link, drop);
        return item;
      }));
    }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      var name = form.elements.name.value.trim();
      if (!name) { return; }
      hold(held().filter(function (view) { return view.name !== name; }).concat({ name: name, address: here() }));
      form.reset();
      said.textContent = "Kept in this browser.";
      show();
    });
    box.querySelector(".copy").addEventListener("click", function () {
      var address = location.origin + here();
      if (!navigator.clipboard) { said.textContent = address; return; }
      navigator.clipboard.writeText(address).then(
        function () { said.textContent = "Copied."; }, function () { said.textContent = address; });
    });
    box.hidden = false;
    show();
  });
})();
