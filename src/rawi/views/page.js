// Lights up all parts of an entry, in the text and in the list, while the pointer or the focus is on one of them.
"use strict";
const lit = (event) => {
  document.querySelectorAll(".lit").forEach((part) => part.classList.remove("lit"));
  const here = event.target.closest("[data-entries]");
  if (!here) return;
  for (const entry of here.dataset.entries.split(" "))
    document.querySelectorAll(`[data-entries~="${CSS.escape(entry)}"]`).forEach((part) => part.classList.add("lit"));
};
document.addEventListener("mouseover", lit);
document.addEventListener("focusin", lit);
