// The start page: layer and year recolour the map in place; the words follow from the server.

const form = document.getElementById("theatre");
const drawing = document.getElementById("map-drawing");
const slider = form.querySelector("[data-year]");
const shapes = () => [...drawing.querySelectorAll("[data-partner]")];
let years; // classes of all layers and years, asked for once

async function load() {
  years ??= fetch(form.dataset.years).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
  return years;
}

const asked = () => ({ layer: form.elements.layer.value, year: form.elements.year.value });

function say(shape, words) {
  shape.setAttribute("aria-label", words);
  shape.querySelector("title").textContent = words;
}

async function recolour() {
  const data = await load();
  const { layer, year } = asked();
  const shown = data?.layers[layer];
  if (!shown) return;
  const marks = shown.at[year] ?? "";
  const place = new Map(data.partners.map((partner, i) => [partner, marks[i]]));
  for (const shape of shapes()) {
    const found = shown.classes[place.get(shape.dataset.partner)];
    const name = shape.getAttribute("aria-label").split(":")[0];
    shape.querySelector("path").setAttribute("fill", found ? found[1] : data.missing);
    say(shape, `${name}: ${found ? found[0] : shown.none[year] ? "no figure" : shown.missing}`);
  }
}

let asking; // the request whose answer is still wanted

/** Words and table come from the server; then every shape says what its row says. */
async function follow() {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  history.replaceState(null, "", address);
  document.getElementById("told").setAttribute("aria-busy", "true");
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { headers: { "HX-Request": "true" }, signal: asking.signal });
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of ["map-words", "told"]) document.getElementById(id).replaceWith(parts.getElementById(id));
  } catch (error) {
    if (error.name !== "AbortError") location.assign(address); // signed out, or no answer
    return;
  }
  const told = document.getElementById("told");
  told.dispatchEvent(new CustomEvent("htmx:load", { bubbles: true })); // its tables become sortable
  const rows = new Map([...told.querySelectorAll("tr[data-partner]")].map((row) => [row.dataset.partner, row.dataset.said]));
  for (const shape of shapes()) if (rows.has(shape.dataset.partner)) say(shape, rows.get(shape.dataset.partner));
}

form.addEventListener("change", (event) => {
  if (event.target.name === "group") return form.requestSubmit();
  if (!form.reportValidity()) return;
  slider.value = form.elements.year.value;
  recolour();
  follow();
});
slider.addEventListener("input", (event) => {
  event.stopPropagation();
  form.elements.year.value = slider.value;
  recolour();
});
form.addEventListener("pointerenter", load, { once: true });
form.addEventListener("focusin", load, { once: true });
