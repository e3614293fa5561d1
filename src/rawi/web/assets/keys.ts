// Single keys by the place of the key, whatever letter it writes. The page says which action each place has
// (`data-places` of the document), and elements say which action they are (`data-do`). Nothing happens inside
// fields, and nothing where a reader turned single keys off.

import { typing } from "./fields";
import { findCollector, findFocused } from "./dossier";

const root = document.documentElement;
root.classList.add("js");
const places: Record<string, string> = Object.fromEntries(
  (root.dataset.places ?? "").split(" ").filter(Boolean).map((one) => one.split(":").reverse() as [string, string]),
);
const pages: Record<string, string> = Object.fromEntries(
  (root.dataset.pages ?? "").split(" ").filter(Boolean).map((one) => one.split(":") as [string, string]),
);

const help = document.querySelector<HTMLDialogElement>("dialog#keys");
let leaving = false; // one key, one decision: the page that answers it is another one
let going = false; // the key that goes elsewhere was pressed, the next one says where
for (const shown of ["pageshow", "htmx:after:swap", "htmx:error"]) addEventListener(shown, () => (leaving = false));

// What is in focus comes first; what belongs to one of many entries is never pressed for want of a choice.
const find = (action: string): HTMLElement | null => {
  const wanted = `[data-do~="${action}"]`;
  const own = findFocused()?.querySelector<HTMLElement>(wanted);
  if (own) return own;
  return [...document.querySelectorAll<HTMLElement>(wanted)].find((one) => !one.closest("li.entry")) ?? null;
};

const press = (action: string): boolean => {
  const found = find(action);
  if (!found) return false;
  if (found instanceof HTMLDetailsElement) {
    found.open = true;
    found.querySelector<HTMLElement>("input, select")?.focus();
    return true;
  }
  if (found.matches("input, select, textarea")) {
    found.focus();
    return true;
  }
  leaving = found.matches("a[href]:not([href^='#']), button:not([type='button'])");
  found.click();
  return true;
};

// Cards of a list, entries of the reader, pieces of evidence: one after the other.
const step = (selector: string, by: number): boolean => {
  const every = [...document.querySelectorAll<HTMLElement>(selector)];
  if (!every.length) return false;
  const here = every.findIndex((one) => one.contains(document.activeElement) || one.dataset.here === "yes");
  const next = every[Math.min(every.length - 1, Math.max(0, here < 0 ? (by > 0 ? 0 : every.length - 1) : here + by))];
  if (!next) return false;
  for (const one of every) delete one.dataset.here;
  next.dataset.here = "yes";
  if (!next.matches("a[href], button, [tabindex]")) next.tabIndex = -1;
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  return true;
};
const CARDS = "main article.card, main li.entry";
const EVIDENCE = "main .evidence mark, main .telling mark";
// The reader goes through its text itself (reader.ts), for several entries may begin at one word.
const lead = (forward: boolean): boolean =>
  !dispatchEvent(new CustomEvent("rawi:evidence", { detail: forward, cancelable: true }));

const act = (action: string): boolean => {
  switch (action) {
    case "search": {
      const field = document.getElementById("q");
      field?.focus();
      return field !== null;
    }
    case "next":
    case "skip":
      return press(action) || press("next") || (action === "next" && step(CARDS, 1));
    case "previous":
      return press("previous") || step(CARDS, -1);
    case "dossier": {
      const button = findCollector();
      leaving = button !== null;
      button?.click();
      return leaving;
    }
    case "after":
      return step(EVIDENCE, 1) || lead(true);
    case "before":
      return step(EVIDENCE, -1) || lead(false);
    default:
      return press(action);
  }
};

const layers = (event: KeyboardEvent): boolean => {
  const number = /^Digit([1-6])$/.exec(event.code)?.[1];
  return number !== undefined && press(`layer${number}`);
};

const arrows = (event: KeyboardEvent): boolean => {
  // What is seen: in a page from right to left, the left arrow leads on.
  const on = root.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  const back = root.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  if (event.target instanceof Element && event.target.closest(".wide, [role='region'], svg")) return false;
  if (event.code === on) return press("next");
  return event.code === back && press("previous");
};

const go = (code: string): boolean => {
  const page = pages[code];
  if (!page) return false;
  leaving = true;
  location.assign(page);
  return true;
};

const answer = (event: KeyboardEvent): boolean => {
  const chosen = going;
  going = false;
  if (event.shiftKey) return event.code === "Slash" && help !== null && (showHelp(), true);
  if (chosen) return go(event.code);
  if (event.code === "Escape") return press("back");
  if (event.code === "Enter")
    return event.target instanceof HTMLElement && event.target.dataset.here === "yes" && open(event.target);
  const action = places[event.code];
  if (action === "go") return (going = true);
  return (action !== undefined && act(action)) || layers(event) || arrows(event);
};

const open = (card: HTMLElement): boolean => {
  const article = card.querySelector<HTMLAnchorElement>("a[href^='/d/'], a[href^='#a-']");
  const link = article ?? card.querySelector<HTMLAnchorElement>("a[href]");
  link?.click();
  return link !== null;
};

// The list of keys names those that do something on this page.
const WITHOUT_MARK: Record<string, string> = {
  search: "#q",
  next: `${CARDS}, [data-do~="next"]`,
  previous: `${CARDS}, [data-do~="previous"]`,
  skip: '[data-do~="skip"], [data-do~="next"]',
  dossier: "form.collect, button.collect",
  before: `${EVIDENCE}, .reader`,
  after: `${EVIDENCE}, .reader`,
  open: CARDS,
  layers: "[data-layer]",
  arrows: '[data-do~="next"], [data-do~="previous"]',
  go: "body",
  help: "body",
};
const showHelp = (): void => {
  for (const row of help?.querySelectorAll<HTMLElement>("tr[data-key]") ?? []) {
    const name = row.dataset.key ?? "";
    row.hidden = !document.querySelector(WITHOUT_MARK[name] ?? `[data-do~="${name}"]`);
  }
  help?.showModal();
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.isComposing) return;
  if (leaving || root.dataset.keys === "off" || typing(event.target) || help?.open) return;
  if (answer(event)) event.preventDefault();
});

for (const link of document.querySelectorAll("a.keys")) {
  link.addEventListener("click", (event) => {
    if (!help) return;
    event.preventDefault();
    showHelp();
  });
}
help?.querySelector("button")?.addEventListener("click", () => help.close());
