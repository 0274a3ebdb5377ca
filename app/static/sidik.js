// Comforts only: every page works without this file. "/" goes to the search field, a form is sent once, typed text survives.
(function () {
  "use strict";
  // A long draft is sent by itself when the writer pauses or leaves the page; what the server refuses stays in the form.
  function saveByItself(form) {
    const told = document.createElement("p");
    told.className = "kecil";
    told.setAttribute("role", "status");
    form.append(told);
    let waiting = 0;
    async function save() {
      window.clearTimeout(waiting);
      waiting = 0;
      const answer = await fetch(form.action, {
        method: "POST", body: new FormData(form), headers: { "X-Simpan-Otomatis": "ya" }, redirect: "manual", keepalive: document.hidden,
      }).catch(function () { return null; });
      const kept = answer && answer.status === 204;
      const version = kept && answer.headers.get("X-Versi");
      if (version && form.elements.versi) { form.elements.versi.value = version; }
      const clock = new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
      told.textContent = kept ? document.body.dataset.tersimpan + " " + clock + "." : document.body.dataset.belumTersimpan;
    }
    form.addEventListener("input", function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(save, Number(form.dataset.otomatis || 20) * 1000);
    });
    form.addEventListener("submit", function () { window.clearTimeout(waiting); waiting = 0; });
    document.addEventListener("visibilitychange", function () { if (document.hidden && waiting) { save(); } });
  }
  // On a low screen the menu scrolls by itself: the place where one stands is in sight.
  const menu = document.querySelector(".menetap nav"), here = menu && menu.querySelector("[aria-current]");
  if (here) { menu.scrollTop = here.getBoundingClientRect().top - menu.getBoundingClientRect().top - menu.clientHeight / 2; }
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
    // Kept for the person who typed it: somebody else may use this tab next.
    const key = form.dataset.simpan ? "ketikan:" + (document.body.dataset.orang || "") + ":" + location.pathname : "";
    if (key && form.dataset.simpan === "pulih") {
      const kept = JSON.parse(sessionStorage.getItem(key) || "{}");
      Object.keys(kept).forEach(function (name) {
        const field = form.elements[name];
        if (field && !field.value) { field.value = kept[name]; }
      });
      form.addEventListener("input", function (event) {
        const field = event.target;
        if (field.name && field.type !== "password" && field.autocomplete !== "one-time-code" && field.type !== "file" && field.type !== "checkbox") {
          kept[field.name] = field.value;
          sessionStorage.setItem(key, JSON.stringify(kept));
        }
      });
    }
    if (form.hasAttribute("data-otomatis")) { saveByItself(form); }
    form.addEventListener("submit", function (event) {
      const ask = event.submitter && event.submitter.dataset.tanya;
      if (ask && !window.confirm(ask)) { event.preventDefault(); return; }
      if (form.dataset.terkirim) { event.preventDefault(); return; }
      if (event.submitter && "unduh" in event.submitter.dataset) { return; } // a file comes, the page stays
      form.dataset.terkirim = "ya";
      if (key) { sessionStorage.removeItem(key); }
      window.setTimeout(function () { delete form.dataset.terkirim; }, 8000);
    });
  });
})();
