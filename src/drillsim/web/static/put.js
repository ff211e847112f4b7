// Puts what the server sends where it belongs, and leaves alone what somebody has under a finger or is filling in.
let held = null, whenPut = () => {};
const waiting = new Map();
export function afterEach(act) { whenPut = act; }

// What is under a finger is not exchanged until the finger is off it, or the press would be lost.
document.addEventListener("pointerdown", (event) => { held = event.target.closest("[data-fragment]")?.dataset.fragment ?? null; });
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => setTimeout(() => {
    held = null;
    const due = [...waiting];
    waiting.clear();
    for (const [name, html] of due) put(name, html);
  }));
}

export function put(name, html) {
  const place = document.querySelector(`[data-fragment="${name}"]`);
  if (!place) return;
  if (name === held) { waiting.set(name, html); return; }
  const found = document.createElement("template");
  found.innerHTML = html;
  if (place.querySelector("[data-row]") && found.content.querySelector("[data-row]")) rows(place, found.content);
  else exchange(place, found.content);
  whenPut(name);
}

// The focus goes back to what has the same key; where that is gone, to the beginning of the part it stood in.
function exchange(place, fresh) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null, key = focused?.dataset.key;
  const open = [...place.querySelectorAll("details[data-key]")].map((each) => [each.dataset.key, each.open]);
  place.replaceChildren(fresh);
  for (const [of, isOpen] of open) {
    const found = place.querySelector(`details[data-key="${CSS.escape(of)}"]`);
    if (found) found.open = isOpen;
  }
  if (!focused) return;
  const same = key && place.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!same) place.tabIndex = -1;
  (same || place).focus({ preventScroll: true });
}

// Rows hold forms: what they tell is exchanged, what is filled in stays.
function rows(place, fresh) {
  const named = (row) => `[data-row="${CSS.escape(row.dataset.row)}"]`;
  for (const row of place.querySelectorAll("[data-row]")) if (!fresh.querySelector(named(row))) row.remove();
  let before = null;
  const list = place.querySelector("[data-rows]");
  for (const row of [...fresh.querySelectorAll("[data-row]")]) {
    const here = place.querySelector(named(row));
    if (here) {
      const told = here.querySelector("[data-told]"), now = row.querySelector("[data-told]");
      if (told.innerHTML !== now.innerHTML) told.replaceChildren(...now.childNodes);
    } else if (before) before.after(row);
    else list.prepend(row);
    before = here ?? row;
  }
}
