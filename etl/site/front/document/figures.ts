// All figures of a document, and what each was used for.

import { goods } from "../cells";
import { h, page, scrolling, type Child } from "../dom";
import { bounded, count, many, plain } from "../format";
import { records } from "../records";
import type { DocumentTold, Figure, Site } from "../types";
import { anchor, rowNumbers } from "./text";

export function figures(site: Site, found: DocumentTold): Child {
  if (!found.figures.length) return null;
  const numbers = rowNumbers(found);
  // A deal is named by its first line item.
  const names = new Map<string, string>();
  for (const row of found.transfers) {
    const name = goods(row, "deal");
    names.set(row.row_id, name);
    if (!names.has(row.reported_deal_id)) names.set(row.reported_deal_id, name);
  }
  const deals = new Map<string, string | null>([
    ...found.deals.map((deal): [string, string | null] => [deal.row_id, deal.deal_id]),
    ...found.transfers.map((row): [string, string | null] => [row.row_id, row.deal_id]),
  ]);
  return h(
    "section",
    { "aria-labelledby": "figures" },
    h("h2", { id: "figures" }, `${many(found.figures.length, "figure")} in it`),
    h("p", { class: "counts" }, "Every money amount, count and date that was found, used or not."),
    scrolling(
      "figures",
      records(
        "Figures",
        ["Words", "Kind", "Read as", "What it is", "Row"],
        found.figures.map((figure) => {
          const deal = figure.used_by ? deals.get(figure.used_by) : null;
          const name = figure.used_by && `${names.get(figure.used_by) ?? "deal"}${numbers.get(figure.used_by) ?? ""}`;
          return {
            class: figure.used_by ? null : "out",
            cells: [
              h("a", { class: "strong", href: `#${anchor(figure)}` }, figure.surface),
              figure.kind,
              readAs(site, figure) || null,
              site.words.used_as[figure.used_as] ?? plain(figure.used_as),
              name && (deal ? h("a", { href: page("deal", { id: deal }) }, name) : "a row that was left aside"),
            ],
          };
        }),
      ),
    ),
  );
}

function readAs(site: Site, figure: Figure): string {
  if (figure.kind === "date") return figure.unit ?? (figure.amount === null ? "" : String(figure.amount));
  if (figure.amount === null) return "";
  const high = figure.amount_high === null ? null : count(figure.amount_high);
  return `${bounded(site, figure.bound, count(figure.amount), high)}${figure.unit && figure.unit !== "unit" ? ` ${plain(figure.unit)}` : ""}`;
}
