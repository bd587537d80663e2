// What a deal is, at the head of its page.

import { goods, parties, stageCell } from "../cells";
import { h, type Child } from "../dom";
import { amount, dollars, many, quantity, share } from "../format";
import { fieldName } from "../marks";
import type { Cells, Correction, Deal, Site } from "../types";

export function titleOf(site: Site, found: Deal): string {
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

export function head(site: Site, found: Deal, name: string): Child {
  const { cells } = found;
  const kind = (words: string) => h("span", { class: "kind" }, words);
  const stage = String(cells.stage);
  return h(
    "header",
    { class: "lead" },
    h(
      "p",
      { class: "over" },
      parties(site, sides(site, found, "suppliers")),
      " to ",
      parties(site, sides(site, found, "recipients")),
    ),
    h("h1", {}, name),
    h(
      "dl",
      { class: "facts" },
      fact("Stage", stageCell(stage), kind(site.words.stage[stage])),
      fact("Arrangement", cells.arrangement === "unknown" ? "not known" : String(cells.arrangement)),
      fact("Agreed", cells.agreed as string),
      fact("Value", value(site, cells)),
      fact("Reports", many(cells.documents as number, "document")),
      fact(
        "Confidence",
        share(cells.confidence as number),
        kind("probability that the row is right in all its core cells"),
      ),
    ),
    h("p", { class: "small" }, "Identifier ", h("code", {}, String(cells.deal_id)), "."),
    found.corrections.map(corrected),
  );
}

const fact = (term: string, ...told: Child[]): Child =>
  told.some(Boolean) && h("div", {}, h("dt", {}, term), h("dd", {}, ...told));

// The value as stated, what it is in dollars and on which basis, and how far reports differ.
function value(site: Site, cells: Cells): Child {
  if (cells.value_amount === null) return h("span", { class: "quiet" }, "not stated");
  const told: string[] = [];
  if (cells.value_usd === null) told.push("No value in US$.");
  else if (cells.value_currency !== "USD") {
    const basis = cells.value_usd_basis === "stated" ? "as a report states it" : `at ${cells.value_usd_basis}`;
    told.push(`${dollars(cells.value_usd as number)}, ${basis}.`);
  }
  const [lowest, highest] = [cells.value_usd_lowest, cells.value_usd_highest] as (number | null)[];
  if (lowest !== null && highest !== null && lowest !== highest)
    told.push(`Reports give from ${dollars(lowest)} to ${dollars(highest)}.`);
  return [amount(site, cells), told.length > 0 && h("span", { class: "kind" }, told.join(" "))];
}

function corrected(one: Correction): HTMLElement {
  const what =
    one.field === "deal_id"
      ? "Its reports were joined or parted by hand"
      : `${fieldName(one.field)} was set to ${one.value ?? "nothing"}`;
  return h("p", { class: "note" }, `${what} by ${one.who} on ${one.when}: ${one.why}`);
}
