// Hands the bytes of a paper to the frame that draws it; the frame itself can fetch nothing.
(function () {
  "use strict";
  const frame = document.querySelector("iframe[data-docx]");
  const words = document.querySelector("[data-pratinjau-kata]");
  if (!frame) { return; }
  const failed = words ? words.dataset.gagal : "";
  window.addEventListener("message", function (event) {
    if (event.source !== frame.contentWindow) { return; }
    if (event.data === "gagal") { words.textContent = failed; }
    if (event.data === "siap") { frame.dataset.siap = "ya"; }
    if (event.data === "tunggu") {
      fetch(frame.dataset.docx, { credentials: "same-origin" })
        .then(function (answer) { if (!answer.ok) { throw new Error("x"); } return answer.arrayBuffer(); })
        .then(function (bytes) { frame.contentWindow.postMessage(bytes, "*"); })
        .catch(function () { words.textContent = failed; });
    }
  });
})();
