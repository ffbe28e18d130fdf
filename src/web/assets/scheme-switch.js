// The switch between light and dark. What it was set to is remembered; set to what the system says, it follows it again.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");

const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);

function show(button) {
  button.textContent = isDark() ? "Light" : "Dark";
  button.setAttribute("aria-label", isDark() ? "Switch to the light scheme" : "Switch to the dark scheme");
}

function remember(scheme) {
  try {
    if (scheme) localStorage.setItem("scheme", scheme);
    else localStorage.removeItem("scheme");
  } catch {
    // Then it holds for this page alone.
  }
}

export function startSchemeSwitch() {
  const button = document.querySelector("button.scheme");
  button.hidden = false;
  show(button);
  system.addEventListener("change", () => show(button));
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark";
    const asSystem = system.matches === (wanted === "dark");
    if (asSystem) delete root.dataset.scheme;
    else root.dataset.scheme = wanted;
    remember(asSystem ? null : wanted);
    show(button);
  });
}
