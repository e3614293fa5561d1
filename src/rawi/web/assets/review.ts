// Reviewing with the mouse: words that are marked in the evidence become the place of an entry. The keyboard has
// two lists of words for it, which work without scripts too.

let form: HTMLFormElement | null;
let first: HTMLSelectElement | null | undefined;
let last: HTMLSelectElement | null | undefined;
let words: HTMLElement[] = [];

const paint = (): void => {
  if (!first || !last) return;
  for (const word of words) {
    const inside = Number(word.dataset.start) >= Number(first.value) && Number(word.dataset.end) <= Number(last.value);
    word.classList.toggle("chosen", inside);
  }
};

const mark = (): void => {
  const marked = getSelection();
  if (!marked || marked.isCollapsed || !first || !last) return;
  const range = marked.getRangeAt(0);
  const found = words.filter((one) => range.intersectsNode(one));
  const [from, to] = [found[0], found[found.length - 1]];
  if (!from?.dataset.start || !to?.dataset.end) return;
  first.value = from.dataset.start;
  last.value = to.dataset.end;
  paint();
};

const begin = (): void => {
  const here = document.querySelector<HTMLElement>(".queue .list [aria-current]");
  const list = here?.closest<HTMLElement>(".list");
  // only where the list scrolls by itself: the page stays with the entry that is open
  if (here && list && list.scrollHeight > list.clientHeight) list.scrollTop = here.offsetTop - list.offsetTop;
  form = document.querySelector<HTMLFormElement>("form.whole");
  first = form?.querySelector<HTMLSelectElement>("[name='word.first']");
  last = form?.querySelector<HTMLSelectElement>("[name='word.last']");
  words = [...document.querySelectorAll<HTMLElement>(".pick [data-start]")];
  document.querySelector(".pick")?.addEventListener("mouseup", mark);
  first?.addEventListener("change", paint);
  last?.addEventListener("change", paint);
  paint();
};
addEventListener("htmx:after:swap", begin); // live.ts puts another entry here
begin();
