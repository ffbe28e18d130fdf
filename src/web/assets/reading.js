// Walking through a document: from match to match, from passage to passage.
let marks = [];
let now = -1;

const container = () => document.querySelector(".reading");

function show() {
  const count = container()?.querySelector(".matches .count");
  if (count && marks.length > 0) count.textContent = now < 0 ? `${marks.length} ${marks.length === 1 ? "match" : "matches"}` : `match ${now + 1} of ${marks.length}`;
}

// The first match at or behind what is in sight, when none has been gone to.
function nearest() {
  const place = document.querySelector(".passage:target, .passage.now");
  if (!place) return -1;
  return marks.findIndex((mark) => place.contains(mark) || place.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING) - 1;
}

export function walkMatch(step) {
  if (marks.length === 0) return false;
  if (now < 0) now = step > 0 ? nearest() : nearest() + 1;
  marks[now]?.classList.remove("now");
  now = (Math.max(now, step > 0 ? -1 : 0) + step + marks.length) % marks.length;
  marks[now].classList.add("now");
  marks[now].scrollIntoView({ block: "center" });
  show();
  return true;
}

export function startReading(changed) {
  const reading = container();
  if (!reading || !changed.some((part) => part.contains(reading))) return;
  marks = [...reading.querySelectorAll(".document-text mark")];
  now = -1;
  const walk = reading.querySelector(".walk");
  if (!walk) return;
  walk.hidden = false;
  walk.querySelector(".previous").addEventListener("click", () => walkMatch(-1));
  walk.querySelector(".next").addEventListener("click", () => walkMatch(1));
}
