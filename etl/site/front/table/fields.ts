// What narrows the table of transfers.

import type { Column } from "../columns";
import { h, type Child } from "../dom";
import type { Filters } from "../filters";
import { names, plain } from "../format";
import type { Transfers } from "../transfers";
import type { Site } from "../types";

type Change = (next: Partial<Filters>, step: boolean) => void;
type Options = [string, string][];

const SURE: Options = ["0.2", "0.4", "0.6", "0.8"].map((least) => [least, `${least} or more`]);

export function fields(site: Site, given: Transfers, filters: Filters, change: Change): Child {
  const choose = (
    name: "category" | "stage" | "arrangement" | "agreed" | "delivery" | "sure",
    label: string,
    options: Options,
  ) => select(name, label, options, filters[name], (value) => change({ [name]: value }, true));
  const stages = Object.keys(site.words.stage).map((stage): [string, string] => [stage, stage]);
  const counted = h("input", { type: "checkbox", id: "counted", checked: Boolean(filters.counted) });
  counted.addEventListener("change", () => change({ counted: counted.checked ? "1" : "" }, true));
  return [
    h("div", { class: "field wide" }, h("label", { for: "q" }, "Search"), search(filters, change)),
    party(site, given, filters, "supplier", change),
    party(site, given, filters, "recipient", change),
    choose("category", "category", valueOptions(given, "category")),
    choose("stage", "stage", stages),
    choose("arrangement", "arrangement", valueOptions(given, "arrangement")),
    choose("agreed", "ordered in", yearOptions(given.table.column("agreed"))),
    choose("delivery", "delivery in", deliveryOptions(given)),
    choose("sure", "confidence", SURE),
    h("div", { class: "field check" }, counted, h("label", { for: "counted" }, "only rows in sums")),
  ];
}

function search(filters: Filters, change: Change): HTMLInputElement {
  const field = h("input", {
    type: "search",
    id: "q",
    value: filters.q,
    placeholder: "K9, howitzer, Poland …",
    autocomplete: "off",
    spellcheck: "false",
  });
  field.addEventListener("input", () => change({ q: field.value }, false));
  return field;
}

function party(
  site: Site,
  given: Transfers,
  filters: Filters,
  side: "supplier" | "recipient",
  change: Change,
): HTMLElement {
  const sides = side === "supplier" ? given.suppliers : given.recipients;
  const name = (one: string) => site.parties[one] ?? one;
  const found = [...new Set(sides.sets.flat())].sort((one, other) => name(one).localeCompare(name(other), "en"));
  const options = found.map((one): [string, string] => [one, name(one)]);
  // Those that a chart or a link asks for together are one choice.
  const several = filters[side].length > 1;
  if (several) options.unshift(["several", names(site, filters[side])]);
  if (sides.codes.includes(0)) options.push(["none", "not named"]);
  return select(side, side, options, several ? "several" : (filters[side][0] ?? ""), (value) =>
    change({ [side]: value && value !== "several" ? [value] : [] }, true),
  );
}

function valueOptions(given: Transfers, name: string): Options {
  const column = given.table.column(name);
  const options = [...new Set(column.values)]
    .map(String)
    .sort()
    .map((value): [string, string] => [value, plain(value)]);
  return column.codes.includes(0) ? [...options, ["none", "not known"]] : options;
}

export function select(
  id: string,
  label: string,
  options: Options,
  picked: string,
  pick: (value: string) => void,
  empty = "all",
): HTMLElement {
  const known = options.some(([value]) => value === picked);
  const shown: Options =
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

function yearOptions(column: Column): Options {
  const found = [...new Set(column.values.map((value) => String(value).slice(0, 4)))].sort().reverse();
  return [...found.map((year): [string, string] => [year, year]), ["none", "no date"]];
}

function deliveryOptions(given: Transfers): Options {
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
