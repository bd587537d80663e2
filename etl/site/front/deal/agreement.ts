// How the reports of a deal stand to each cell.

import { goods } from "../cells";
import { h, scrolling, type Child } from "../dom";
import { count, many, plain } from "../format";
import { fieldName } from "../marks";
import { records } from "../records";
import type { Deal, Report, Site } from "../types";

interface Support {
  of: string;
  field: string;
  value: string;
  agree: number;
  all: number;
  others: { value: string; report: Report }[];
}

// How the reports stand to each cell.
export function agreement(site: Site, found: Deal): Child {
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
          const whose = item
            ? found.items.length > 1
              ? `${numbers.get(String(row.transfer_id))}. ${goods(cells)}`
              : goods(cells)
            : "deal";
          by.set(
            key,
            (support = { of: whose, field, value: shown(site, field, cells[field]), agree: 0, all: 0, others: [] }),
          );
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
    "section",
    { "aria-labelledby": "agreement" },
    h("h2", { id: "agreement" }, "Where reports agree and differ"),
    h(
      "p",
      { class: "counts" },
      `${many(differing, "cell")} of ${count(rows.length)} that more than one report gives ${differing === 1 ? "is" : "are"} not the same in all.`,
    ),
    scrolling(
      "agreement",
      records(
        "Cells with how reports stand to them",
        ["Row", "Cell", "The row has", "Reports", "Others say"],
        rows.map((support) => ({
          class: support.others.length ? "differs" : null,
          cells: [
            support.of,
            h("strong", {}, fieldName(support.field)),
            support.value || h("span", { class: "quiet" }, "empty"),
            support.others.length ? `${support.agree} of ${support.all} agree` : `all ${support.all} agree`,
            support.others.length
              ? support.others.map((one, place) => [
                  place ? "; " : "",
                  h("strong", {}, one.value),
                  " in ",
                  h("a", { href: `#report-${one.report.deal_id}` }, source(one.report)),
                ])
              : null,
          ],
        })),
      ),
    ),
  );
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
