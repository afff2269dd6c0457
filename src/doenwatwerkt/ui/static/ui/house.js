// Reads the new number of results aloud after htmx put them in place. Everything works without this file.
document.addEventListener("htmx:afterSwap", (event) => {
  const said = document.getElementById("said");
  const count = event.detail.target.querySelector("[data-said]");
  if (said && count) said.textContent = count.dataset.said || count.textContent;
});
