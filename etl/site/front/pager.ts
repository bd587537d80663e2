// Pages of a long table. A hundred rows at a time are quick to draw, to print, and to go through with a keyboard or a
// screen reader, whatever the number of rows.

import { h } from "./dom";
import { count } from "./format";

export const PAGE = 100;

export function pager(rows: number, at: number, go: (page: number) => void): HTMLElement | null {
  const last = Math.max(0, Math.ceil(rows / PAGE) - 1);
  if (!last) return null;
  const button = (words: string, to: number) =>
    h("button", { type: "button", disabled: to < 0 || to > last || to === at, click: () => go(to) }, words);
  return h(
    "nav",
    { class: "pager", "aria-label": "Pages of the table" },
    button("First", 0),
    button("Previous", at - 1),
    h("span", {}, `Rows ${count(at * PAGE + 1)} to ${count(Math.min(rows, (at + 1) * PAGE))} of ${count(rows)}`),
    button("Next", at + 1),
    button("Last", last),
  );
}
