// What a deal is, at the head of its page.

import { goods, parties } from "../cells";
import { h, type Child } from "../dom";
import { amount, dollars, many, quantity, share } from "../format";
import { fieldName } from "../marks";
import type { Deal, Site } from "../types";

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
  const spread =
    cells.value_usd_lowest !== cells.value_usd_highest
      ? `Reports give from ${dollars(cells.value_usd_lowest as number)} to ${dollars(cells.value_usd_highest as number)}.`
      : "";
  const basis =
    cells.value_usd_basis === "stated"
      ? "as a report states it"
      : cells.value_usd_basis
        ? `at ${String(cells.value_usd_basis)}`
        : "";
  const fact = (term: string, ...value: Child[]) =>
    value.some(Boolean) && h("div", {}, h("dt", {}, term), h("dd", {}, ...value));
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
      fact(
        "Stage",
        h("span", { class: `stage ${cells.stage}` }, String(cells.stage)),
        h("span", { class: "kind" }, site.words.stage[String(cells.stage)]),
      ),
      fact("Arrangement", cells.arrangement === "unknown" ? "not known" : String(cells.arrangement)),
      fact("Agreed", cells.agreed as string),
      fact(
        "Value",
        amount(site, cells),
        cells.value_usd_basis !== "stated" || cells.value_currency !== "USD"
          ? h(
              "span",
              { class: "kind" },
              cells.value_usd ? `${dollars(cells.value_usd as number)}, ${basis}` : "no value in US$",
            )
          : null,
        spread && h("span", { class: "kind" }, spread),
      ),
      !cells.value_amount && fact("Value", h("span", { class: "quiet" }, "not stated")),
      fact("Reports", many(cells.documents as number, "document")),
      fact(
        "Confidence",
        share(cells.confidence as number),
        h("span", { class: "kind" }, "probability that the row is right in all its core cells"),
      ),
    ),
    h("p", { class: "small" }, "Identifier ", h("code", {}, String(cells.deal_id)), "."),
    found.corrections.map((one) =>
      h(
        "p",
        { class: "note" },
        one.field === "deal_id"
          ? `Its reports were joined or parted by hand`
          : `${fieldName(one.field)} was set to ${one.value ?? "nothing"}`,
        ` by ${one.who} on ${one.when}: ${one.why}`,
      ),
    ),
  );
}
