// A document: what it reports, its text with every figure marked, and what each was used for.

import { absent, goods, kindOf, stageCell, weapon } from "../cells";
import { figures } from "../document/figures";
import { read } from "../document/text";
import { fill, h, outside, page, scrolling, type Child } from "../dom";
import { amount, count, many, names, quantity, share, years } from "../format";
import { shard, site as siteFile } from "../load";
import { records } from "../records";
import type { DocumentTold, ReportedTransfer, Site } from "../types";

export async function documentPage(app: HTMLElement): Promise<void> {
  const site = await siteFile();
  const id = new URLSearchParams(location.search).get("id") ?? "";
  const found = await shard<DocumentTold>("documents", site.shards.documents, id);
  if (!found) return fill(app, absent("document", id));
  // The texts may have been left out of a copy for the public.
  const text = await shard<string>("texts", site.shards.documents, id).catch(() => undefined);
  document.title = `${found.cells.title ?? found.cells.path} – ${site.title}`;
  fill(app, head(site, found), rows(site, found), read(site, found, text), figures(site, found));
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
}

function head(site: Site, found: DocumentTold): Child {
  const { cells } = found;
  const fact = (term: string, value: Child) =>
    value !== null && value !== "" && h("div", {}, h("dt", {}, term), h("dd", {}, value));
  return h(
    "header",
    { class: "lead" },
    h("p", { class: "over" }, [cells.publisher, cells.published].filter(Boolean).join(", ") || "Document"),
    h("h1", {}, String(cells.title ?? cells.path)),
    h(
      "dl",
      { class: "facts" },
      fact("What came of it", site.words.outcome[String(cells.outcome)] ?? String(cells.outcome)),
      fact("What went wrong", cells.problem as string | null),
      fact(
        "Repeats",
        found.original &&
          h(
            "a",
            { href: page("document", { id: found.original.document_id }) },
            found.original.title ?? found.original.path,
          ),
      ),
      fact("Address", cells.url === null ? null : outside(String(cells.url), String(cells.url))),
      fact("File", h("span", { class: "path" }, String(cells.path))),
      fact("Format", cells.format as string | null),
      fact("Language", cells.language as string | null),
      fact("Characters", cells.characters === null ? null : count(cells.characters as number)),
    ),
    h("p", { class: "small" }, "Identifier ", h("code", {}, String(cells.document_id)), "."),
  );
}

function rows(site: Site, found: DocumentTold): Child {
  if (!found.transfers.length && !found.deals.length) return null;
  const deals = new Map(found.deals.map((deal) => [deal.row_id, deal]));
  const headings = [
    "No.",
    "Supplier",
    "Recipient",
    "Weapon",
    "Quantity",
    "Value of the deal",
    "Agreed",
    "Delivery",
    "Stage",
  ];
  // A row that a correction left aside stands behind no deal.
  const cells = (row: ReportedTransfer, place: number): Child[] => {
    const deal = deals.get(row.reported_deal_id);
    return [
      place + 1,
      names(site, row.suppliers) || null,
      names(site, row.recipients) || null,
      row.deal_id ? weapon(row) : [goods(row, "not named"), kindOf(row)],
      quantity(site, row) || null,
      (deal && amount(site, deal)) || null,
      deal ? (deal.agreed as string) : null,
      years(row.delivery_from as number, row.delivery_to as number) || null,
      stageCell(row.stage),
      share(row.confidence),
    ];
  };
  return h(
    "section",
    { "aria-labelledby": "rows" },
    h(
      "h2",
      { id: "rows" },
      `It reports ${many(found.transfers.length, "line item")} of ${many(found.deals.length, "deal")}`,
    ),
    scrolling(
      "rows",
      records(
        "Line items that it reports",
        [...headings, { name: "Confidence", number: true }],
        found.transfers.map((row, place) => ({ id: row.row_id, cells: cells(row, place) })),
      ),
    ),
    h(
      "p",
      { class: "counts" },
      "Cells as this document alone has them. A weapon leads to its deal, with all other reports of it.",
    ),
  );
}
