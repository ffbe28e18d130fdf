// What a date in a text was resolved to and why, on hover and focus. Without this the browser shows the title.
let tip = null;

function hide() {
  tip?.remove();
  tip = null;
}

function show(time) {
  hide();
  if (time.title) {
    time.dataset.tip = time.title;
    time.removeAttribute("title");
  }
  tip = document.createElement("div");
  tip.className = "tip";
  tip.id = "date-tip";
  tip.role = "tooltip";
  tip.textContent = time.dataset.tip;
  document.body.append(tip);
  time.setAttribute("aria-describedby", tip.id);
  const place = time.getClientRects()[0];
  const above = place.top - tip.offsetHeight - 6;
  tip.style.top = `${above > 0 ? above : place.bottom + 6}px`;
  tip.style.left = `${Math.max(8, Math.min(place.left, innerWidth - tip.offsetWidth - 8))}px`;
}

export function startDates() {
  const dateAt = (event) => event.target.closest?.("time[title], time[data-tip]");
  for (const name of ["pointerover", "focusin"]) {
    document.addEventListener(name, (event) => {
      const time = dateAt(event);
      if (time) show(time);
      else if (name === "pointerover" && tip && !document.activeElement?.matches("time")) hide();
    });
  }
  document.addEventListener("focusout", (event) => dateAt(event) && hide());
  document.addEventListener("scroll", hide, true);
}
