// The reader: layers that remember themselves, a chooser where several entries cross, the evidence by keys.
// Without scripts the boxes still hide layers, and the list beside the text leads to all words.

import { typing } from "./fields";

const html = document.documentElement;
const reader = document.querySelector<HTMLElement>(".reader");
const chooser = document.getElementById("chooser");
const KEPT = "rawi-layers";

// An address of a citation leads to its words: the server marks them, for it alone counts code points.
const place = /^#char=(\d+,\d+)$/.exec(location.hash);
if (place) location.replace(`${location.pathname}?char=${place[1]}#found`);

const boxes = [...document.querySelectorAll<HTMLInputElement>("input[data-layer]")];
const keep = (): void => {
  try {
    localStorage.setItem(KEPT, JSON.stringify(boxes.filter((one) => !one.checked).map((one) => one.id)));
  } catch {
    // Storage is closed: the boxes then hold for this page alone.
  }
};
try {
  const off: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
  if (Array.isArray(off)) for (const one of boxes) one.checked = !off.includes(one.id);
} catch {
  // Nothing that can be read was kept.
}
for (const one of boxes) one.addEventListener("change", keep);

const marked = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".text [data-entries]")];
const entriesOf = (part: HTMLElement): string[] => (part.dataset.entries ?? "").split(" ").filter(Boolean);
const lengths = new Map<string, number>();
for (const part of marked())
  for (const entry of entriesOf(part)) lengths.set(entry, (lengths.get(entry) ?? 0) + (part.textContent ?? "").length);

const cardsOf = (part: HTMLElement): HTMLElement[] =>
  entriesOf(part)
    .sort((one, other) => (lengths.get(one) ?? 0) - (lengths.get(other) ?? 0))
    .map((entry) => document.getElementById(`card-${entry}`))
    .filter((card): card is HTMLElement => card !== null);

const lead = (card: HTMLElement): void => {
  history.replaceState(null, "", `#${card.id}`);
  card.scrollIntoView({ block: "nearest" });
  card.querySelector<HTMLElement>("a")?.focus({ preventScroll: true });
};

const choose = (part: HTMLElement, cards: HTMLElement[]): void => {
  const list = chooser?.querySelector("ul");
  if (!chooser || !list) return;
  list.replaceChildren(...cards.map((card) => {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${card.id}`;
    link.append(...[...(card.querySelector("a")?.childNodes ?? [])].map((one) => one.cloneNode(true)));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      chooser.hidePopover();
      lead(card);
    });
    line.append(link);
    return line;
  }));
  chooser.showPopover();
  const at = part.getClientRects()[0] ?? part.getBoundingClientRect();
  const wide = chooser.offsetWidth;
  const left = Math.max(8, Math.min(at.left, innerWidth - wide - 8));
  const below = at.bottom + 4;
  const top = below + chooser.offsetHeight < innerHeight ? below : Math.max(8, at.top - chooser.offsetHeight - 4);
  chooser.style.setProperty("left", `${left}px`);
  chooser.style.setProperty("top", `${top}px`);
  list.querySelector("a")?.focus();
};

const open = (part: HTMLElement): boolean => {
  const cards = cardsOf(part);
  if (cards.length === 0) return false;
  if (cards.length === 1) lead(cards[0]!);
  else choose(part, cards);
  return true;
};

document.querySelector(".text")?.addEventListener("click", (event) => {
  if (getSelection()?.isCollapsed === false || !(event.target instanceof Element)) return;
  const part = event.target.closest<HTMLElement>("[data-entries]");
  if (part && open(part)) event.preventDefault();
});

// [ and ] go through the evidence in the order of the text; Enter opens what stands there.
const step = (forward: boolean): void => {
  const parts = marked().filter((part) => cardsOf(part).length > 0);
  const here = parts.indexOf(document.activeElement as HTMLElement);
  const next = parts[here < 0 ? (forward ? 0 : parts.length - 1) : here + (forward ? 1 : -1)];
  if (!next) return;
  next.tabIndex = -1;
  next.focus();
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
  if (event.code === "Enter" && event.target instanceof HTMLElement && event.target.matches(".text [data-entries]")) {
    if (open(event.target)) event.preventDefault();
    return;
  }
  if (html.dataset.keys === "off" || event.shiftKey || !reader) return;
  const box = boxes.find((one) => one.dataset.layer === event.code);
  if (!box) return;
  box.click();
  event.preventDefault();
});
addEventListener("rawi:evidence", (event) => {
  step((event as CustomEvent<boolean>).detail);
  event.preventDefault();
});
