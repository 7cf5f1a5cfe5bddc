// Tables: sort by a heading, filter rows, take the rows shown as CSV. Works on what HTMX brings, too.

const text = (cell) => (cell?.dataset.value ?? cell?.textContent ?? "").trim();

/** A cell as something to compare: a number where it reads as one, null where nothing stands. */
export function comparable(written) {
  if (/^[–—-]?$/.test(written)) return null;
  const plain = written.replace(/[,\s$%]/g, "").replace(/^[−–](?=[\d.])/, "-");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) ? Number(plain) : written;
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a).localeCompare(String(b), "en", { numeric: true, sensitivity: "base" });
}

function sort(table, heading) {
  const descending = heading.getAttribute("aria-sort") === "ascending";
  for (const other of table.querySelectorAll("thead th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
  const at = heading.cellIndex;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => [comparable(text(row.cells[at])), row]);
    const there = rows.filter(([value]) => value !== null);
    there.sort(([a], [b]) => (descending ? compare(b, a) : compare(a, b)));
    // What is missing stays last whichever way the rest is sorted.
    const missing = rows.filter(([value]) => value === null);
    body.append(...[...there, ...missing].map(([, row]) => row));
  }
}

function makeSortable(table) {
  if (table.dataset.sortable === "ready" || !table.tHead) return;
  table.dataset.sortable = "ready";
  for (const heading of table.tHead.rows[table.tHead.rows.length - 1].cells) {
    if (heading.hasAttribute("data-nosort") || heading.colSpan > 1 || !heading.textContent.trim()) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...heading.childNodes);
    heading.append(button);
    button.addEventListener("click", () => sort(table, heading));
  }
}

/** Rows as CSV; a cell that a spreadsheet would take for a formula is made plain text. */
export function toCsv(rows) {
  const quoted = (value) => {
    const safe = /^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}

export function download(name, content, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function tableCsv(table) {
  const rows = [...table.rows].filter((row) => !row.hidden);
  return "\ufeff" + toCsv(rows.map((row) => [...row.cells].map((cell) => text(cell).replace(/\s+/g, " "))));
}

function filterBox(box, table) {
  const label = document.createElement("label");
  label.innerHTML = '<span class="visually-hidden">Filter rows</span><input type="search" placeholder="Filter rows">';
  const count = document.createElement("span");
  count.className = "count";
  count.setAttribute("role", "status");
  label.querySelector("input").addEventListener("input", (event) => {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const row of rows) {
      const content = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => content.includes(word));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
  box.append(label, count);
}

function addTools(wrapper) {
  const table = wrapper.querySelector("table");
  if (wrapper.dataset.ready || !table) return;
  wrapper.dataset.ready = "yes";
  const bar = document.createElement("div");
  bar.className = "table-bar";
  if ("filter" in wrapper.dataset) filterBox(bar, table);
  if ("export" in wrapper.dataset) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "small";
    button.textContent = "Download CSV";
    button.addEventListener("click", () =>
      download(`${wrapper.dataset.export || "table"}.csv`, tableCsv(table), "text/csv"));
    bar.append(button);
  }
  wrapper.prepend(bar);
}

/** A box that scrolls and holds nothing to focus must itself take the focus. */
function focusable(box) {
  const scrolls = box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight;
  if (scrolls && !box.hasAttribute("tabindex")) box.tabIndex = 0;
}

function enhance(part) {
  const all = (selector) => [...(part.matches?.(selector) ? [part] : []), ...part.querySelectorAll(selector)];
  all("table[data-sortable]").forEach(makeSortable);
  all(".table-tools, [data-table-tools]").forEach(addTools);
  all(".scroll, .drawing").forEach(focusable);
}

enhance(document);
document.addEventListener("htmx:load", (event) => enhance(event.target));
document.addEventListener("toggle", (event) => event.target.matches?.("details") && enhance(event.target), true);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-figure]");
  if (!button) return;
  const figure = button.closest("figure");
  const name = figure.id || "figure";
  if (button.dataset.figure === "csv") download(`${name}.csv`, tableCsv(figure.querySelector("table")), "text/csv");
  else download(`${name}.svg`, figure.querySelector(".drawing svg").outerHTML, "image/svg+xml");
});
