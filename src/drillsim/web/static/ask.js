// Asks before something is done: the sentence of what will be done is read back, then Confirm or Back.
const box = document.getElementById("ask");
const says = document.getElementById("ask-says");
const DOUBLE_MS = 300;
let opened = 0, answered = null;

// The sentence of a form or of the button pressed; {name} stands for what the field of that name shows.
export function sentence(form, pressed) {
  const words = pressed?.dataset.says ?? form.dataset.says;
  return words?.replace(/\{(\w+)\}/g, (all, name) => (form.elements[name] ? shown(form.elements[name]) : all));
}
function shown(field) {
  if (field.selectedOptions) return field.selectedOptions[0].text;
  const of = [...(field.list?.options ?? [])].find((each) => each.value === field.value);
  return of && of.label !== field.value ? `${field.value} ${of.label}` : field.value;
}

// True once it was confirmed. What was focused before is focused again, also where its page was made anew meanwhile.
export async function ask(words) {
  answered?.(false);
  const before = document.activeElement, key = before?.dataset.key;
  says.textContent = words;
  opened = performance.now();
  if (!box.open) box.showModal();
  box.querySelector("[value=yes]").focus();
  const yes = await new Promise((resolve) => { answered = resolve; });
  answered = null;
  const back = before?.isConnected ? before : key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  (back || document.getElementById("answer")).focus({ preventScroll: true });
  return yes;
}
export const asking = () => Boolean(box?.open);
export function withdraw() { if (box?.open) box.close(); }

// A press that comes with the one that opened it, or of a key that is held down, is none.
box?.addEventListener("click", (event) => {
  const pressed = event.target.closest("button");
  if (!pressed || (pressed.value === "yes" && performance.now() - opened < DOUBLE_MS)) return;
  const settle = answered;
  if (pressed.value === "yes") answered = null;
  box.close();
  if (pressed.value === "yes") settle?.(true);
});
box?.addEventListener("keydown", (event) => { if (event.repeat && event.key !== "Tab") event.preventDefault(); });
box?.addEventListener("close", () => { if (!box.open) answered?.(false); });
