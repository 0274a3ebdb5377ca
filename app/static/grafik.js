// Draws a chart above each table of "Ringkasan" from the table's own cells; nothing is fetched.
(function () {
  "use strict";
  if (!window.Chart) { return; }
  const style = getComputedStyle(document.documentElement);
  const colour = function (name) { return style.getPropertyValue(name).trim(); };
  const series = [colour("--biru"), "#c98a00", "#2e8b57", "#b3261e", "#7a5ea8"];
  Chart.defaults.color = colour("--tinta");
  Chart.defaults.borderColor = colour("--garis");
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  document.querySelectorAll("[data-grafik]").forEach(function (box) {
    const table = box.querySelector("table");
    const heads = [...table.tHead.rows[0].cells].slice(1).map(function (cell) { return cell.textContent; });
    const rows = [...table.tBodies[0].rows];
    const stacked = box.dataset.grafik === "stacked";
    const lying = stacked || rows.some(function (row) { return row.cells[0].textContent.length > 12; }); // long words need a line
    const frame = box.querySelector(".grafik");
    frame.classList.add("ada"); // where the browser does not tell that it runs scripts
    const canvas = document.createElement("canvas");
    canvas.setAttribute("aria-hidden", "true"); // the table says the same
    frame.append(canvas);
    new Chart(canvas, {
      type: "bar",
      data: {
        labels: rows.map(function (row) { return row.cells[0].textContent; }),
        datasets: heads.map(function (head, n) {
          return {
            label: head, backgroundColor: series[n % series.length], maxBarThickness: 40,
            data: rows.map(function (row) { return Number(row.cells[n + 1].textContent); }),
          };
        }),
      },
      options: {
        animation: false, maintainAspectRatio: false, indexAxis: lying ? "y" : "x",
        plugins: { legend: { display: heads.length > 1, position: "bottom" } },
        scales: { x: { stacked: stacked, ticks: { precision: 0 } }, y: { stacked: stacked, beginAtZero: true, ticks: { precision: 0 } } },
      },
    });
  });
})();
