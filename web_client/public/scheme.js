// Sets day or night before the first paint, so that the page never flashes. A file and not inline, for a strict CSP.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem("mantine-color-scheme-value");
  } catch {
    // Storage is off: follow the system.
  }
  var dark =
    choice === "dark" || (choice !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
