// The number that a pattern would give, while it is typed. Without this file the page still saves and shows it.
(function () {
  "use strict";
  document.querySelectorAll("form[data-pola]").forEach(function (form) {
    const field = form.elements.pola, told = document.getElementById(form.dataset.hasil);
    let waiting = 0;
    field.addEventListener("input", function () {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(function () {
        fetch(form.dataset.pola + "&pola=" + encodeURIComponent(field.value), { credentials: "same-origin" })
          .then(function (answer) { return answer.json(); })
          .then(function (answer) {
            told.textContent = answer.nomor || answer.galat || "";
            field.setAttribute("aria-invalid", answer.galat ? "true" : "false");
          });
      }, 250);
    });
  });
})();
