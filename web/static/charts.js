// Draw the tables of a page as charts. The table is the content and stays in the page for
// screen readers; colours are those of the style sheet.

const still = matchMedia("(prefers-reduced-motion: reduce)");
const dark = matchMedia("(prefers-color-scheme: dark)");
const probe = document.createElement("span");
probe.hidden = true;
document.body.append(probe);

// What a token is in the theme of this page.
function colour(token) {
  probe.style.color = `var(--${token})`;
  return getComputedStyle(probe).color;
}

const numbers = new Intl.NumberFormat("en");

function read(table) {
  const heads = [...table.tHead.rows[0].querySelectorAll("th")].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    series: heads
      .map((head, at) => ({
        name: head.textContent.trim(),
        isDrawn: !("notDrawn" in head.dataset),
        values: rows.map((row) => Number(row.cells[at + 1].textContent.replaceAll(",", ""))),
      }))
      .filter((one) => one.isDrawn),
  };
}

// "November 2026" takes the room of a whole month: the tick says "Nov 2026".
function shortened(label, most) {
  const month = label.replace(/^(\w{3})\w* (\d{4})$/, "$1 $2");
  return month.length > most ? `${month.slice(0, most - 1).trimEnd()}…` : month;
}

function options(isLying, labels, count, width) {
  const most = width < 420 ? 14 : 28;
  const words = {
    stacked: true,
    grid: { display: false },
    border: { color: colour("line") },
    ticks: {
      color: colour("muted"),
      autoSkip: !isLying,
      maxRotation: 0,
      callback: (_, at) => shortened(labels[at], isLying ? most : 12),
    },
  };
  const amounts = {
    stacked: true,
    beginAtZero: true,
    grid: { color: colour("line") },
    border: { display: false },
    ticks: { color: colour("muted"), precision: 0, maxTicksLimit: 6, callback: (value) => numbers.format(value) },
  };
  return {
    indexAxis: isLying ? "y" : "x",
    responsive: true,
    maintainAspectRatio: false,
    animation: still.matches ? false : { duration: 350 },
    scales: isLying ? { x: amounts, y: words } : { x: words, y: amounts },
    interaction: { mode: "index", axis: isLying ? "y" : "x", intersect: false },
    plugins: {
      legend: {
        display: count > 1,
        position: "top",
        align: "start",
        labels: { color: colour("text"), boxWidth: 10, boxHeight: 10, useBorderRadius: true, borderRadius: 2 },
      },
      tooltip: {
        backgroundColor: colour("text"),
        titleColor: colour("bg"),
        bodyColor: colour("bg"),
        padding: 10,
        cornerRadius: 6,
        boxPadding: 4,
      },
    },
  };
}

function draw(plot) {
  const { labels, series } = read(document.getElementById(plot.dataset.table));
  const canvas = document.createElement("canvas");
  // The table says the same in words.
  canvas.setAttribute("aria-hidden", "true");
  plot.replaceChildren(canvas);
  return new Chart(canvas, {
    type: "bar",
    data: {
      labels,
      datasets: series.map((one, at) => ({
        label: one.name,
        data: one.values,
        backgroundColor: colour(`chart-${at + 1}`),
        borderRadius: 2,
        maxBarThickness: 22,
        categoryPercentage: 0.85,
      })),
    },
    options: options(plot.dataset.chart === "bars", labels, series.length, plot.clientWidth),
  });
}

let drawn = [];
function drawAll() {
  for (const chart of drawn) chart.destroy();
  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  Chart.defaults.font.size = 12;
  drawn = [...document.querySelectorAll("[data-chart]")].map(draw);
}

await document.fonts.ready;
drawAll();
// The theme "auto" follows the system.
dark.addEventListener("change", drawAll);
