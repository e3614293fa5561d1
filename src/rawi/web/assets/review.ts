// The queue without a mouse: what has data-key is pressed by the key of that place, whatever letter it writes.

const field = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

let done = false; // one key, one decision: the page that answers it is another one

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat || event.isComposing) return;
  if (done || document.documentElement.dataset.keys === "off" || field(event.target)) return;
  const pressed = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.code)}"]`);
  if (!pressed) return;
  event.preventDefault();
  done = true;
  pressed.click();
});
for (const shown of ["pageshow", "htmx:after:swap", "htmx:error"]) addEventListener(shown, () => (done = false));
document.querySelector(".queue [aria-current]")?.scrollIntoView({ block: "nearest" });
