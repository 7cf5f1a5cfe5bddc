// The frame: menus that close, colours, shortcuts; and small helps on forms. Nothing depends on it.

const kept = {
  get(name) { try { return localStorage.getItem(name); } catch { return null; } },
  set(name, value) { try { value === null ? localStorage.removeItem(name) : localStorage.setItem(name, value); } catch { /* kept for this page only */ } },
};
const menus = () => [...document.querySelectorAll(".top details")];

function closeMenus(except) {
  for (const menu of menus()) if (menu !== except) menu.open = false;
}

document.addEventListener("click", (event) => closeMenus(event.target.closest?.(".top details")));
document.addEventListener("focusin", (event) => {
  if (!event.target.closest(".menu:popover-open")) closeMenus(event.target.closest(".top details"));
});

function moveInMenu(event, menu) {
  const links = [...menu.querySelectorAll("a, button")];
  const at = links.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !links.length) return;
  event.preventDefault();
  menu.open = true;
  links[(at === -1 && step < 0 ? links.length - 1 : at + step + links.length) % links.length].focus();
}

function moveBetweenMenus(event, menu) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const groups = menus().filter((other) => other.matches(".menu-group"));
  const next = groups[groups.indexOf(menu) + step];
  if (!step || !next) return;
  event.preventDefault();
  const open = menu.open;
  next.querySelector("summary").focus();
  next.open = open;
}

document.addEventListener("keydown", (event) => {
  const menu = event.target.closest?.(".top details");
  if (!menu) return;
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary").focus();
  } else {
    moveInMenu(event, menu);
    if (menu.matches(".menu-group")) moveBetweenMenus(event, menu);
  }
});

// Colours
const systemDark = matchMedia("(prefers-color-scheme: dark)");
for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  button.addEventListener("click", () => {
    const system = systemDark.matches ? "dark" : "light";
    const now = document.documentElement.dataset.theme ?? system;
    const next = now === "dark" ? "light" : "dark";
    // What equals the system's choice is not kept, so that the page follows the system again.
    kept.set("comity-theme", next === system ? null : next);
    if (next === system) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  });
}

// Shortcuts
const dialog = document.getElementById("shortcuts");
const use = document.getElementById("use-shortcuts");
if (use) {
  use.checked = kept.get("comity-shortcuts") !== "off";
  use.addEventListener("change", () => kept.set("comity-shortcuts", use.checked ? null : "off"));
}
for (const button of document.querySelectorAll("[data-shortcuts]")) button.addEventListener("click", () => dialog.showModal());
dialog?.addEventListener("click", (event) => event.target === dialog && dialog.close());

let waiting = 0; // until when a letter after "g" counts
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !use?.checked) return;
  if (event.key === "?") dialog.open ? dialog.close() : dialog.showModal();
  else if (dialog.open) return;
  else if (event.key === "/") {
    const find = document.querySelector(".find input, main input[type=search]");
    if (find) { event.preventDefault(); find.focus(); find.select(); }
  } else if (event.key === "g") waiting = Date.now() + 1500;
  else if (Date.now() < waiting) {
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    waiting = 0;
    if (link) location.href = link.href;
  }
});

// Copy an address or any text: <button data-copy> copies this page's address, data-copy="text" the text.
document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy || location.href);
    button.textContent = "Copied";
  } catch {
    // Without https there is no clipboard; the text can be taken by hand.
    prompt("Copy this:", button.dataset.copy || location.href);
  }
  setTimeout(() => { button.textContent = before; }, 1500);
});

// Filters send themselves; a field typed into waits for Enter or for leaving it.
document.addEventListener("change", (event) => event.target.closest?.("[data-submit-on-change]")?.requestSubmit());

// A form with changes asks before it is left.
const changed = new Set();
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-guard]");
  if (form) changed.add(form);
});
document.addEventListener("submit", (event) => changed.delete(event.target));
addEventListener("beforeunload", (event) => {
  if ([...changed].some((form) => form.isConnected)) event.preventDefault();
});

for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
document.querySelector("form[method=post] .errors")?.focus();
document.getElementById("menu")?.addEventListener("toggle", (event) => {
  const here = event.target.querySelector(".menu-group[data-here]");
  if (here) here.open = event.newState === "open";
});
