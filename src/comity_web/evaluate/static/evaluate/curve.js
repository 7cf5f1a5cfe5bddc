// Along a specification curve with the arrow keys; what is under the pointer or in focus is said below.

const STEPS = { ArrowRight: 1, ArrowLeft: -1, PageDown: 20, PageUp: -20 };

function move(links, event) {
  const at = links.indexOf(event.target.closest("a"));
  if (at < 0) return;
  let to = null;
  if (event.key in STEPS) to = Math.min(Math.max(at + STEPS[event.key], 0), links.length - 1);
  if (event.key === "Home") to = 0;
  if (event.key === "End") to = links.length - 1;
  if (to === null) return;
  event.preventDefault();
  links[at].setAttribute("tabindex", "-1");
  links[to].setAttribute("tabindex", "0");
  links[to].focus();
}

for (const drawing of document.querySelectorAll("[data-curve]")) {
  const links = [...drawing.querySelectorAll("a")];
  const readout = drawing.parentElement.querySelector("[data-readout]");
  const say = (event) => {
    const link = event.target.closest("a");
    if (link && readout) readout.textContent = link.getAttribute("aria-label");
  };
  drawing.addEventListener("keydown", (event) => move(links, event));
  drawing.addEventListener("focusin", say);
  drawing.addEventListener("pointerover", say);
}
