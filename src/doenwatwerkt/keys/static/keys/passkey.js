// Passkeys: ask our server what to answer, let the browser answer, send the form. Without this file a code still works.
const GONE_WRONG = "Dat lukte niet. Probeer het opnieuw, of kies een andere manier.";
const NOT_HERE = "Deze browser kent geen passkeys. Kies een andere manier.";

async function answer(form) {
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  const asked = await fetch(form.dataset.ask, { method: "POST", headers: { "X-CSRFToken": token, Accept: "application/json" } });
  if (!asked.ok || asked.redirected) throw new Error("not asked");
  return JSON.stringify(await webauthnJSON[form.dataset.passkey](await asked.json()));
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-said]");
  form.hidden = false;
  form.parentElement.querySelector("[data-instead]").hidden = true;
  form.addEventListener("submit", async (event) => {
    const credential = form.elements.credential;
    if (credential.value) return;
    event.preventDefault();
    said.textContent = "";
    try {
      if (!window.PublicKeyCredential) throw new Error(NOT_HERE);
      credential.value = await answer(form);
      form.submit();
    } catch (trouble) {
      said.textContent = trouble.message === NOT_HERE ? NOT_HERE : GONE_WRONG;
    }
  });
}
