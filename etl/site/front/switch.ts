// The button that switches between light, dark, and what the system says.

const NEXT: Record<string, string> = { "": "light", light: "dark", dark: "" };
const NAMES: Record<string, string> = { "": "as the system", light: "light", dark: "dark" };

export function themeSwitch(): void {
  const button = document.getElementById("theme");
  if (!button) return;
  const root = document.documentElement;
  const show = () => {
    const theme = root.dataset.theme ?? "";
    button.textContent = theme === "dark" ? "☾" : theme === "light" ? "☀" : "◐";
    button.setAttribute("aria-label", `Colours: ${NAMES[theme]}. Switch to ${NAMES[NEXT[theme]]}`);
    button.title = `Colours: ${NAMES[theme]}`;
  };
  button.addEventListener("click", () => {
    const next = NEXT[root.dataset.theme ?? ""];
    if (next) root.dataset.theme = next;
    else delete root.dataset.theme;
    try {
      if (next) localStorage.setItem("theme", next);
      else localStorage.removeItem("theme");
    } catch {
      // Where nothing may be stored the choice holds for this page.
    }
    show();
  });
  show();
  button.hidden = false;
}
