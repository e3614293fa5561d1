// The shell of every page: single keys (keys.ts); entries light up in text and list together.

import "./keys";

const light = (event: Event): void => {
  for (const part of document.querySelectorAll(".lit")) part.classList.remove("lit");
  const here = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-entries]") : null;
  for (const entry of here?.dataset.entries?.split(" ") ?? [])
    for (const part of document.querySelectorAll(`[data-entries~="${CSS.escape(entry)}"]`)) part.classList.add("lit");
};
document.addEventListener("mouseover", light);
document.addEventListener("focusin", light);

// What can be copied gets its button; without scripts the words can be selected.
for (const button of document.querySelectorAll<HTMLButtonElement>("button.copy")) {
  const field = button.parentElement?.querySelector<HTMLTextAreaElement>("textarea.citation");
  if (!field) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.setAttribute("aria-pressed", "true");
  });
}

// On a narrow screen the pages stand in one line that scrolls: the one that is open is in sight.
document.querySelector("body > nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
