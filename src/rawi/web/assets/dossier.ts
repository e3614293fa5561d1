// The key B, by its place: adds the entry that is open, in focus, under the pointer or led to; else the article.

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const BUTTON = "form.collect button";

const find = (): HTMLElement | null => {
  const open = document.querySelector<HTMLElement>(`#open ${BUTTON}`);
  if (open) return open;
  const entry = document.querySelector(":target")?.getAttribute("id");
  const places = [
    document.activeElement?.closest(".entry, .card"),
    document.querySelector(".entry:hover, .card:hover"),
    entry ? document.querySelector(`.entry[data-entries~="${CSS.escape(entry)}"], #${CSS.escape(entry)}`) : null,
    document,
  ];
  for (const place of places) {
    const button = place?.querySelector<HTMLElement>(BUTTON);
    if (button) return button;
  }
  return null;
};

document.addEventListener("keydown", (event) => {
  if (event.code !== "KeyB" || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat) return;
  if (event.isComposing || inField(event.target) || document.documentElement.dataset.keys === "off") return;
  const button = find();
  if (!button) return;
  event.preventDefault();
  button.click();
});
