// What htmx leaves to us after new results: read their number aloud, keep folds open and focus in place. Nothing needs this file.
let open = [];
let focus = "";
document.addEventListener("htmx:beforeSwap", () => {
  open = [...document.querySelectorAll("#results details[open]")].map((fold) => fold.id);
  focus = document.activeElement?.id || "";
});
document.addEventListener("htmx:afterSettle", () => {
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (focus && document.activeElement?.id !== focus) document.getElementById(focus)?.focus({ preventScroll: true });
  const count = document.querySelector("#results [data-said], #hints [data-said]");
  const said = document.getElementById("said");
  if (said && count) said.textContent = count.dataset.said || count.textContent;
});
