// Copying a passage as a citation, and the dialog that shows it in each format.
let dialog = null;

export function closeDialog() {
  dialog?.close();
}

function toast(text) {
  document.querySelector(".toast")?.remove();
  const note = document.createElement("div");
  note.className = "toast";
  note.role = "status";
  note.textContent = text;
  document.body.append(note);
  setTimeout(() => note.remove(), 4000);
}

async function part(address, selector) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return document.adoptNode(page.querySelector(selector) ?? page.querySelector("main"));
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    toast("Copied");
  } catch {
    toast("The browser does not let pages copy: select the text instead");
  }
}

// Shows a part of another page of ours over this one.
export async function openDialog(address, selector) {
  const content = await part(address, selector);
  dialog?.remove();
  dialog = document.createElement("dialog");
  const shut = document.createElement("button");
  shut.className = "shut";
  shut.textContent = "close";
  shut.addEventListener("click", closeDialog);
  dialog.append(shut, content);
  dialog.setAttribute("aria-label", content.querySelector("h1")?.textContent ?? "Help");
  for (const text of content.querySelectorAll("pre[data-format]")) {
    const button = document.createElement("button");
    button.className = "copy";
    button.textContent = "copy";
    button.setAttribute("aria-label", `Copy as ${text.previousElementSibling.textContent}`);
    button.addEventListener("click", () => copy(text.textContent));
    text.previousElementSibling?.append(button);
  }
  dialog.addEventListener("click", (event) => event.target === dialog && closeDialog());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const citeAddress = (id) => `/cite/${encodeURIComponent(id)}`;

// Copies the passage as a careful person would quote it.
export async function citePassage(id) {
  const text = await part(citeAddress(id), "pre[data-format=plain]");
  await copy(text.textContent);
}

export function startCiting() {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite");
    if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    openDialog(link.href, ".citations");
  });
}
