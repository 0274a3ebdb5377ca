// Comforts only: every page works without this file. "/" goes to the search field, a form is sent once, typed text survives.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    const field = document.getElementById("cari");
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === "/" && field && !typing) { event.preventDefault(); field.focus(); }
  });
  const summary = document.querySelector("[data-ikhtisar]");
  if (summary) { summary.focus(); }
  document.querySelectorAll("[data-semua]").forEach(function (box) {
    box.hidden = false;
    box.addEventListener("change", function () {
      box.closest("form").querySelectorAll("input[name=rowid]").forEach(function (one) { one.checked = box.checked; });
    });
  });
  const further = document.querySelector("form[data-lanjut]");
  if (further) { window.setTimeout(function () { further.submit(); }, 300); }
  document.querySelectorAll("form[method=post]").forEach(function (form) {
    const key = form.dataset.simpan ? "ketikan:" + location.pathname : "";
    if (key && form.dataset.simpan === "pulih") {
      const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
      Object.keys(kept).forEach(function (name) {
        const field = form.elements[name];
        if (field && !field.value) { field.value = kept[name]; }
      });
      form.addEventListener("input", function (event) {
        const field = event.target;
        if (field.name && field.type !== "password" && field.type !== "file" && field.type !== "checkbox") {
          kept[field.name] = field.value;
          sessionStorage.setItem(key, JSON.stringify(kept));
        }
      });
    }
    form.addEventListener("submit", function (event) {
      const ask = event.submitter && event.submitter.dataset.tanya;
      if (ask && !window.confirm(ask)) { event.preventDefault(); return; }
      if (form.dataset.terkirim) { event.preventDefault(); return; }
      form.dataset.terkirim = "ya";
      if (key) { sessionStorage.removeItem(key); }
      window.setTimeout(function () { delete form.dataset.terkirim; }, 8000);
    });
  });
})();
