// What has the focus in a part of the page has it again once that part is drawn anew; where it is gone, the first of
// what is left has it, so that who uses a keyboard goes on from there.

export function redraw(place: HTMLElement, draw: () => void): void {
  const active = document.activeElement;
  const name = active && place.contains(active) ? nameOf(active) : null;
  draw();
  if (name === null) return;
  const all = place.querySelectorAll<HTMLElement>("button:enabled, select, [role=button]");
  const controls = [...all].filter((one) => one.getClientRects().length);
  (controls.find((one) => nameOf(one) === name) ?? controls[0])?.focus({ preventScroll: true });
}

// Figures and arrows change with what is selected and sorted.
const nameOf = (control: Element) =>
  (control.id || (control.getAttribute("aria-label") ?? control.textContent ?? "")).replace(
    /\$?[\d.,]+(tn|bn|m|k)?\b|[↑↓]/g,
    "",
  );
