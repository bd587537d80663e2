// The table behind a chart: the same figures for those who would rather read them, and for screen readers.

import { h, type Child } from "../dom";

const LATER = 200;

export function behind(caption: string, headings: string[], rows: () => Child[][]): HTMLElement {
  const place = h("div", { class: "wide", tabindex: 0, role: "group", "aria-label": caption });
  const details = h("details", { class: "behind" }, h("summary", {}, "Show as table"), place);
  // Filled once the charts are drawn, so that a search in the page finds what it holds.
  const fillIn = () => {
    if (!place.firstChild) place.append(table(caption, headings, rows()));
  };
  details.addEventListener("toggle", fillIn);
  setTimeout(fillIn, LATER);
  return details;
}

// The first cell of a row is its heading; cells but the first are figures.
export function table(caption: string, headings: string[], rows: Child[][]): HTMLTableElement {
  return h(
    "table",
    {},
    h("caption", {}, caption),
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        headings.map((name, place) => h("th", { scope: "col", class: place ? "number" : null }, name)),
      ),
    ),
    h(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, first),
          rest.map((cell) => h("td", { class: "number" }, cell)),
        ),
      ),
    ),
  );
}
