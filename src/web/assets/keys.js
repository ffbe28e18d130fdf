// The keys: / j k enter n p c t esc ?
import { citePassage, closeDialog, openDialog } from "./cite.js";
import { walkMatch } from "./reading.js";
import { read, visit } from "./visit.js";

// What j and k go along: hits, or, where a document is read by itself, its passages.
const stops = () => [...document.querySelectorAll(document.getElementById("results") ? ".hit" : ".passage")];
const current = () => document.querySelector(".hit.now, .passage.now");

function stop(element, focus = true) {
  current()?.classList.remove("now");
  element.classList.add("now");
  element.tabIndex = -1;
  if (focus) element.focus({ preventScroll: true });
  element.scrollIntoView({ block: "nearest" });
}

// The first in sight below the search box.
const inSight = () => stops().find((element) => element.getBoundingClientRect().bottom > 80);

function step(by) {
  const all = stops();
  const place = all.indexOf(current());
  const next = place < 0 ? inSight() : all[Math.min(Math.max(place + by, 0), all.length - 1)];
  if (next) stop(next);
}

function escape() {
  const close = document.querySelector(".reading a.close");
  if (close) close.click();
  else document.activeElement?.blur();
}

const actions = {
  "/": () => {
    const box = document.getElementById("q");
    box.focus();
    box.select();
  },
  j: () => step(1),
  k: () => step(-1),
  n: () => walkMatch(1),
  p: () => walkMatch(-1),
  c: () => {
    const place = current() ?? inSight();
    if (place) citePassage(place.dataset.passage);
  },
  t: () => {
    const tables = [...document.querySelectorAll(".numbers")];
    const open = tables.some((details) => !details.open);
    tables.forEach((details) => (details.open = open));
    const fold = document.getElementById("fold");
    if (open && fold) fold.checked = true;
  },
  "?": () => openDialog("/help", "#help"),
  Escape: escape,
};

const typesIn = (element) => element.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

export function startKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (document.querySelector("dialog[open]")) {
      if (event.key === "?") closeDialog();
      return;
    }
    if (typesIn(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const hit = event.target.closest?.(".hit");
    if (event.key === "Enter" && hit === event.target) {
      const link = hit.querySelector("a.read");
      event.preventDefault();
      read(link);
      return;
    }
    const act = actions[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  // What is clicked is what the keys go on from.
  document.addEventListener("click", (event) => {
    const place = event.target.closest?.(".hit, .passage");
    if (place && place !== current()) stop(place, false);
  });
}
