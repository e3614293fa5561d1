// What adds to the dossier: the entry that is open, in focus, under the pointer or led to; else the article.

const BUTTON = "form.collect button, button.collect";

export const findCollector = (): HTMLElement | null => {
  const open = document.querySelector<HTMLElement>("#open form.collect button");
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
