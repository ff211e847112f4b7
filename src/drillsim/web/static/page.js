// Shows what the server sends, sends what is pressed, and says when the line is lost. Nothing is decided here.
import { ask, asking, sentence, withdraw } from "./ask.js";
import { afterEach, put } from "./put.js";

const body = document.body;
const line = document.getElementById("line");
const answer = document.getElementById("answer");

// The room's clock, from the server's at the moment the page was made: this machine's own may go wrong.
const made = performance.now();
function shown(seconds) {
  const two = (n) => String(Math.floor(n)).padStart(2, "0");
  return `${two(seconds / 3600 % 24)}:${two(seconds / 60 % 60)}:${two(seconds % 60)}`;
}
function tick() {
  const since = (performance.now() - made) / 1000;
  for (const place of document.querySelectorAll("[data-clock]")) {
    const from = Number(body.dataset[place.dataset.clock]);
    const words = place.dataset.clock === "room" ? shown(from + since) : String(Math.floor((from + since) / 60));
    if (place.textContent !== words) place.textContent = words;
  }
}
setInterval(tick, 250);
tick();
// Once the drill has begun its opening makes room for the roles.
const opening = document.querySelector("details[data-opening]");
let isBefore = Boolean(document.querySelector(".state.before"));
afterEach((name) => {
  tick();
  if (isBefore && name === "clock" && !document.querySelector(".state.before")) {
    isBefore = false;
    if (opening) opening.open = false;
  }
  if (name === "halt" && document.querySelector(".halt")) withdraw(); // the stop stands before any question
});

// What ends the drill is pressed twice: a press arms the key for some seconds, a second one that is no double click acts.
const ARMED_MS = 6000, DOUBLE_MS = 300;
function isConfirmed(form) {
  const key = form.querySelector("button");
  const now = performance.now(), since = now - Number(form.dataset.armed ?? -1e9);
  if (since < ARMED_MS) return since > DOUBLE_MS;
  const words = key.innerHTML;
  form.dataset.armed = now;
  key.textContent = answer.textContent = form.dataset.again;
  key.classList.add("armed");
  setTimeout(() => { key.innerHTML = words; key.classList.remove("armed"); delete form.dataset.armed; }, ARMED_MS);
  return false;
}

const events = new EventSource("events");
events.addEventListener("open", () => { if (!line.hidden) { line.hidden = true; answer.textContent = body.dataset.back; } });
events.addEventListener("error", () => { line.textContent = body.dataset.lost; line.hidden = false; });
events.addEventListener("message", (event) => {
  for (const [name, html] of Object.entries(JSON.parse(event.data))) put(name, html);
});

// Each press has a number of its own: sent twice, it is done once.
function number() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((each) => each.toString(16).padStart(2, "0")).join("");
}

// What stands in a row of the improvement list stays there; the row says that it is kept, and by which entry.
function kept(form, said) {
  if (said.entry && form.elements.seen) form.elements.seen.value = said.entry;
  form.classList.remove("changed");
  const mark = form.querySelector(".kept");
  if (mark) mark.textContent = said.text;
}
document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-keep]");
  if (!form) return;
  form.classList.add("changed");
  const mark = form.querySelector(".kept");
  if (mark) mark.textContent = "";
});

function clear(form) {
  for (const field of form.querySelectorAll("input:not([type=hidden], [type=range])")) {
    if (field.type === "checkbox") field.checked = false; else field.value = "";
  }
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("form[data-act]")) return;
  event.preventDefault();
  const pressed = event.submitter;
  if (form.dataset.again && !isConfirmed(form)) return;
  const told = new URLSearchParams(new FormData(form, pressed)); // what is read back is what is sent
  const says = sentence(form, pressed);
  if (says && !(await ask(says))) return;
  try {
    const reply = await fetch("do", { method: "POST", body: told, headers: { "X-Drill-Form": body.dataset.form, "X-Drill-Press": number() } });
    const said = await reply.json();
    answer.textContent = said.text;
    if (reply.ok && form.matches("[data-keep]")) kept(form, said);
    else if (reply.ok) clear(form);
    if (reply.ok && form.dataset.show) document.getElementById(form.dataset.show)?.scrollIntoView();
    if (said.reload && !document.querySelector("form.changed")) window.location.reload();
  } catch {
    answer.textContent = body.dataset.failed;
  }
});

document.addEventListener("click", (event) => {
  event.target.closest("[data-behind]")?.closest(".halt").classList.add("behind");
  const fill = event.target.closest("[data-fill]");
  const field = document.querySelector(".quick input[name=text]");
  if (!fill || !field) return;
  field.value = `${fill.dataset.fill} `;
  field.focus();
});

// A slider or a list that is sent as soon as it is let go.
document.addEventListener("change", (event) => { if (event.target.matches("[data-live]")) event.target.form.requestSubmit(); });

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, textarea")) return;
  if (asking()) {
    if (event.key.toLowerCase() !== "x") return;
    withdraw();
  }
  const meant = document.querySelector(`[data-hotkey="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!meant) return;
  event.preventDefault();
  if (meant.matches("input")) meant.focus(); else meant.click();
});
