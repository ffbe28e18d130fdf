// Runs before the page is shown: the scheme that was chosen by hand, if one was, else the system's.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("scheme");
  } catch {
    // Storage may be forbidden; then the system decides.
  }
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.scheme = chosen;
  document.documentElement.classList.add("script");
})();
