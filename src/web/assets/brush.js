// Choosing a stretch of time on a histogram: drag with mouse or finger, drag an edge of what is chosen, or walk the bars with
// the arrow keys and widen with shift. What is chosen becomes the filter in the address.
import { addressWith, visit } from "./visit.js";

const SVG = "http://www.w3.org/2000/svg";
const REACH = { mouse: 7, pen: 10, touch: 18 }; // pixels beside an edge that still take it

class Brush {
  constructor(section) {
    this.name = section.dataset.histogram;
    this.section = section;
    this.svg = section.querySelector(".bars");
    this.units = this.svg.dataset.units.split(" ");
    this.width = Number(this.svg.dataset.width) / 100; // of the drawing: where the units end
    this.bars = [...this.svg.querySelectorAll("a[data-range]")];
    this.chosen = this.chosenUnits();
    this.walkable();
    this.svg.addEventListener("pointerdown", (event) => this.begin(event));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("dblclick", (event) => this.zoom(this.unitAt(event)));
    this.svg.addEventListener("click", (event) => this.dragged && (event.preventDefault(), event.stopPropagation()), true);
    this.svg.addEventListener("dragstart", (event) => event.preventDefault());
    if (this.chosen) this.band(...this.chosen, true);
  }

  // One stop for the tab key; the arrows go on from there.
  walkable() {
    this.bars.forEach((bar, i) => bar.setAttribute("tabindex", i === 0 ? "0" : "-1"));
  }

  chosenUnits() {
    const places = this.bars.filter((bar) => bar.classList.contains("on")).map((bar) => this.units.indexOf(bar.dataset.range));
    return places.length > 0 ? [Math.min(...places), Math.max(...places)] : null;
  }

  unitAt(event) {
    const box = this.svg.getBoundingClientRect();
    const place = Math.floor(((event.clientX - box.left) / (box.width * this.width)) * this.units.length);
    return Math.min(Math.max(place, 0), this.units.length - 1);
  }

  edgeAt(event) {
    if (!this.chosen) return null;
    const box = this.svg.getBoundingClientRect();
    const unit = (box.width * this.width) / this.units.length;
    const reach = REACH[event.pointerType] ?? REACH.mouse;
    const [first, last] = this.chosen;
    if (Math.abs(event.clientX - box.left - first * unit) <= reach) return last;
    if (Math.abs(event.clientX - box.left - (last + 1) * unit) <= reach) return first;
    return null;
  }

  begin(event) {
    const box = this.svg.getBoundingClientRect();
    this.dragged = false;
    if (event.button !== 0 || event.clientX > box.left + box.width * this.width) return;
    const edge = this.edgeAt(event);
    const anchor = edge ?? this.unitAt(event);
    const start = event.clientX;
    const move = (now) => {
      if (!this.dragged && Math.abs(now.clientX - start) < 5) return;
      if (!this.dragged) this.svg.setPointerCapture(event.pointerId);
      this.dragged = true;
      this.reach = [anchor, this.unitAt(now)].sort((a, b) => a - b);
      this.band(...this.reach);
    };
    const end = (now) => {
      this.svg.removeEventListener("pointermove", move);
      this.svg.removeEventListener("pointerup", end);
      this.svg.removeEventListener("pointercancel", end);
      if (!this.dragged) return;
      if (now.type === "pointercancel") this.unband();
      else this.choose(...this.reach);
    };
    this.svg.addEventListener("pointermove", move);
    this.svg.addEventListener("pointerup", end);
    this.svg.addEventListener("pointercancel", end);
  }

  range(first, last) {
    return first === last ? this.units[first] : `${this.units[first]}..${this.units[last]}`;
  }

  band(first, last, quiet = false) {
    this.unband();
    const unit = (this.width * 100) / this.units.length;
    const band = document.createElementNS(SVG, "rect");
    band.setAttribute("class", "band");
    band.setAttribute("x", `${unit * first}%`);
    band.setAttribute("width", `${unit * (last - first + 1)}%`);
    band.setAttribute("height", "100%");
    this.svg.append(band);
    if (quiet) return;
    const said = document.createElement("output");
    said.className = "brushed";
    said.textContent = this.range(first, last).replace("..", " – ");
    this.section.append(said);
  }

  unband() {
    this.svg.querySelector(".band")?.remove();
    this.section.querySelector(".brushed")?.remove();
  }

  choose(first, last) {
    visit(addressWith({ [this.name]: this.range(first, last) }));
  }

  zoom(first, last = first) {
    visit(addressWith({ [`${this.name}-view`]: this.range(first, last) }));
  }

  key(event) {
    const place = this.bars.indexOf(event.target.closest("a"));
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const goes = { ArrowLeft: place - 1, ArrowRight: place + 1, Home: 0, End: this.bars.length - 1 };
    const unit = this.units.indexOf(this.bars[place].dataset.range);
    const done = () => (event.preventDefault(), event.stopPropagation());
    if (event.key in goes) {
      const bar = this.bars[Math.min(Math.max(goes[event.key], 0), this.bars.length - 1)];
      this.bars.forEach((own) => own.setAttribute("tabindex", own === bar ? "0" : "-1"));
      bar.focus();
      if (event.shiftKey) {
        this.anchor ??= unit;
        this.reach = [this.anchor, this.units.indexOf(bar.dataset.range)].sort((a, b) => a - b);
        this.band(...this.reach);
      } else {
        this.forget();
      }
      done();
    } else if (event.key === "Enter" && this.anchor !== undefined) {
      this.choose(...this.reach);
      done();
    } else if (event.key === "+") {
      if (this.anchor !== undefined) this.zoom(...this.reach);
      else this.zoom(unit);
      done();
    } else if (event.key === "-") {
      this.section.querySelector("a.wider")?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
      done();
    } else if (event.key === "Escape" && this.anchor !== undefined) {
      this.forget();
      done();
    }
  }

  forget() {
    this.anchor = undefined;
    this.unband();
    if (this.chosen) this.band(...this.chosen, true);
  }
}

export function startBrushing(changed) {
  for (const part of changed) {
    for (const section of part.querySelectorAll("[data-histogram]")) if (section.querySelector(".bars")) new Brush(section);
  }
}
