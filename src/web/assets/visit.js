// Going from one address of the search page to another without loading a whole page: the server's own page is fetched and
// its parts take the place of the old ones, which stay, dimmed, until then. Every state remains an address.
const PARTS = ["strip", "instruments", "results", "pane"];
const arrivals = [];
let running = null;

// Has `act` run now and whenever parts of the page are new; it gets the elements that are.
export function onArrival(act) {
  arrivals.push(act);
  act([document.body]);
}

// Wide enough for a document beside the hits: as page.css has it.
export const hasPane = () => matchMedia("(min-width: 1280px)").matches && document.getElementById("pane") !== null;

const isSearch = (url) => url.origin === location.origin && url.pathname === "/search";
const canSwap = (url) => isSearch(url) && document.getElementById("results") !== null;

// A way back to what had the focus, in parts that are made anew.
function rememberFocus() {
  const element = document.activeElement;
  const range = element?.dataset?.range;
  const histogram = element?.closest?.("[data-histogram]")?.dataset.histogram;
  if (range && histogram) return () => document.querySelector(`[data-histogram="${histogram}"] a[data-range="${CSS.escape(range)}"]`);
  if (element?.id) return () => document.getElementById(element.id);
  const part = PARTS.map((id) => document.getElementById(id)).find((own) => own?.contains(element));
  if (!part) return () => null;
  const place = [...part.querySelectorAll("a, button, input, summary")].indexOf(element);
  return () => [...(document.getElementById(part.id)?.querySelectorAll("a, button, input, summary") ?? [])][place] ?? null;
}

function rememberOpen() {
  const fold = document.getElementById("fold")?.checked;
  const open = [...document.querySelectorAll("#instruments details")].map((details) => details.open);
  return () => {
    if (document.getElementById("fold")) document.getElementById("fold").checked = fold;
    document.querySelectorAll("#instruments details").forEach((details, i) => (details.open = open[i] ?? false));
  };
}

function swap(page, url) {
  const focused = rememberFocus();
  const reopen = rememberOpen();
  const changed = [];
  for (const id of PARTS) {
    const before = document.getElementById(id);
    const after = page.getElementById(id);
    const sameDocument = id === "pane" && before.querySelector(".reading") && url.searchParams.get("q") === before.dataset.query &&
      before.querySelector(".reading").dataset.document === after.querySelector(".reading")?.dataset.document;
    if (sameDocument) continue;
    after.dataset.query = url.searchParams.get("q") ?? "";
    before.replaceWith(document.adoptNode(after));
    changed.push(after);
  }
  document.title = page.title;
  document.body.className = page.body.className;
  reopen();
  // The form carries the state along; what is being typed stays.
  const form = document.getElementById("search");
  const box = form.querySelector("#q");
  const fresh = page.getElementById("search");
  form.querySelectorAll("input[type=hidden]").forEach((input) => input.remove());
  fresh.querySelectorAll("input[type=hidden]").forEach((input) => form.insertBefore(document.adoptNode(input), form.querySelector(".go")));
  if (document.activeElement !== box) box.value = fresh.querySelector("#q").value;
  for (const act of arrivals) act(changed);
  const focus = focused();
  if (focus && focus !== document.activeElement && document.activeElement === document.body) focus.focus({ preventScroll: true });
}

// Gives true once the new state is shown; anything that cannot be swapped in is loaded.
export async function visit(address, { push = true, scroll = true } = {}) {
  const url = new URL(address, location.href);
  if (!canSwap(url)) {
    location.assign(url);
    return false;
  }
  running?.abort();
  const own = (running = new AbortController());
  const main = document.getElementById("main");
  const before = new URL(location.href);
  main.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(url, { signal: own.signal, headers: { Accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (own.signal.aborted) return false;
    if (!page.getElementById("results")) {
      location.assign(url);
      return false;
    }
    if (push) {
      history.replaceState({ y: scrollY }, "");
      history.pushState({}, "", url);
    }
    swap(page, url);
    const turned = ["q", "page", "sort", "by"].some((name) => before.searchParams.get(name) !== url.searchParams.get(name));
    if (push && scroll && turned) scrollTo(0, 0);
    if (url.hash) document.getElementById(decodeURIComponent(url.hash.slice(1)))?.scrollIntoView();
    return true;
  } catch (error) {
    if (error.name === "AbortError") return false;
    location.assign(url);
    return false;
  } finally {
    if (running === own) {
      running = null;
      main.removeAttribute("aria-busy");
    }
  }
}

// The address of the state with some parameters changed; null takes one away. Back to the first page.
export function addressWith(changes) {
  const url = new URL(location.href);
  if (url.pathname !== "/search") url.pathname = "/search";
  url.hash = "";
  url.searchParams.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  // Colons, commas and brackets stand as they are, so that the address can be read.
  url.search = url.searchParams.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%28", "(").replaceAll("%29", ")");
  return url;
}

// Opens what a link of a hit leads to: beside the hits where there is room.
export function read(link) {
  const url = new URL(link.href);
  const id = link.closest("[data-document]")?.dataset.document;
  if (!hasPane() || !id) {
    location.assign(url);
    return;
  }
  const beside = new URL(location.href);
  beside.searchParams.set("open", id);
  beside.hash = url.hash;
  if (beside.href === location.href) document.getElementById(beside.hash.slice(1))?.scrollIntoView();
  else visit(beside, { scroll: false });
}

export function startVisits() {
  history.scrollRestoration = "auto";
  const pane = document.getElementById("pane");
  if (pane) pane.dataset.query = new URL(location.href).searchParams.get("q") ?? "";
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || link.hasAttribute("download")) return;
    const url = new URL(link.href?.baseVal ?? link.href, location.href);
    if (link.classList.contains("read") && hasPane()) {
      event.preventDefault();
      read(link);
    } else if (canSwap(url)) {
      event.preventDefault();
      visit(url);
    }
  });
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const url = new URL(form.action);
    for (const [name, value] of new FormData(form)) if (value !== "") url.searchParams.append(name, value);
    url.hash = "";
    event.preventDefault();
    visit(addressOf(url));
  });
  addEventListener("popstate", async () => {
    if (location.pathname === "/search") {
      const y = history.state?.y;
      if ((await visit(location.href, { push: false })) && y !== undefined) scrollTo(0, y);
    }
  });
}

const addressOf = (url) => {
  url.search = url.searchParams.toString().replaceAll("%3A", ":").replaceAll("%2C", ",").replaceAll("%28", "(").replaceAll("%29", ")");
  return url;
};
