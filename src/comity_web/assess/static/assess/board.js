// The board: marks open their partner beside the plane, refusals are shown, the focus stays. Without
// this script marks and cells lead to pages.

let edited = ""; // the partner whose priority is being saved

document.addEventListener("click", (event) => {
  const mark = event.target.closest?.("[data-plane] a");
  if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  htmx.ajax("GET", mark.getAttribute("href"), { target: "#panel", source: "#panel" });
});

// A refusal (400) or somebody else's save (409) stands where the form stood.
document.addEventListener("htmx:beforeSwap", (event) => {
  if (![400, 409].includes(event.detail.xhr.status)) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

document.addEventListener("htmx:beforeRequest", (event) => {
  const cell = event.target.closest?.("td[data-priority]");
  edited = event.detail.requestConfig.verb === "post" ? (cell?.parentElement.dataset.partner ?? "panel") : "";
});

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id !== "board" || !edited) return;
  const place = edited === "panel" ? document.getElementById("panel") : document.querySelector(`[data-edit="${CSS.escape(edited)}"]`);
  if (place?.id === "panel") place.tabIndex = -1;
  (place ?? document.getElementById("board")).focus?.();
});
