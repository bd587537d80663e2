// A table of rows with many cells. On a phone each row is a card; the roles hold though the rows are no table's then.

import { h, type Child } from "./dom";

export interface Heading {
  name: string;
  number?: boolean;
  // What stands in the heading besides the name, as a button that sorts.
  content?: Child;
  sort?: "ascending" | "descending" | null;
}

export interface Row {
  id?: string;
  class?: string | null;
  cells: Child[];
}

export function records(name: string, headings: (Heading | string)[], rows: Row[]): HTMLElement {
  const columns = headings.map((heading): Heading => (typeof heading === "string" ? { name: heading } : heading));
  const side = (column: Heading) => (column.number ? "number" : null);
  return h(
    "table",
    { class: "records", role: "table" },
    h("caption", { class: "unseen" }, name),
    h(
      "thead",
      { role: "rowgroup" },
      h(
        "tr",
        { role: "row" },
        columns.map((column) =>
          h(
            "th",
            { scope: "col", role: "columnheader", class: side(column), "aria-sort": column.sort },
            column.content ?? column.name,
          ),
        ),
      ),
    ),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((row) =>
        h(
          "tr",
          { role: "row", id: row.id, class: row.class },
          row.cells.map((cell, place) =>
            h("td", { role: "cell", class: side(columns[place]), "data-name": columns[place].name }, cell),
          ),
        ),
      ),
    ),
  );
}
