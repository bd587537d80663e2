// A country, organisation or armed group: whom it supplies, who supplies it, when, and its largest deals.

import { absent, parties, weapon } from "../cells";
import { behind } from "../charts/behind";
import { drawYears, inYears } from "../charts/years";
import { rowsOf } from "../columns";
import { fill, h, page, type Child } from "../dom";
import { selected, read } from "../filters";
import { count, dollars, many, plain, quantity, years } from "../format";
import { site as siteFile } from "../load";
import { GROUPS, told } from "../told";
import { sums, transfers, yearsAgreed, type Transfers } from "../transfers";
import type { Cells, Site } from "../types";
import { partners } from "./countries";

const LARGEST = 12;

export async function country(app: HTMLElement): Promise<void> {
  const [site, given] = await Promise.all([siteFile(), transfers()]);
  const code = new URLSearchParams(location.search).get("code") ?? "";
  if (!Object.hasOwn(site.parties, code)) return fill(app, absent("country", code));
  const name = site.parties[code];
  document.title = `${name} – ${site.title}`;
  const sides = ["supplier", "recipient"] as const;
  const times = (side: "supplier" | "recipient") =>
    rowsOf(selected(given, read(new URLSearchParams([[side, code]])))).length;
  const sections = [...sides]
    .sort((one, other) => times(other) - times(one))
    .map((side) => section(site, given, code, name, side, app.clientWidth));
  fill(
    app,
    h(
      "header",
      { class: "lead" },
      h("p", { class: "over" }, name === code ? "Organisation or armed group" : `Country, ISO 3166 code ${code}`),
      h("h1", {}, name),
    ),
    sections.some(Boolean)
      ? sections
      : h("p", { class: "nothing" }, "It is in no line item that counts; it may be one through which arms pass."),
  );
}

function section(
  site: Site,
  given: Transfers,
  code: string,
  name: string,
  side: "supplier" | "recipient",
  width: number,
): Child {
  const query = new URLSearchParams([[side, code]]);
  const mask = selected(given, read(query));
  const rows = rowsOf(mask);
  if (!rows.length) return null;
  const all = sums(given, mask, "firm", null),
    open = sums(given, mask, "open", null);
  const partner = side === "supplier" ? given.recipients : given.suppliers;
  const title = side === "supplier" ? `What ${name} supplies` : `What ${name} receives`;
  return h(
    "section",
    { class: "side", "aria-labelledby": side },
    h("h2", { id: side }, title),
    h(
      "p",
      { class: "told" },
      told(all, "firm"),
      open.items > 0 &&
        ` ${many(open.items, "line item")} of deals that are ${GROUPS.open} ${open.items === 1 ? "is" : "are"} not among them.`,
      " ",
      h("a", { href: page("transfers", { [side]: code }) }, `See all ${count(rows.length)} rows`),
      " · ",
      h("a", { href: page("index", { [side]: code }) }, "As charts"),
    ),
    h(
      "div",
      { class: "pair" },
      h(
        "div",
        {},
        h("h3", { id: `${side}-partners` }, side === "supplier" ? "To whom" : "From whom"),
        partners(site, given, mask, partner, side === "supplier" ? "Recipient" : "Supplier", `${side}-partners`),
      ),
      h(
        "div",
        {},
        ordered(given, mask, side, width),
        h("h3", {}, "Largest deals by value"),
        h(
          "p",
          { class: "counts" },
          "A framework stands here beside contracts under it, of which sums count one or the other.",
        ),
        largest(site, given, rows, side),
      ),
    ),
  );
}

function ordered(given: Transfers, mask: Uint8Array, side: string, width: number): Child {
  const all = sums(given, mask, "firm", yearsAgreed(given));
  const found = [...all.by].filter(([year]) => year).map(([year, sum]) => ({ year, filled: sum.items, hatched: 0 }));
  if (!found.length) return null;
  const none = all.by.get(0)?.items ?? 0;
  return [
    h("h3", {}, "Line items by year of agreement"),
    none > 0 &&
      h(
        "p",
        { class: "counts" },
        `${many(none, "line item")} without a date of agreement ${none === 1 ? "is" : "are"} not shown.`,
      ),
    drawYears({
      name: "Line items by year of agreement",
      years: inYears(found),
      width: width >= 900 ? Math.floor((width - 48) / 2) : width,
      height: 170,
      words: (year) => `${year.name}: ${many(year.filled, "line item")}`,
      pressed: () => false,
      press: (year) =>
        location.assign(page("transfers", { [side]: new URLSearchParams(location.search).get("code"), agreed: year })),
    }),
    behind("Line items by year of agreement", ["year", "line items"], () =>
      found.sort((one, other) => one.year - other.year).map(({ year, filled }) => [String(year), count(filled)]),
    ),
  ];
}

function largest(site: Site, given: Transfers, rows: Int32Array, side: string): Child {
  const at = (row: number, names: string[]): Cells =>
    Object.fromEntries(names.map((name) => [name, given.table.column(name).at(row)]));
  const worth = (row: number) => (given.worth.at(row) as number | null) ?? 0;
  const firsts = new Map<number, number>();
  for (const row of rows) if (worth(row) && !firsts.has(given.deals[row])) firsts.set(given.deals[row], row);
  const shown = [...firsts.values()].sort((one, other) => worth(other) - worth(one) || one - other).slice(0, LARGEST);
  if (!shown.length) return h("p", { class: "nothing" }, "No deal has a stated value.");
  return h(
    "ol",
    { class: "deals" },
    shown.map((row) => {
      const cells = at(row, [
        "deal_id",
        "transfer_id",
        "designation",
        "weapon",
        "category",
        "quantity",
        "quantity_high",
        "quantity_bound",
        "quantity_unit",
        "deal_stage",
        "agreed",
        "delivery_from",
        "delivery_to",
      ]);
      const facts = [
        plain(String(cells.deal_stage)),
        cells.agreed && `agreement of ${cells.agreed}`,
        years(cells.delivery_from, cells.delivery_to) && `delivery ${years(cells.delivery_from, cells.delivery_to)}`,
      ]
        .filter(Boolean)
        .join(", ");
      const others = side === "supplier" ? given.recipients.at(row) : given.suppliers.at(row);
      return h(
        "li",
        {},
        h("strong", {}, dollars(worth(row))),
        ": ",
        quantity(site, cells),
        " ",
        weapon(cells),
        " ",
        side === "supplier" ? "to " : "from ",
        parties(site, others),
        h("span", { class: "kind" }, facts),
      );
    }),
  );
}
