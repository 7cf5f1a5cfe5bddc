// The studio: ask the server on every change, and put its answer where it belongs. Without this
// script the form posts and the page comes back computed.

const form = document.querySelector("form.studio");
const results = form.querySelector(".studio-results");
const part = (name) => form.querySelector(`[data-${name}]`);
const PAUSE = 500; // milliseconds without a change until everything uncertain is drawn
let running = false;
let wanted = null; // what to ask next: "quick", "full" or nothing
let pause = 0;

const dash = (value) => value ?? "–";
const arrow = (moved) => (moved > 0 ? `▲ ${moved}` : moved < 0 ? `▼ ${-moved}` : String(dash(moved)));
const direction = (moved) => (moved > 0 ? "up" : moved < 0 ? "down" : "");
const field = (name) => form.elements.namedItem(name);

function element(tag, content, classes = "") {
  const made = document.createElement(tag);
  made.textContent = content;
  if (classes) made.className = classes;
  return made;
}

function fillRow(row, said) {
  const [rank, moved, name, score, interval] = row.cells;
  rank.textContent = dash(said.rank);
  moved.textContent = arrow(said.moved);
  moved.dataset.value = said.moved ?? "";
  moved.className = `num move ${direction(said.moved)}`;
  const link = name.querySelector("a");
  link.textContent = said.name;
  link.href = link.href.replace(/[^/]+\/$/, `${said.partner}/`);
  score.textContent = said.score?.toFixed(1) ?? "–";
  interval.textContent = said.low === null ? "–" : `${said.low}–${said.high}`;
  interval.dataset.value = said.low ?? "";
  const [span, at] = row.querySelectorAll("rect");
  const [x, width, place] = said.bar ?? [0, 0, 0];
  span.setAttribute("x", x);
  span.setAttribute("width", width);
  at.setAttribute("x", place);
}

function fillTable(rows) {
  const body = form.querySelector(".studio-ranks tbody");
  const there = new Map([...body.rows].map((row) => [row.dataset.partner, row]));
  const sorted = body.closest("table").querySelector("th[aria-sort]");
  const byRank = !sorted || (sorted.cellIndex === 0 && sorted.getAttribute("aria-sort") === "ascending");
  const filled = rows.map((said) => {
    const row = there.get(said.partner) ?? body.rows[0].cloneNode(true);
    row.dataset.partner = said.partner;
    there.delete(said.partner);
    fillRow(row, said);
    return row;
  });
  for (const gone of there.values()) gone.remove();
  // A table that somebody has sorted otherwise stays as they sorted it.
  if (byRank) body.replaceChildren(...filled);
  else body.append(...filled.filter((row) => !row.isConnected));
}

function colourMap(rows) {
  const said = new Map(rows.map((row) => [row.partner, row]));
  for (const shape of part("map").querySelectorAll("[data-partner]")) {
    const row = said.get(shape.dataset.partner);
    const text = row?.said ?? `${shape.dataset.partner}: not scored`;
    shape.querySelector("path").setAttribute("fill", row?.colour ?? "#cfd4d9");
    shape.querySelector("title").textContent = text;
    shape.setAttribute("aria-label", text);
  }
}

function fillMovers(movers) {
  part("movers").replaceChildren(...movers.map((mover) => {
    const line = element("li", "");
    line.append(element("strong", mover.name), " ", element("span", arrow(mover.moved), `move ${direction(mover.moved)}`), " ",
      element("span", `(${mover.before} to ${mover.after})`, "muted"), mover.why.length ? `: ${mover.why.join("; ")}` : "");
    return line;
  }));
}

function fillControls(shares) {
  for (const output of form.querySelectorAll("[data-share]")) {
    const share = shares[output.dataset.share];
    output.textContent = share === undefined ? "off" : `${share.toFixed(1)} %`;
  }
  for (const button of form.querySelectorAll("[data-reset]")) {
    const input = field(button.dataset.reset);
    button.disabled = Number(input.value) === Number(input.dataset.start);
  }
  for (const box of form.querySelectorAll(".weight")) {
    const ticks = [...box.querySelectorAll("[name=on]")];
    const on = ticks.filter((tick) => tick.checked).length;
    box.querySelector("[data-on-count]").textContent = on;
    const moved = [...box.querySelectorAll("[data-reset]")].some((button) => !button.disabled);
    box.toggleAttribute("data-changed", moved || on < ticks.length);
  }
}

function show(answer) {
  part("summary").textContent = answer.summary;
  part("intervals").textContent = answer.intervals;
  part("varied").replaceChildren(...answer.varied.map((line) => element("li", line)));
  part("year").textContent = field("year").value;
  part("changes-box").hidden = !answer.changes.length;
  part("changes").replaceChildren(...answer.changes.map((line) => element("li", line)));
  fillMovers(answer.movers);
  fillControls(answer.shares);
  fillTable(answer.rows);
  colourMap(answer.rows);
  history.replaceState(null, "", answer.address);
  if (answer.full) part("said").textContent = answer.summary;
}

async function ask(kind) {
  const data = new FormData(form);
  if (kind === "full") data.set("full", "1");
  const response = await fetch(form.dataset.recalculate, { method: "POST", body: data });
  const answer = await response.json().catch(() => ({ error: "The server did not answer as it should. Reload the page." }));
  part("error").hidden = !answer.error;
  part("error").textContent = answer.error ?? "";
  if (!answer.error) show(answer);
}

async function run() {
  if (running) return;
  running = true;
  results.setAttribute("aria-busy", "true");
  while (wanted) {
    const kind = wanted;
    wanted = null;
    try {
      await ask(kind);
    } catch {
      part("error").hidden = false;
      part("error").textContent = "The server cannot be reached. Your settings are kept on this page; try again.";
    }
    performance.mark("studio-shown", { detail: kind });
  }
  results.removeAttribute("aria-busy");
  running = false;
}

function changed() {
  performance.mark("studio-changed");
  wanted = "quick";
  clearTimeout(pause);
  pause = setTimeout(() => { wanted ??= "full"; run(); }, PAUSE);
  run();
}

function setWeight(name, value) {
  field(name).value = value;
  form.querySelector(`[data-slider="${CSS.escape(name)}"]`).value = value;
}

form.addEventListener("input", (event) => {
  const { target } = event;
  if (target.dataset.slider) field(target.dataset.slider).value = target.value;
  else if (target.type === "number") form.querySelector(`[data-slider="${CSS.escape(target.name)}"]`).value = target.value;
  // Another start or group has another page: other constructs, another part of the world.
  if (target.matches("[data-reload]")) return;
  changed();
});
form.addEventListener("change", (event) => {
  if (!event.target.matches("[data-reload]")) return;
  if (event.target.name === "base") location.assign(`${form.action}?base=${encodeURIComponent(event.target.value)}`);
  else form.requestSubmit();
});
form.addEventListener("click", (event) => {
  const one = event.target.closest("[data-reset]");
  if (one) {
    setWeight(one.dataset.reset, field(one.dataset.reset).dataset.start);
    field(one.dataset.reset).focus(); // the button is about to be disabled
    changed();
  }
  if (event.target.closest("[data-reset-all]")) {
    for (const input of form.querySelectorAll("[data-start]")) input.type === "number" ? setWeight(input.name, input.dataset.start) : (input.value = input.dataset.start);
    for (const tick of form.querySelectorAll("[name=on]")) tick.checked = true;
    changed();
  }
});
