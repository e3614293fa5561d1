// The first page: an article that is dropped is read at once, and waiting has a shape after 300 ms.

const form = document.querySelector<HTMLFormElement>("form.paste");
const file = document.querySelector<HTMLInputElement>("#file");
const main = document.querySelector("main");
const shape = document.getElementById("waiting");

form?.addEventListener("submit", () => {
  main?.setAttribute("aria-busy", "true");
  setTimeout(() => {
    if (shape) shape.hidden = false;
  }, 300);
});
// Back from the reader the page is as it was.
addEventListener("pageshow", () => {
  main?.removeAttribute("aria-busy");
  if (shape) shape.hidden = true;
});

const holds = (event: DragEvent): boolean =>
  [...(event.dataTransfer?.types ?? [])].some((one) => one === "Files" || one === "text/plain");
form?.addEventListener("dragover", (event) => {
  if (!holds(event)) return;
  event.preventDefault();
  form.classList.add("over");
});
form?.addEventListener("dragleave", () => form.classList.remove("over"));
form?.addEventListener("drop", (event) => {
  form.classList.remove("over");
  const text = document.querySelector<HTMLTextAreaElement>("#text");
  if (!file || !text || !event.dataTransfer) return;
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) {
    text.value = ""; // what was dropped is meant, not what was pasted before
    file.files = event.dataTransfer.files;
  } else text.value = event.dataTransfer.getData("text/plain");
  form.requestSubmit();
});
