// Saves a draft every ten seconds when something changed, and counts letters. Without it the button saves.
const form = document.getElementById("schrijven");
const told = document.getElementById("bewaard");
const alarm = document.getElementById("niet-bewaard");
const EVERY = 10000;
let last = "";
let busy = false;
let stopped = false;

function written() {
  const data = new FormData(form);
  data.delete("csrfmiddlewaretoken");
  data.delete("revision");
  return new URLSearchParams(data).toString();
}

function warn(words) {
  alarm.textContent = words;
  alarm.hidden = false;
}

async function save() {
  const now = written();
  if (busy || stopped || now === last) return;
  busy = true;
  try {
    const answer = await fetch(form.dataset.autosave, {
      method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error", headers: { Accept: "application/json" },
    });
    if (answer.ok) {
      const { revision, said } = await answer.json();
      form.elements.revision.value = revision;
      told.textContent = said;
      alarm.hidden = true;
      last = now;
    } else if (answer.status === 409) {
      stopped = true;
      warn(`${(await answer.json()).said} Klik op Bewaren: u ziet dan beide teksten naast elkaar.`);
    } else {
      stopped = true;
      warn("Bewaren lukt niet meer. Bent u nog aangemeld, en heeft u nog toegang? Kopieer uw tekst voor u weggaat.");
    }
  } catch {
    warn("Bewaren lukte net niet. Wij proberen het zo weer. Uw tekst staat nog hier.");
  }
  busy = false;
}

function count({ target }) {
  const counter = target.dataset?.most && document.getElementById(`${target.name}-teller`);
  if (!counter) return;
  counter.textContent = `${target.value.length} van hoogstens ${target.dataset.most} tekens`;
  counter.classList.toggle("over", target.value.length > Number(target.dataset.most));
}

if (form) {
  last = written();
  setInterval(save, EVERY);
  form.addEventListener("input", count);
  form.addEventListener("submit", ({ submitter }) => { if (!submitter?.formTarget) last = written(); });
  addEventListener("beforeunload", (leaving) => { if (written() !== last) leaving.preventDefault(); });
}
