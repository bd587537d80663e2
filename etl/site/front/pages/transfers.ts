// The table of transfers: searched, filtered, sorted, a page at a time, and downloaded as it is filtered.

import { chipList, chips } from "../chips";
import { rowsOf, sorted, type Column } from "../columns";
import { fill, h, page, type Child } from "../dom";
import { download } from "../download";
import { keep, read, selected, written, type Filters } from "../filters";
import { count, dollars, many, names, plain, quantity, share, years } from "../format";
import { site as siteFile } from "../load";
import { pager, PAGE } from "../pager";
import { transfers, type Transfers } from "../transfers";
import type { Cells, Site } from "../types";

interface Heading {
  name: string;
  sort: string;
  number?: boolean;
  title?: string;
  cell(row: number): Child;
}

interface State {
  filters: Filters;
  sort: string;
  down: boolean;
  page: number;
}

export async function transfersPage(app: HTMLElement): Promise<void> {
  const [site, given] = await Promise.all([siteFile(), transfers()]);
  let state = fromAddress();
  const headings = headingsOf(site, given);
  const body = h("div", { class: "result" });
  const draw = () => fill(body, result(site, given, headings, state, set));
  const set = (next: Partial<State>, step = true) => {
    state = { ...state, page: 0, ...next };
    const query = written(state.filters);
    if (state.sort) query.set("sort", (state.down ? "-" : "") + state.sort);
    if (state.page) query.set("page", String(state.page + 1));
    keep(query, step);
    draw();
  };
  const controls = h("form", { class: "filters", role: "search", "aria-label": "Filter transfers", submit: (event: Event) => event.preventDefault() });
  const control = () => fill(controls, fields(site, given, state.filters, (next, step) => set({ filters: { ...state.filters, ...next } }, step)));
  addEventListener("popstate", () => {
    state = fromAddress();
    control();
    draw();
  });
  addEventListener("filters-changed", control);
  control();
  draw();
  fill(app, controls, body);
}

function fromAddress(): State {
  const query = new URLSearchParams(location.search);
  const sort = query.get("sort") ?? "";
  return { filters: read(query), sort: sort.replace(/^-/, ""), down: sort.startsWith("-"), page: Math.max(0, Number(query.get("page") ?? 1) - 1) || 0 };
}

function fields(site: Site, given: Transfers, filters: Filters, change: (next: Partial<Filters>, step: boolean) => void): Child {
  const search = h("input", { type: "search", id: "q", value: filters.q, placeholder: "K9, howitzer, Poland …", autocomplete: "off", spellcheck: "false" });
  search.addEventListener("input", () => change({ q: search.value }, false));
  const choose = (name: "category" | "stage" | "arrangement" | "sure", label: string, options: [string, string][]) =>
    select(name, label, options, filters[name], (value) => change({ [name]: value }, true));
  const party = (side: "supplier" | "recipient") => {
    const sides = side === "supplier" ? given.suppliers : given.recipients;
    const found = [...new Set(sides.sets.flat())].sort((one, other) => (site.parties[one] ?? one).localeCompare(site.parties[other] ?? other, "en"));
    const options: [string, string][] = found.map((one) => [one, site.parties[one] ?? one]);
    const several = filters[side].length > 1 ? names(site, filters[side]) : "";
    if (several) options.unshift(["several", several]);
    if (sides.codes.includes(0)) options.push(["none", "not named"]);
    return select(side, side, options, several ? "several" : (filters[side][0] ?? ""), (value) => change({ [side]: value && value !== "several" ? [value] : [] }, true));
  };
  const values = (name: string): [string, string][] => {
    const column = given.table.column(name);
    return [...new Set(column.values)].map(String).sort().map((value): [string, string] => [value, plain(value)]).concat(column.codes.includes(0) ? [["none", "not known"]] : []);
  };
  const stages: [string, string][] = Object.keys(site.words.stage).map((stage) => [stage, stage]);
  const counted = h("input", { type: "checkbox", id: "counted", checked: Boolean(filters.counted) });
  counted.addEventListener("change", () => change({ counted: counted.checked ? "1" : "" }, true));
  return [
    h("div", { class: "field wide" }, h("label", { for: "q" }, "Search"), search),
    party("supplier"), party("recipient"),
    choose("category", "category", values("category")), choose("stage", "stage", stages), choose("arrangement", "arrangement", values("arrangement")),
    select("agreed", "ordered in", yearOptions(given.table.column("agreed")), filters.agreed, (value) => change({ agreed: value }, true)),
    select("delivery", "delivery in", deliveryOptions(given), filters.delivery, (value) => change({ delivery: value }, true)),
    choose("sure", "confidence", [["0.2", "0.2 or more"], ["0.4", "0.4 or more"], ["0.6", "0.6 or more"], ["0.8", "0.8 or more"]]),
    h("div", { class: "field check" }, counted, h("label", { for: "counted" }, "only rows in sums")),
  ];
}

function select(id: string, label: string, options: [string, string][], picked: string, pick: (value: string) => void): HTMLElement {
  const known = options.some(([value]) => value === picked);
  const shown: [string, string][] = picked && !known ? [...options, [picked, picked.startsWith("-") ? `${picked.slice(1)} or before` : picked]] : options;
  const element = h("select", { id }, h("option", { value: "" }, "all"), shown.map(([value, words]) => h("option", { value, selected: value === picked }, words)));
  element.addEventListener("change", () => pick(element.value));
  return h("div", { class: "field" }, h("label", { for: id }, label), element);
}

function yearOptions(column: Column): [string, string][] {
  const found = [...new Set(column.values.map((value) => String(value).slice(0, 4)))].sort().reverse();
  return [...found.map((year): [string, string] => [year, year]), ["none", "no date"]];
}

function deliveryOptions(given: Transfers): [string, string][] {
  const found = new Set([...given.table.column("delivery_to").values, ...given.table.column("delivery_from").values].map(String));
  for (const piece of given.pieces) found.add(String(piece.year));
  return [...[...found].sort().reverse().map((year): [string, string] => [year, year]), ["none", "no year"]];
}

function headingsOf(site: Site, given: Transfers): Heading[] {
  const at = (name: string, row: number) => given.table.column(name).at(row);
  const party = (name: "supplier" | "recipient") => (row: number) => parties(site, (name === "supplier" ? given.suppliers : given.recipients).at(row));
  return [
    { name: "Supplier", sort: "supplier_names", cell: party("supplier") },
    { name: "Recipient", sort: "recipient_names", cell: party("recipient") },
    { name: "Weapon", sort: "designation", cell: (row) => weapon(cellsOf(given, row, ["deal_id", "transfer_id", "designation", "weapon", "category"])) },
    { name: "Quantity", sort: "quantity", number: true, cell: (row) => quantity(site, cellsOf(given, row, ["quantity", "quantity_high", "quantity_bound", "quantity_unit"])) },
    { name: "Ordered", sort: "agreed", number: true, title: "Date of the agreement, contract, award, pledge or aid announcement", cell: (row) => at("agreed", row) as string },
    { name: "Delivery", sort: "delivery_to", number: true, cell: (row) => years(at("delivery_from", row), at("delivery_to", row)) },
    { name: "Stage", sort: "stage", cell: (row) => stage(at("stage", row) as string, at("counted", row) as boolean) },
    { name: "Value, US$", sort: "deal_value_usd", number: true, title: "Value of the whole deal, in US dollars of its time", cell: (row) => value(given, row) },
    { name: "Reports", sort: "documents", number: true, title: "How many documents report it", cell: (row) => at("documents", row) as number },
    { name: "Confidence", sort: "confidence", number: true, title: "Probability that the row is right in all its core cells", cell: (row) => share(at("confidence", row) as number) },
  ];
}

function cellsOf(given: Transfers, row: number, wanted: string[]): Cells {
  return Object.fromEntries(wanted.map((name) => [name, given.table.column(name).at(row)]));
}

export function parties(site: Site, codes: string[]): Child {
  if (!codes.length) return h("span", { class: "quiet" }, "not named");
  return codes.map((code, place) => [place ? ", " : "", h("a", { href: page("country", { code }) }, site.parties[code] ?? code)]);
}

export function weapon(cells: Cells): Child {
  const name = (cells.designation ?? cells.weapon ?? (cells.category ? plain(String(cells.category)) : "not named")) as string;
  const kind = cells.designation && cells.weapon ? String(cells.weapon) : null;
  return [h("a", { class: "strong", href: page("deal", { id: String(cells.deal_id) }, String(cells.transfer_id)) }, name), kind && h("span", { class: "kind" }, kind)];
}

function stage(name: string, counted: boolean): Child {
  return [h("span", { class: `stage ${name}` }, name), !counted && h("span", { class: "kind", title: "Another row contains it; it is in no sum" }, "not counted")];
}

function value(given: Transfers, row: number): Child {
  const whole = given.table.column("deal_value_usd").at(row) as number | null;
  if (whole === null) return null;
  const alone = given.table.column("value_usd").at(row) !== null;
  return [dollars(whole), !alone && h("span", { class: "kind", title: "The value of a deal with several line items" }, "whole deal")];
}

function result(site: Site, given: Transfers, headings: Heading[], state: State, set: (next: Partial<State>, step?: boolean) => void): Child {
  let rows = rowsOf(selected(given, state.filters));
  if (state.sort && given.table.names.includes(state.sort)) rows = sorted(rows, given.table.column(state.sort), state.down);
  const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
  const at = Math.min(state.page, last);
  const shown = rows.subarray(at * PAGE, (at + 1) * PAGE);
  const filter = (next: Partial<Filters>) => {
    set({ filters: { ...state.filters, ...next } });
    dispatchEvent(new Event("filters-changed"));
  };
  const files = (form: "csv" | "parquet") => () => download(given, rows, form);
  return [
    chipList(chips(site, state.filters), filter, () => filter(read(new URLSearchParams()))),
    h("div", { class: "bar" },
      h("p", { role: "status" }, h("strong", {}, count(rows.length)), ` of ${many(given.table.length, "line item")}`),
      sorter(headings, state, set),
      h("div", { class: "choice", role: "group", "aria-label": `Download these ${many(rows.length, "row")}` },
        h("button", { type: "button", click: files("csv"), disabled: !rows.length }, "Download CSV"),
        h("button", { type: "button", click: files("parquet"), disabled: !rows.length }, "Parquet"))),
    rows.length
      ? h("div", { class: "wide" }, h("table", { class: "rows-table", role: "table" },
          h("caption", { class: "unseen" }, "Transfers, one row a line item of a deal"),
          h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, headings.map((heading) => headingCell(heading, state, set)))),
          h("tbody", { role: "rowgroup" }, Array.from(shown, (row) =>
            h("tr", { role: "row", class: given.standing[row] ? null : "out" },
              headings.map((heading) => h("td", { role: "cell", class: heading.number ? "number" : null, "data-name": heading.name }, heading.cell(row))))))))
      : h("p", { class: "nothing" }, "No row fits these filters."),
    pager(rows.length, at, (next) => {
      set({ page: next });
      document.querySelector(".result")?.scrollIntoView();
    }),
  ];
}

function headingCell(heading: Heading, state: State, set: (next: Partial<State>) => void): HTMLElement {
  const mine = state.sort === heading.sort;
  const press = () => set(mine ? (state.down ? { sort: "", down: false } : { down: true }) : { sort: heading.sort, down: false });
  return h("th", { scope: "col", role: "columnheader", class: heading.number ? "number" : null, "aria-sort": mine ? (state.down ? "descending" : "ascending") : null },
    h("button", { type: "button", title: heading.title, click: press }, heading.name, h("span", { "aria-hidden": "true", class: "arrow" }, mine ? (state.down ? "↓" : "↑") : "")));
}

// On a phone there are no headings to press.
function sorter(headings: Heading[], state: State, set: (next: Partial<State>) => void): HTMLElement {
  const options: [string, string][] = headings.flatMap(({ name, sort }): [string, string][] => [[sort, name], [`-${sort}`, `${name}, descending`]]);
  const picked = (state.down ? "-" : "") + state.sort;
  const element = select("sort", "sort by", options, picked, (value) => set({ sort: value.replace(/^-/, ""), down: value.startsWith("-") }));
  element.classList.add("sorter");
  return element;
}
