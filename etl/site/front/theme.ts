// Light or dark, before anything is drawn: as the system says, or as the reader chose.

const chosen = ((): string | null => {
  try {
    return localStorage.getItem("theme");
  } catch {
    return null;
  }
})();
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
