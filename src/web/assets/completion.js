// Completion in the search box from /api/suggest: a combobox as ARIA describes it.
let list = null;
let chosen = -1;
let running = null;

const box = () => document.getElementById("q");

function close() {
  running?.abort();
  list?.remove();
  list = null;
  chosen = -1;
  box().setAttribute("aria-expanded", "false");
  box().removeAttribute("aria-activedescendant");
}

function choose(place) {
  const items = [...list.children];
  chosen = (place + items.length) % items.length;
  items.forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
  box().setAttribute("aria-activedescendant", items[chosen].id);
}

function take(item) {
  if (item.dataset.address) {
    location.assign(item.dataset.address);
    return;
  }
  box().value = `${item.dataset.text} `;
  close();
}

function option(text, note, data) {
  const item = document.createElement("li");
  item.role = "option";
  item.id = `completion-${list.children.length}`;
  item.setAttribute("aria-selected", "false");
  Object.assign(item.dataset, data);
  const name = document.createElement("bdi");
  name.textContent = text;
  const kind = document.createElement("span");
  kind.className = "kind";
  kind.textContent = note;
  item.append(name, kind);
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    take(item);
  });
  list.append(item);
}

function show({ completions, titles }) {
  close();
  if (completions.length + titles.length === 0 || document.activeElement !== box()) return;
  list = document.createElement("ul");
  list.className = "completions";
  list.id = "completions";
  list.role = "listbox";
  list.setAttribute("aria-label", "Completions");
  for (const { text, passages } of completions) option(text, `${passages.toLocaleString("en")} ${passages === 1 ? "passage" : "passages"}`, { text });
  for (const { id, title } of titles) option(title, "document", { address: `/documents/${encodeURIComponent(id)}` });
  box().closest("form").append(list);
  box().setAttribute("aria-expanded", "true");
}

async function ask() {
  running?.abort();
  const typed = box().value;
  if (typed.trim() === "") {
    close();
    return;
  }
  running = new AbortController();
  try {
    const answer = await fetch(`/api/suggest?${new URLSearchParams({ q: typed })}`, { signal: running.signal });
    const suggestions = answer.ok ? await answer.json() : null;
    if (suggestions && box().value === typed) show(suggestions);
  } catch {
    // Overtaken by the next letter, or the server is gone: the box works without.
  }
}

export function startCompletion() {
  const input = box();
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "completions", "aria-autocomplete": "list" }))
    input.setAttribute(name, value);
  input.addEventListener("input", ask);
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  input.addEventListener("keydown", (event) => {
    if (!list) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? -1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
