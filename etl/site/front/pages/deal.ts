// A deal: its row, its line items, when they come, the deals around it, and every report with the words behind each cell.

import { drawTimeline, words as stretchWords, type Stretch } from "../charts/timeline";
import { fill, h, outside, page, scrolling, type Child } from "../dom";
import { amount, count, dollars, many, names, plain, quantity, share, years } from "../format";
import { shard, site as siteFile } from "../load";
import { cellNames, fieldName, fieldNames, segments } from "../marks";
import type { Cells, Deal, Item, Label, Mark, Report, Site } from "../types";
import { parties } from "./transfers";

export async function deal(app: HTMLElement): Promise<void> {
  const site = await siteFile();
  const id = new URLSearchParams(location.search).get("id") ?? "";
  const found = await shard<Deal>("deals", site.shards.deals, id);
  if (!found) return fill(app, absent("deal", id));
  const name = titleOf(site, found);
  document.title = `${name} – ${site.title}`;
  const width = app.clientWidth;
  fill(
    app,
    head(site, found, name), items(site, found), timeline(found, width), around(site, found), agreement(site, found),
    h("section", { "aria-labelledby": "reports" }, h("h2", { id: "reports" }, found.reports.length === 1 ? "The report" : `The ${count(found.reports.length)} reports`),
      h("p", { class: "counts" }, "Words that filled a cell are marked, each with the cell's name. Sentences are quoted; their rights are their publishers'."),
      found.reports.map((report) => told(site, found, report))),
  );
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
}

export function absent(what: string, id: string): Child {
  return [
    h("h1", {}, id ? `There is no ${what} ${id} here` : `Which ${what}?`),
    h("p", {}, `An identifier changes where an earlier report of the same deal comes in. Search for it in the `, h("a", { href: "transfers.html" }, "table of transfers"), "."),
  ];
}

const goods = (cells: Cells): string => String(cells.designation ?? cells.weapon ?? (cells.category ? plain(String(cells.category)) : "Arms that are not named"));

function titleOf(site: Site, found: Deal): string {
  const first = found.items[0];
  if (!first) return "A deal without line items";
  const figure = quantity(site, first.cells);
  const more = found.items.length > 1 ? ` and ${many(found.items.length - 1, "other line item")}` : "";
  return `${figure ? `${figure} ` : ""}${goods(first.cells)}${more}`;
}

function sides(site: Site, found: Deal, side: "suppliers" | "recipients"): string[] {
  const all = new Set(found.items.flatMap((item) => item[side]));
  return [...all].sort((one, other) => (site.parties[one] ?? one).localeCompare(site.parties[other] ?? other, "en"));
}

function head(site: Site, found: Deal, name: string): Child {
  const { cells } = found;
  const spread = cells.value_usd_lowest !== cells.value_usd_highest ? `Reports give from ${dollars(cells.value_usd_lowest as number)} to ${dollars(cells.value_usd_highest as number)}.` : "";
  const basis = cells.value_usd_basis === "stated" ? "as a report states it" : cells.value_usd_basis ? `at ${String(cells.value_usd_basis)}` : "";
  const fact = (term: string, ...value: Child[]) => value.some(Boolean) && h("div", {}, h("dt", {}, term), h("dd", {}, ...value));
  return h(
    "header", { class: "lead" },
    h("p", { class: "over" }, parties(site, sides(site, found, "suppliers")), " to ", parties(site, sides(site, found, "recipients"))),
    h("h1", {}, name),
    h("dl", { class: "facts" },
      fact("Stage", h("span", { class: `stage ${cells.stage}` }, String(cells.stage)), h("span", { class: "kind" }, site.words.stage[String(cells.stage)])),
      fact("Arrangement", cells.arrangement === "unknown" ? "not known" : String(cells.arrangement)),
      fact("Agreed", cells.agreed as string),
      fact("Value", amount(site, cells), cells.value_usd_basis !== "stated" || cells.value_currency !== "USD" ? h("span", { class: "kind" }, cells.value_usd ? `${dollars(cells.value_usd as number)}, ${basis}` : "no value in US$") : null, spread && h("span", { class: "kind" }, spread)),
      !cells.value_amount && fact("Value", h("span", { class: "quiet" }, "not stated")),
      fact("Reports", many(cells.documents as number, "document")),
      fact("Confidence", share(cells.confidence as number), h("span", { class: "kind" }, "probability that the row is right in all its core cells"))),
    h("p", { class: "small" }, "Identifier ", h("code", {}, String(cells.deal_id)), "."),
    found.corrections.map((one) => h("p", { class: "note" },
      one.field === "deal_id" ? `Its reports were joined or parted by hand` : `${fieldName(one.field)} was set to ${one.value ?? "nothing"}`, ` by ${one.who} on ${one.when}: ${one.why}`)),
  );
}

function items(site: Site, found: Deal): Child {
  const several = found.items.length > 1;
  return h(
    "section", { "aria-labelledby": "items" }, h("h2", { id: "items" }, several ? `${count(found.items.length)} line items` : "Line item"),
    scrolling("items", h("table", {},
        h("thead", {}, h("tr", {}, several && h("th", { scope: "col" }, "No."), ["Weapon", "Category", "Supplier", "Recipient", "Maker", "Quantity", "Come so far", "Delivery", "Stage", "Confidence"].map((name) => h("th", { scope: "col" }, name)))),
        h("tbody", {}, found.items.map((item, place) => itemRow(site, item, several ? place + 1 : null))))),
    found.items.some((item) => !item.cells.counted) && h("p", { class: "counts" }, "Line items that are not counted are contained in another row and in no sum."),
  );
}

function itemRow(site: Site, item: Item, number: number | null): HTMLElement {
  const { cells } = item;
  const low = cells.quantity_lowest as number | null, high = cells.quantity_highest as number | null;
  const spread = low !== null && high !== null && low !== high ? `reports: ${count(low)} to ${count(high)}` : null;
  return h(
    "tr", { id: String(cells.transfer_id) }, number !== null && h("th", { scope: "row" }, number),
    h("td", {}, h("strong", {}, goods(cells)), cells.designation && cells.weapon ? h("span", { class: "kind" }, String(cells.weapon)) : null),
    h("td", {}, cells.category ? plain(String(cells.category)) : null),
    h("td", {}, parties(site, item.suppliers)),
    h("td", {}, parties(site, item.recipients), item.via.length > 0 && h("span", { class: "kind" }, `via ${names(site, item.via)}`)),
    h("td", {}, item.makers.join(", ")),
    h("td", {}, quantity(site, cells), spread && h("span", { class: "kind" }, spread)),
    h("td", {}, cells.delivered === null ? null : count(cells.delivered as number)),
    h("td", {}, years(cells.delivery_from, cells.delivery_to)),
    h("td", {}, h("span", { class: `stage ${cells.stage}` }, String(cells.stage)), !cells.counted && h("span", { class: "kind" }, "not counted")),
    h("td", { class: "number" }, share(cells.confidence as number)),
  );
}

function timeline(found: Deal, width: number): Child {
  const parts = found.items.flatMap((item): Stretch[] => {
    const name = goods(item.cells);
    if (item.deliveries.length) return item.deliveries.map((part) => ({ name, from: part.year_from, to: part.year_to, quantity: part.quantity, made: part.basis === "made" }));
    const from = item.cells.delivery_from as number | null, to = item.cells.delivery_to as number | null;
    return from === null && to === null ? [] : [{ name, from, to, quantity: item.cells.quantity as number | null, made: item.cells.stage === "delivered" }];
  });
  if (!parts.length) return null;
  const agreed = found.cells.agreed ? Number(String(found.cells.agreed).slice(0, 4)) : null;
  return h(
    "section", { "aria-labelledby": "deliveries" }, h("h2", { id: "deliveries" }, "Deliveries"),
    h("ul", { class: "key", "aria-hidden": "true" }, h("li", {}, h("span", { class: "swatch filled" }), "made"), h("li", {}, h("span", { class: "swatch hatched" }), "planned"), agreed !== null && h("li", {}, h("span", { class: "swatch line" }), `agreed in ${agreed}`)),
    drawTimeline(parts, agreed, width),
    h("ul", { class: "unseen" }, parts.map((part) => h("li", {}, stretchWords(part)))),
  );
}

function around(site: Site, found: Deal): Child {
  if (!found.whole && !found.parts.length) return null;
  return h(
    "section", { "aria-labelledby": "around" }, h("h2", { id: "around" }, "Part of and parts"),
    found.whole && h("p", {}, "Part of ", label(site, found.whole)),
    found.parts.length > 0 && [h("p", {}, "Its parts:"), h("ul", {}, found.parts.map((part) => h("li", {}, label(site, part))))],
  );
}

export function label(site: Site, one: Label): Child {
  const figure = one.quantity === null ? "" : `${count(one.quantity)} `;
  const more = one.items > 1 ? ` and ${many(one.items - 1, "other line item")}` : "";
  const told = [one.stage, one.agreed, one.value_usd === null ? null : dollars(one.value_usd)].filter(Boolean).join(", ");
  return [
    h("a", { href: page("deal", { id: one.deal_id }) }, `${figure}${one.goods ? plain(one.goods) : "arms that are not named"}${more}`),
    ` (${names(site, one.suppliers) || "supplier not named"} to ${names(site, one.recipients) || "recipient not named"}; ${told})`,
  ];
}

interface Support {
  of: string;
  field: string;
  value: string;
  agree: number;
  all: number;
  others: { value: string; report: Report }[];
}

// How the reports stand to each cell.
function agreement(site: Site, found: Deal): Child {
  if (found.reports.length < 2) return null;
  const by = new Map<string, Support>();
  const numbers = new Map(found.items.map((item, place) => [String(item.cells.transfer_id), place + 1]));
  for (const report of found.reports) {
    for (const row of report.rows) {
      const item = row.transfer_id === null ? null : found.items[(numbers.get(row.transfer_id) ?? 1) - 1];
      const cells = item ? item.cells : found.cells;
      for (const [field, value] of Object.entries(row.cells)) {
        const key = `${row.transfer_id ?? ""} ${field}`;
        let support = by.get(key);
        if (!support) {
          const whose = item ? (found.items.length > 1 ? `${numbers.get(String(row.transfer_id))}. ${goods(cells)}` : goods(cells)) : "deal";
          by.set(key, (support = { of: whose, field, value: shown(site, field, cells[field]), agree: 0, all: 0, others: [] }));
        }
        support.all++;
        if (row.differing.includes(field)) support.others.push({ value: shown(site, field, value), report });
        else support.agree++;
      }
    }
  }
  const rows = [...by.values()].filter((support) => support.all > 1 || support.others.length);
  rows.sort((one, other) => Number(other.others.length > 0) - Number(one.others.length > 0));
  const differing = rows.filter((support) => support.others.length).length;
  return h(
    "section", { "aria-labelledby": "agreement" }, h("h2", { id: "agreement" }, "Where reports agree and differ"),
    h("p", { class: "counts" }, `${many(differing, "cell")} of ${count(rows.length)} that more than one report gives ${differing === 1 ? "is" : "are"} not the same in all.`),
    scrolling("agreement", h("table", {},
      h("thead", {}, h("tr", {}, ["Row", "Cell", "The row has", "Reports", "Others say"].map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, rows.map((support) => h("tr", { class: support.others.length ? "differs" : null },
        h("td", {}, support.of), h("th", { scope: "row" }, fieldName(support.field)), h("td", {}, support.value || h("span", { class: "quiet" }, "empty")),
        h("td", {}, support.others.length ? `${support.agree} of ${support.all} agree` : `all ${support.all} agree`),
        h("td", {}, support.others.map((one, place) => [place ? "; " : "", h("strong", {}, one.value), " in ", h("a", { href: `#report-${one.report.deal_id}` }, source(one.report))]))))))),
  );
}

function shown(site: Site, field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (["supplier", "recipient", "via"].includes(field)) return String(value).split(", ").map((code) => site.parties[code] ?? code).join(", ");
  const number = typeof value === "number" ? value : /^\d+(\.\d+)?$/.test(String(value)) ? Number(value) : null;
  if (number !== null && /^(quantity|value|delivered)/.test(field)) return count(number);
  return plain(String(value));
}

const source = (report: Report): string => report.publisher ?? report.title ?? report.path;

function told(site: Site, found: Deal, report: Report): HTMLElement {
  const rows = new Map(report.rows.map((row) => [row.row_id, row]));
  const number = (rowId: string): string => {
    const transfer = rows.get(rowId)?.transfer_id;
    return transfer && found.items.length > 1 ? ` ${found.items.findIndex((item) => item.cells.transfer_id === transfer) + 1}` : "";
  };
  const differing = report.rows.flatMap((row) => row.differing.map((field) => ({ field, row })));
  const reasons = new Map<string, string>();
  for (const { marks } of report.sentences) {
    for (const mark of marks) {
      if (mark.rule === "stated" && !mark.reason) continue;
      const words = mark.reason ?? site.words.rule[mark.rule];
      const fields = mark.rule === "stated" ? mark.fields : fieldNames(mark.fields);
      for (const field of fields) reasons.set(`${fieldName(field)}${number(mark.row)}`, `${mark.rule}: ${words}`);
    }
  }
  return h(
    "article", { class: "report", id: `report-${report.deal_id}` },
    h("h3", {}, h("a", { href: page("document", { id: report.document_id }) }, report.title ?? report.path)),
    h("p", { class: "small" }, [report.publisher, report.published].filter(Boolean).join(", "), report.url && [" · ", outside(report.url, report.url)]),
    report.sentences.length
      ? report.sentences.map((sentence) => h("blockquote", {}, h("p", {}, marked(sentence.text, sentence.marks, number))))
      : h("blockquote", {}, h("p", {}, report.evidence)),
    differing.length > 0 && h("p", { class: "differs" }, h("strong", {}, "Differs: "),
      differing.map(({ field, row }, place) => [place ? "; " : "", `${fieldName(field)}${number(row.row_id)} ${shown(site, field, row.cells[field])}`])),
    reasons.size > 0 && h("details", { class: "why" }, h("summary", {}, "What the words do not say by themselves"),
      h("dl", {}, [...reasons].map(([field, reason]) => h("div", {}, h("dt", {}, field), h("dd", {}, reason))))),
  );
}

// A sentence in which the words behind cells are marked, the names of the cells after them.
function marked(text: string, marks: Mark[], number: (rowId: string) => string): Child {
  return segments(text, marks).map((segment) => {
    if (!segment.spans.length) return segment.text;
    const cells = cellNames(segment.ending, number);
    return h("mark", {}, segment.text, cells.length > 0 && h("span", { class: "tag" }, h("span", { class: "unseen" }, " ("), cells.join(", "), h("span", { class: "unseen" }, ")")));
  });
}
