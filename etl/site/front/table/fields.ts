// What narrows the table of transfers.

import type { Column } from "../columns";
import { h, type Child } from "../dom";
import type { Filters } from "../filters";
import { names, plain } from "../format";
import type { Transfers } from "../transfers";
import type { Site } from "../types";

export function fields(
  site: Site,
  given: Transfers,
  filters: Filters,
  change: (next: Partial<Filters>, step: boolean) => void,
): Child {
  const search = h("input", {
    type: "search",
    id: "q",
    value: filters.q,
    placeholder: "K9, howitzer, Poland …",
    autocomplete: "off",
    spellcheck: "false",
  });
  search.addEventListener("input", () => change({ q: search.value }, false));
  const choose = (name: "category" | "stage" | "arrangement" | "sure", label: string, options: [string, string][]) =>
    select(name, label, options, filters[name], (value) => change({ [name]: value }, true));
  const party = (side: "supplier" | "recipient") => {
    const sides = side === "supplier" ? given.suppliers : given.recipients;
    const found = [...new Set(sides.sets.flat())].sort((one, other) =>
      (site.parties[one] ?? one).localeCompare(site.parties[other] ?? other, "en"),
    );
    const options: [string, string][] = found.map((one) => [one, site.parties[one] ?? one]);
    const several = filters[side].length > 1 ? names(site, filters[side]) : "";
    if (several) options.unshift(["several", several]);
    if (sides.codes.includes(0)) options.push(["none", "not named"]);
    return select(side, side, options, several ? "several" : (filters[side][0] ?? ""), (value) =>
      change({ [side]: value && value !== "several" ? [value] : [] }, true),
    );
  };
  const values = (name: string): [string, string][] => {
    const column = given.table.column(name);
    return [...new Set(column.values)]
      .map(String)
      .sort()
      .map((value): [string, string] => [value, plain(value)])
      .concat(column.codes.includes(0) ? [["none", "not known"]] : []);
  };
  const stages: [string, string][] = Object.keys(site.words.stage).map((stage) => [stage, stage]);
  const counted = h("input", { type: "checkbox", id: "counted", checked: Boolean(filters.counted) });
  counted.addEventListener("change", () => change({ counted: counted.checked ? "1" : "" }, true));
  return [
    h("div", { class: "field wide" }, h("label", { for: "q" }, "Search"), search),
    party("supplier"),
    party("recipient"),
    choose("category", "category", values("category")),
    choose("stage", "stage", stages),
    choose("arrangement", "arrangement", values("arrangement")),
    select("agreed", "ordered in", yearOptions(given.table.column("agreed")), filters.agreed, (value) =>
      change({ agreed: value }, true),
    ),
    select("delivery", "delivery in", deliveryOptions(given), filters.delivery, (value) =>
      change({ delivery: value }, true),
    ),
    choose("sure", "confidence", [
      ["0.2", "0.2 or more"],
      ["0.4", "0.4 or more"],
      ["0.6", "0.6 or more"],
      ["0.8", "0.8 or more"],
    ]),
    h("div", { class: "field check" }, counted, h("label", { for: "counted" }, "only rows in sums")),
  ];
}

export function select(
  id: string,
  label: string,
  options: [string, string][],
  picked: string,
  pick: (value: string) => void,
  empty = "all",
): HTMLElement {
  const known = options.some(([value]) => value === picked);
  const shown: [string, string][] =
    picked && !known
      ? [...options, [picked, picked.startsWith("-") ? `${picked.slice(1)} or before` : picked]]
      : options;
  const element = h(
    "select",
    { id },
    h("option", { value: "" }, empty),
    shown.map(([value, words]) => h("option", { value, selected: value === picked }, words)),
  );
  element.addEventListener("change", () => pick(element.value));
  return h("div", { class: "field" }, h("label", { for: id }, label), element);
}

function yearOptions(column: Column): [string, string][] {
  const found = [...new Set(column.values.map((value) => String(value).slice(0, 4)))].sort().reverse();
  return [...found.map((year): [string, string] => [year, year]), ["none", "no date"]];
}

function deliveryOptions(given: Transfers): [string, string][] {
  const found = new Set(
    [...given.table.column("delivery_to").values, ...given.table.column("delivery_from").values].map(String),
  );
  for (const piece of given.pieces) found.add(String(piece.year));
  return [
    ...[...found]
      .sort()
      .reverse()
      .map((year): [string, string] => [year, year]),
    ["none", "no year"],
  ];
}
