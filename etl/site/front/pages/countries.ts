// All suppliers and recipients, with the sums of the views by_supplier and by_recipient.

import { parties } from "../cells";
import { fill, h, scrolling, type Child } from "../dom";
import { count, dollars } from "../format";
import { site as siteFile } from "../load";
import { sums, transfers, type Sides, type Transfers } from "../transfers";
import type { Site } from "../types";

export async function countries(app: HTMLElement): Promise<void> {
  const [site, given] = await Promise.all([siteFile(), transfers()]);
  const mask = new Uint8Array(given.table.length).fill(1);
  fill(
    app,
    h(
      "p",
      { class: "counts" },
      "Line items that count and are not cancelled. The value of a deal, in US$ of its time, is a party's only where all line items of the deal are its own. Parties that stand in one line item together have a row together.",
    ),
    h(
      "div",
      { class: "pair" },
      h(
        "section",
        { "aria-labelledby": "suppliers" },
        h("h2", { id: "suppliers" }, "Suppliers"),
        partners(site, given, mask, given.suppliers, "Supplier", "suppliers"),
      ),
      h(
        "section",
        { "aria-labelledby": "recipients" },
        h("h2", { id: "recipients" }, "Recipients"),
        partners(site, given, mask, given.recipients, "Recipient", "recipients"),
      ),
    ),
  );
}

// Sums by the parties of one side: what is agreed or further, and what is only proposed or approved.
export function partners(
  site: Site,
  given: Transfers,
  mask: Uint8Array,
  sides: Sides,
  heading: string,
  labelled: string,
): Child {
  const firm = sums(given, mask, "firm", sides.codes),
    open = sums(given, mask, "open", sides.codes);
  const keys = [...new Set([...firm.by.keys(), ...open.by.keys()])];
  const of = (key: number) => ({
    key,
    value: firm.by.get(key)?.value ?? 0,
    items: firm.by.get(key)?.items ?? 0,
    open: open.by.get(key)?.items ?? 0,
    openValue: open.by.get(key)?.value ?? 0,
  });
  const rows = keys
    .map(of)
    .sort(
      (one, other) =>
        other.value - one.value || other.items - one.items || other.open - one.open || one.key - other.key,
    );
  if (!rows.length) return h("p", { class: "nothing" }, "None.");
  const name = (key: number) => h("th", { scope: "row" }, parties(site, key ? sides.sets[key - 1] : []));
  const cells = rows.map((row) => [
    name(row.key),
    number(row.items),
    worth(row.value),
    number(row.open),
    worth(row.openValue),
  ]);
  return scrolling(
    labelled,
    h(
      "table",
      {},
      headed(heading),
      h(
        "tbody",
        {},
        cells.map((row) => h("tr", {}, row)),
      ),
    ),
  );
}

function headed(heading: string): HTMLElement {
  const group = (words: string) => h("th", { colspan: 2, scope: "colgroup" }, words);
  const column = (words: string) => h("th", { scope: "col", class: "number" }, words);
  return h(
    "thead",
    {},
    h("tr", {}, h("td", {}), group("Agreed to delivered"), group("Proposed or approved")),
    h("tr", {}, h("th", { scope: "col" }, heading), ["line items", "US$", "line items", "US$"].map(column)),
  );
}

const number = (value: number) => h("td", { class: "number" }, value ? count(value) : null);
const worth = (value: number) =>
  h("td", { class: "number", title: value ? `US$ ${count(value)}` : null }, value ? dollars(value) : null);
