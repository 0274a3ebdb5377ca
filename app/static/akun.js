// A button that prints the page; without scripts it is not there and the browser's own menu prints.
(function () {
  "use strict";
  document.querySelectorAll("[data-cetak]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
