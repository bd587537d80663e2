// Deliveries made and planned, category by category.

import { extent } from "d3-array";
import { behind } from "../charts/behind";
import { drawYears, inYears, type Year } from "../charts/years";
import { h } from "../dom";
import { count, many, plain } from "../format";
import { GROUPS } from "../told";
import type { Piece } from "../transfers";
import { chart, type Shown } from "./shown";

const NARROWEST = 250;
const GAP = 24;

interface Panel {
  name: string;
  pieces: { year: number; filled: number; hatched: number }[];
}

const NOTE =
  "with a quantity in single pieces and a year. What comes over several years stands in the last; where a framework has no" +
  " years, its contracts stand for it. Pieces of different categories make no sum, so each has its own scale.";

export function deliveriesOf(shown: Shown): HTMLElement {
  const found = shown.given.pieces.filter((piece) => shown.mask[piece.row] && piece.quantity > 0);
  const panels = panelsOf(shown, found);
  const rows = new Set(found.map((piece) => piece.row));
  // The same years whatever is selected: a column that is pressed stays where it is.
  const [from, to] = extent(shown.given.pieces, (piece) => piece.year);
  const across = Math.max(1, Math.min(4, Math.floor(shown.width / NARROWEST)));
  const width = Math.floor((shown.width - (across - 1) * GAP) / across);
  const swatch = (kind: string, words: string) => h("li", {}, h("span", { class: `swatch ${kind}` }), words);
  const figure = (value: number) => (value ? count(value) : "");
  return chart(
    "deliveries",
    "Deliveries made and planned",
    `Pieces by the year in which they came or are to come, of ${many(rows.size, "line item")} of deals that are ${GROUPS.firm}, ${NOTE}`,
    h("ul", { class: "key", "aria-hidden": "true" }, swatch("filled", "made"), swatch("hatched", "planned")),
    panels.length
      ? h(
          "div",
          { class: "panels" },
          panels.map((panel) => drawn(shown, panel, width, from, to)),
        )
      : h("p", { class: "nothing" }, "No delivery with a quantity and a year is left."),
    panels.length > 0 &&
      behind("Pieces by category and year", ["category and year", "made", "planned"], () =>
        panels.flatMap(({ name, pieces }) =>
          yearly(pieces).map(([year, made, planned]) => [`${name}, ${year}`, figure(made), figure(planned)]),
        ),
      ),
  );
}

function panelsOf({ given }: Shown, found: Piece[]): Panel[] {
  const category = given.table.column("category");
  const by = new Map<number, Panel>();
  for (const { row, year, quantity, made } of found) {
    const code = category.codes[row];
    const panel = by.get(code) ?? { name: code ? plain(String(category.values[code - 1])) : "not known", pieces: [] };
    by.set(code, panel);
    panel.pieces.push({ year, filled: made ? quantity : 0, hatched: made ? 0 : quantity });
  }
  return [...by.values()].sort(
    (one, other) => other.pieces.length - one.pieces.length || (one.name < other.name ? -1 : 1),
  );
}

function drawn(
  { state, change }: Shown,
  { name, pieces }: Panel,
  width: number,
  from?: number,
  to?: number,
): HTMLElement {
  const asked = state.filters.delivery;
  const told = (year: Year) =>
    [year.filled && `${count(year.filled)} made`, year.hatched && `${count(year.hatched)} planned`]
      .filter(Boolean)
      .join(", ");
  const years = drawYears({
    name: `Deliveries, ${name}`,
    years: inYears(pieces, from, to),
    width,
    height: 130,
    words: (year) => `${name}, ${year.name}: ${told(year)}`,
    pressed: (key) => asked === key,
    press: (key) => change({ delivery: asked === key ? "" : key }),
  });
  return h("figure", {}, h("figcaption", {}, name), years);
}

function yearly(pieces: { year: number; filled: number; hatched: number }[]): [number, number, number][] {
  const by = new Map<number, [number, number, number]>();
  for (const piece of pieces) {
    const year = by.get(piece.year) ?? [piece.year, 0, 0];
    year[1] += piece.filled;
    year[2] += piece.hatched;
    by.set(piece.year, year);
  }
  return [...by.values()].sort((one, other) => one[0] - other[0]);
}
