// The shell of every page: `/` leads to the search, by the key's place, whatever letter the keyboard puts there;
// entries light up in text and list together.

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

document.addEventListener("keydown", (event) => {
  if (event.code !== "Slash" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (document.documentElement.dataset.keys === "off") return;
  event.preventDefault();
  document.getElementById("q")?.focus();
});

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
