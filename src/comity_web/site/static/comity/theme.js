// Runs before the page is drawn, so that nobody sees the other colours first.
"use strict";
document.documentElement.classList.add("js");
try {
  const chosen = localStorage.getItem("comity-theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // A browser that keeps nothing follows the system's colours.
}
