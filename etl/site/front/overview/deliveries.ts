// Deliveries made and planned, category by category.

import { behind } from "../charts/behind";
import { drawYears, inYears } from "../charts/years";
import { h } from "../dom";
import { count, many, plain } from "../format";
import { chart, FIRM, type Shown } from "./shown";

export function deliveriesOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const category = given.table.column("category");
  const found = given.pieces.filter((piece) => mask[piece.row] && piece.quantity > 0);
  const by = new Map<number, { year: number; filled: number; hatched: number }[]>();
  for (const piece of found) {
    const code = category.codes[piece.row];
    if (!by.has(code)) by.set(code, []);
    by.get(code)?.push({
      year: piece.year,
      filled: piece.made ? piece.quantity : 0,
      hatched: piece.made ? 0 : piece.quantity,
    });
  }
  const rows = new Set(found.map((piece) => piece.row));
  const name = (code: number) => (code ? plain(String(category.values[code - 1])) : "not known");
  const ordered = [...by].sort(([one, its], [other, theirs]) => theirs.length - its.length || one - other);
  const all = found.map((piece) => piece.year);
  const across = Math.max(1, Math.min(4, Math.floor(shown.width / 250)));
  const width = Math.floor((shown.width - (across - 1) * 24) / across);
  return chart(
    "deliveries",
    "Deliveries made and planned",
    `Pieces by the year in which they came or are to come, of ${many(rows.size, "line item")} of deals that are ${FIRM}, with a quantity in single pieces and a year. What comes over several years stands in the last. Pieces of different categories make no sum, so each has its own scale.`,
    h(
      "ul",
      { class: "key", "aria-hidden": "true" },
      h("li", {}, h("span", { class: "swatch filled" }), "made"),
      h("li", {}, h("span", { class: "swatch hatched" }), "planned"),
    ),
    ordered.length
      ? h(
          "div",
          { class: "panels" },
          ordered.map(([code, pieces]) =>
            h(
              "figure",
              {},
              h("figcaption", {}, name(code)),
              drawYears({
                name: `Deliveries, ${name(code)}`,
                years: inYears(pieces, Math.min(...all), Math.max(...all)),
                width,
                height: 130,
                words: (one) =>
                  `${name(code)}, ${one.name}: ${[one.filled && `${count(one.filled)} made`, one.hatched && `${count(one.hatched)} planned`].filter(Boolean).join(", ")}`,
                pressed: (key) => state.filters.delivery === key,
                press: (key) => shown.change({ delivery: state.filters.delivery === key ? "" : key }),
              }),
            ),
          ),
        )
      : h("p", { class: "nothing" }, "No delivery with a quantity and a year is left."),
    ordered.length > 0 &&
      behind("Pieces by category and year", ["category and year", "made", "planned"], () =>
        ordered.flatMap(([code, pieces]) =>
          yearly(pieces).map(([year, made, planned]) => [
            `${name(code)}, ${year}`,
            made ? count(made) : "",
            planned ? count(planned) : "",
          ]),
        ),
      ),
  );
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
