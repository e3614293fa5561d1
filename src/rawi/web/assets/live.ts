// The queue without loading pages anew: htmx fetches what a link or form of <main> leads to and puts its <main> in
// the place of this one. Without this script the same links and forms load pages.

import htmx from "htmx.org/dist/htmx.esm.min.js";
import "htmx.org/dist/ext/hx-preload.js";

htmx.config.includeIndicatorCSS = false;
for (const [name, value] of [
  ["target", "#main"],
  ["select", "#main"],
  ["swap", "outerHTML show:none"],
  ["indicator", "#main"], // its class htmx-request: rawi.css dims what is shown if an answer takes longer
] as const)
  document.body.setAttribute(`hx-${name}:inherited`, value);

// Only what leads to the queue again: other pages have scripts of their own, and data is to be downloaded.
const QUEUE = 'a:is([href="/review"], [href^="/review?"]), form:is([action="/review"], .filter)';
const AHEAD = "rawi:ahead"; // the next entry is fetched while this one is read, and forgotten after ten seconds
const boost = (): void => {
  document.querySelector('#main a[data-do~="next"]')?.setAttribute("hx-preload", `${AHEAD} timeout:10s`);
  for (const part of document.querySelectorAll(`#main :is(${QUEUE})`)) part.setAttribute("hx-boost", "true");
};
boost();

const fetchAhead = (): void => {
  setTimeout(() => document.querySelector('#main a[data-do~="next"]')?.dispatchEvent(new Event(AHEAD)), 150);
};
addEventListener("htmx:after:init", fetchAhead, { once: true });

// Who does not see the page hears what came; where nothing came, everybody is told so.
const told = document.getElementById("told");
addEventListener("htmx:after:swap", () => {
  boost();
  htmx.process(document.getElementById("main"));
  fetchAhead();
  document.getElementById("main")?.focus({ preventScroll: true });
  const heading = document.querySelector("#open h2") ?? document.querySelector("#main h1");
  if (told) told.textContent = heading?.textContent ?? "";
});
addEventListener("htmx:error", () => {
  const unanswered = document.getElementById("unanswered");
  if (unanswered) unanswered.hidden = false;
});
addEventListener("htmx:before:request", () => {
  const unanswered = document.getElementById("unanswered");
  if (unanswered) unanswered.hidden = true;
});
