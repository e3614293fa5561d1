// What adds to the dossier: the entry that is open, in focus, under the pointer or led to; else the article.

const BUTTON = "form.collect button, button.collect";

// The entry in focus: a card, or the one of the words of the reader that are in focus where only one stands there.
export const findFocused = (): HTMLElement | null => {
  const here = document.activeElement;
  const card = here?.closest<HTMLElement>(".entry, .card");
  if (card) return card;
  const entries = here instanceof HTMLElement ? (here.dataset.entries ?? "").split(" ").filter(Boolean) : [];
  return entries.length === 1 ? document.getElementById(`card-${entries[0]}`) : null;
};

export const findCollector = (): HTMLElement | null => {
  const open = document.querySelector<HTMLElement>("#open form.collect button");
  if (open) return open;
  const entry = document.querySelector(":target")?.getAttribute("id");
  const places = [
    findFocused(),
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
