// A document: what it reports, its text with every figure marked, and what each was used for.

import { fill, h, outside, page, scrolling, type Child } from "../dom";
import { amount, bounded, count, many, names, plain, quantity, share, years } from "../format";
import { shard, site as siteFile } from "../load";
import { cellNames, segments } from "../marks";
import type { DocumentTold, Figure, Mark, ReportedTransfer, Site } from "../types";
import { absent } from "./deal";

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
  const fact = (term: string, value: Child) => value !== null && value !== "" && h("div", {}, h("dt", {}, term), h("dd", {}, value));
  return h(
    "header", { class: "lead" },
    h("p", { class: "over" }, [cells.publisher, cells.published].filter(Boolean).join(", ") || "Document"),
    h("h1", {}, String(cells.title ?? cells.path)),
    h("dl", { class: "facts" },
      fact("What came of it", site.words.outcome[String(cells.outcome)] ?? String(cells.outcome)),
      fact("Why", cells.problem as string | null),
      fact("Repeats", found.original && h("a", { href: page("document", { id: found.original.document_id }) }, found.original.title ?? found.original.path)),
      fact("Address", cells.url === null ? null : outside(String(cells.url), String(cells.url))),
      fact("File", h("span", { class: "path" }, String(cells.path))),
      fact("Format", cells.format as string | null), fact("Language", cells.language as string | null),
      fact("Characters", cells.characters === null ? null : count(cells.characters as number))),
    h("p", { class: "small" }, "Identifier ", h("code", {}, String(cells.document_id)), "."),
  );
}

function rows(site: Site, found: DocumentTold): Child {
  if (!found.transfers.length && !found.deals.length) return null;
  const deals = new Map(found.deals.map((deal) => [deal.row_id, deal]));
  const headings = ["No.", "Supplier", "Recipient", "Weapon", "Quantity", "Value of the deal", "Agreed", "Delivery", "Stage", "Confidence"];
  return h(
    "section", { "aria-labelledby": "rows" }, h("h2", { id: "rows" }, `It reports ${many(found.transfers.length, "line item")} of ${many(found.deals.length, "deal")}`),
    scrolling("rows", h("table", {},
      h("thead", {}, h("tr", {}, headings.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, found.transfers.map((row, place) => {
        const deal = deals.get(row.reported_deal_id);
        return h("tr", { id: row.row_id },
          h("th", { scope: "row" }, place + 1), h("td", {}, names(site, row.suppliers)), h("td", {}, names(site, row.recipients)), h("td", {}, weapon(row)),
          h("td", {}, quantity(site, row)), h("td", {}, deal ? amount(site, deal) : null), h("td", {}, deal ? (deal.agreed as string) : null),
          h("td", {}, years(row.delivery_from as number, row.delivery_to as number)), h("td", {}, h("span", { class: `stage ${row.stage}` }, row.stage)), h("td", { class: "number" }, share(row.confidence)));
      })))),
    h("p", { class: "counts" }, "Cells as this document alone has them. A weapon leads to its deal, with all other reports of it."),
  );
}

function weapon(row: ReportedTransfer): Child {
  const name = String(row.designation ?? row.weapon ?? (row.category ? plain(String(row.category)) : "not named"));
  const kind = row.designation && row.weapon ? h("span", { class: "kind" }, String(row.weapon)) : null;
  // A row that was left aside by a correction stands behind no deal.
  return [row.deal_id ? h("a", { class: "strong", href: page("deal", { id: row.deal_id }, row.transfer_id ?? "") }, name) : name, kind];
}

type Marked = { start: number; end: number; mark?: Mark; figure?: Figure };

function read(site: Site, found: DocumentTold, text: string | null | undefined): Child {
  const numbers = rowNumbers(found);
  const spans: Marked[] = [...found.marks.map((mark) => ({ start: mark.start, end: mark.end, mark })), ...found.figures.map((figure) => ({ start: figure.start, end: figure.end, figure }))];
  return h(
    "section", { "aria-labelledby": "text" }, h("h2", { id: "text" }, "Its text"),
    text === undefined && h("p", { class: "note" }, "This copy of the site does without the documents' texts, whose rights are their publishers'."),
    text === null && h("p", { class: "note" }, "No text of it was read."),
    typeof text === "string" && [
      h("ul", { class: "key" }, h("li", {}, h("mark", {}, "words"), " that filled a cell"), h("li", {}, h("mark", { class: "unused" }, "figures"), " that are something else, and what, where it is known")),
      h("div", { class: "text" }, paragraphs(segments(text, spans).map((segment) => piece(site, segment, numbers)))),
    ],
  );
}

function piece(site: Site, segment: { text: string; spans: Marked[]; ending: Marked[] }, numbers: Map<string, string>): Child {
  if (!segment.spans.length) return segment.text;
  const used = segment.spans.some((span) => span.mark || span.figure?.used_by);
  const marks = segment.ending.flatMap(({ mark }) => mark ?? []);
  const others = segment.ending.flatMap(({ figure }) => {
    // What is nothing that is known is marked, and no more.
    return figure && !figure.used_by && figure.used_as !== "unknown" ? [site.words.used_as[figure.used_as] ?? plain(figure.used_as)] : [];
  });
  const figure = segment.spans.find((span) => span.figure)?.figure;
  const cells = [...new Set([...cellNames(marks, (row) => numbers.get(row) ?? ""), ...others])];
  const anchor = segment.spans.some((span) => span.figure && span.start + Array.from(segment.text).length >= span.end) ? `text-${figure?.figure_id}` : null;
  return h("mark", { class: used ? null : "unused", id: anchor }, segment.text,
    cells.length > 0 && h("span", { class: "tag" }, h("span", { class: "unseen" }, " ("), cells.join(", "), h("span", { class: "unseen" }, ")")));
}

// Numbers of line items, as the table above has them; deals have those of their line items, a few of them.
function rowNumbers(found: DocumentTold): Map<string, string> {
  const numbers = new Map<string, string>();
  if (found.transfers.length < 2) return numbers;
  const deals = new Map<string, number[]>();
  found.transfers.forEach((row, place) => {
    numbers.set(row.row_id, ` ${place + 1}`);
    deals.set(row.reported_deal_id, [...(deals.get(row.reported_deal_id) ?? []), place + 1]);
  });
  for (const [deal, items] of deals) numbers.set(deal, ` ${items.length > 2 ? `${items[0]}–${items[items.length - 1]}` : items.join("+")}`);
  return numbers;
}

// Texts have their newlines; an empty line parts paragraphs.
function paragraphs(pieces: Child[]): Child {
  return h("p", {}, pieces);
}

function figures(site: Site, found: DocumentTold): Child {
  if (!found.figures.length) return null;
  const numbers = rowNumbers(found);
  // A deal is named by its first line item.
  const goods = new Map<string, string>();
  for (const row of found.transfers) {
    const name = String(row.designation ?? row.weapon ?? (row.category ? plain(String(row.category)) : "deal"));
    goods.set(row.row_id, name);
    if (!goods.has(row.reported_deal_id)) goods.set(row.reported_deal_id, name);
  }
  const deals = new Map<string, string | null>([...found.deals.map((deal): [string, string | null] => [deal.row_id, deal.deal_id]), ...found.transfers.map((row): [string, string | null] => [row.row_id, row.deal_id])]);
  return h(
    "section", { "aria-labelledby": "figures" }, h("h2", { id: "figures" }, `${many(found.figures.length, "figure")} in it`),
    h("p", { class: "counts" }, "Every money amount, count and date that was found, used or not."),
    scrolling("figures", h("table", {},
      h("thead", {}, h("tr", {}, ["Words", "Kind", "Read as", "What it is", "Row"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, found.figures.map((figure) => {
        const deal = figure.used_by ? deals.get(figure.used_by) : null;
        return h("tr", { class: figure.used_by ? null : "out" },
          h("th", { scope: "row" }, figure.surface), h("td", {}, figure.kind), h("td", {}, readAs(site, figure)), h("td", {}, site.words.used_as[figure.used_as] ?? plain(figure.used_as)),
          h("td", {}, figure.used_by && (deal ? h("a", { href: page("deal", { id: deal }) }, `${goods.get(figure.used_by) ?? "deal"}${numbers.get(figure.used_by) ?? ""}`) : "a row that was left aside")));
      })))),
  );
}

function readAs(site: Site, figure: Figure): string {
  if (figure.kind === "date") return figure.unit ?? (figure.amount === null ? "" : String(figure.amount));
  if (figure.amount === null) return "";
  const high = figure.amount_high === null ? null : count(figure.amount_high);
  return `${bounded(site, figure.bound, count(figure.amount), high)}${figure.unit && figure.unit !== "unit" ? ` ${plain(figure.unit)}` : ""}`;
}

