// How the reports of a deal stand to each cell.

import { goods } from "../cells";
import { h, scrolling, type Child } from "../dom";
import { count, many, plain } from "../format";
import { fieldName } from "../marks";
import { records, type Row } from "../records";
import type { Deal, Report, Site } from "../types";

interface Support {
  of: string;
  field: string;
  value: string;
  agree: number;
  all: number;
  others: { value: string; report: Report }[];
}

export function agreement(site: Site, found: Deal): Child {
  if (found.reports.length < 2) return null;
  const rows = supports(site, found).filter((support) => support.all > 1 || support.others.length);
  rows.sort((one, other) => Number(other.others.length > 0) - Number(one.others.length > 0));
  const differing = rows.filter((support) => support.others.length).length;
  const counted = `${many(differing, "cell")} of ${count(rows.length)} that more than one report gives`;
  const headings = ["Row", "Cell", "The row has", "Reports", "Others say"];
  return h(
    "section",
    { "aria-labelledby": "agreement" },
    h("h2", { id: "agreement" }, "Where reports agree and differ"),
    h("p", { class: "counts" }, `${counted} ${differing === 1 ? "is" : "are"} not the same in all.`),
    scrolling("agreement", records("Cells with how reports stand to them", headings, rows.map(row))),
  );
}

function row(support: Support): Row {
  const { agree, all, others } = support;
  const told = others.map((one, place) => [
    place ? "; " : "",
    h("strong", {}, one.value),
    " in ",
    h("a", { href: `#report-${one.report.deal_id}` }, source(one.report)),
  ]);
  return {
    class: others.length ? "differs" : null,
    cells: [
      support.of,
      h("strong", {}, fieldName(support.field)),
      support.value || h("span", { class: "quiet" }, "empty"),
      others.length ? `${agree} of ${all} agree` : `all ${all} agree`,
      others.length ? told : null,
    ],
  };
}

// How the reports stand to each cell.
function supports(site: Site, found: Deal): Support[] {
  const by = new Map<string, Support>();
  const places = new Map(found.items.map((item, place) => [String(item.cells.transfer_id), place]));
  for (const report of found.reports) {
    for (const { transfer_id, cells, differing } of report.rows) {
      const place = transfer_id === null ? undefined : places.get(transfer_id);
      const own = place === undefined ? found.cells : found.items[place].cells;
      const number = found.items.length > 1 ? `${(place ?? 0) + 1}. ` : "";
      for (const [field, value] of Object.entries(cells)) {
        const key = `${transfer_id ?? ""} ${field}`;
        const of = place === undefined ? "deal" : `${number}${goods(own)}`;
        const support = by.get(key) ?? {
          of,
          field,
          value: shown(site, field, own[field]),
          agree: 0,
          all: 0,
          others: [],
        };
        by.set(key, support);
        support.all++;
        if (differing.includes(field)) support.others.push({ value: shown(site, field, value), report });
        else support.agree++;
      }
    }
  }
  return [...by.values()];
}

export function shown(site: Site, field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (["supplier", "recipient", "via"].includes(field))
    return String(value)
      .split(", ")
      .map((code) => site.parties[code] ?? code)
      .join(", ");
  const number = typeof value === "number" ? value : /^\d+(\.\d+)?$/.test(String(value)) ? Number(value) : null;
  if (number !== null && /^(quantity|value|delivered)/.test(field)) return count(number);
  return plain(String(value));
}

const source = (report: Report): string => report.publisher ?? report.title ?? report.path;
