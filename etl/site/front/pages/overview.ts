// Flows, orders by year, categories and deliveries. What is clicked filters the rest, and the address keeps it.

import { chipList, chips, choice } from "../chips";
import { bars } from "../charts/bars";
import { behind } from "../charts/behind";
import { drawSankey, OTHERS, type Flow, type Side } from "../charts/sankey";
import { drawYears, inYears } from "../charts/years";
import { fill, h, type Child } from "../dom";
import { keep, read, selected, written, type Filters } from "../filters";
import { count, dollars, many, names, plain } from "../format";
import { site as siteFile } from "../load";
import { sums, transfers, type Group, type Sum, type Sums, type Transfers } from "../transfers";
import type { Site } from "../types";

type Measure = "value" | "items";

interface State {
  filters: Filters;
  group: Group;
  measure: Measure;
}

interface Shown {
  site: Site;
  given: Transfers;
  state: State;
  mask: Uint8Array;
  width: number;
  change(next: Partial<Filters>): void;
}

const FIRM = "agreed, ordered, delivering or delivered";
const OPEN = "only proposed or approved";

export async function overview(app: HTMLElement): Promise<void> {
  const [site, given] = await Promise.all([siteFile(), transfers()]);
  let state = fromAddress();
  const draw = () => {
    const focused = focus(app);
    const shown: Shown = { site, given, state, mask: selected(given, state.filters), width: app.clientWidth, change };
    fill(app, head(shown, set), flowsOf(shown), h("div", { class: "pair" }, ordersOf(shown), categoriesOf(shown)), deliveriesOf(shown));
    refocus(app, focused);
  };
  const set = (next: State) => {
    state = next;
    const query = written(state.filters);
    if (state.group === "open") query.set("group", "open");
    if (state.measure === "items") query.set("measure", "items");
    keep(query, true);
    draw();
  };
  const change = (next: Partial<Filters>) => set({ ...state, filters: { ...state.filters, ...next } });
  addEventListener("popstate", () => {
    state = fromAddress();
    draw();
  });
  let width = app.clientWidth;
  addEventListener("resize", () => {
    if (app.clientWidth === width) return;
    width = app.clientWidth;
    draw();
  });
  draw();
}

function fromAddress(): State {
  const query = new URLSearchParams(location.search);
  return {
    filters: read(query),
    group: query.get("group") === "open" ? "open" : "firm",
    measure: query.get("measure") === "items" ? "items" : "value",
  };
}

// Which control has the focus, by its name, so that it has it again once all is drawn anew.
function focus(app: HTMLElement): string | null {
  const active = document.activeElement;
  return active && app.contains(active) ? nameOf(active) : null;
}

// Figures change with what is selected.
const nameOf = (control: Element) => (control.getAttribute("aria-label") ?? control.textContent ?? "").replace(/\$?[\d.,]+(tn|bn|m|k)?\b/g, "");

function refocus(app: HTMLElement, name: string | null): void {
  if (name === null) return;
  const controls = app.querySelectorAll<HTMLElement>("button, [role=button]");
  const found = [...controls].find((one) => nameOf(one) === name);
  found?.focus({ preventScroll: true });
}

function head(shown: Shown, set: (state: State) => void): Child {
  const { site, given, state, mask } = shown;
  const all = sums(given, mask, state.group, null);
  const other = sums(given, mask, state.group === "firm" ? "open" : "firm", null);
  const query = written(state.filters).toString();
  return h(
    "section", { class: "head", "aria-label": "Selection" },
    h("div", { class: "choices" },
      choice<Group>("Which deals", [["firm", "Agreed to delivered"], ["open", "Proposed or approved"]], state.group, (group) => set({ ...state, group })),
      choice<Measure>("What marks measure", [["value", "Value, US$"], ["items", "Line items"]], state.measure, (measure) => set({ ...state, measure }))),
    chipList(chips(site, state.filters), shown.change, () => set({ ...state, filters: read(new URLSearchParams()) })),
    h("p", { class: "told", role: "status" },
      h("strong", {}, many(all.items, "line item")), ` of ${many(all.deals, "deal")} that are ${state.group === "firm" ? FIRM : OPEN}. `,
      all.deals > 0 && valued(all),
      other.items > 0 && ` ${many(other.items, "line item")} of deals that are ${state.group === "firm" ? OPEN : FIRM} ${other.items === 1 ? "is" : "are"} not among them.`,
      " ", h("a", { href: `transfers.html${query ? `?${query}` : ""}` }, "See the rows"), " · ", h("a", { href: "method.html#sums" }, "What sums leave out")),
  );
}

function valued(all: Sums): string {
  const known = all.valued + all.spread;
  if (!known) return "None of these deals has a stated value.";
  const whole = all.valued
    ? `${known === all.deals ? "All" : count(known)} of these deals ${known === 1 ? "has" : "have"} a stated value, ${all.spread ? `${count(all.valued)} of them ` : ""}together ${dollars(all.value)} of their time.`
    : `${count(known)} of these deals ${known === 1 ? "has" : "have"} a stated value.`;
  return all.spread ? `${whole} ${many(all.spread, "deal")} worth ${dollars(all.spreadValue)} also ${all.spread === 1 ? "has" : "have"} line items outside of this selection and ${all.spread === 1 ? "is" : "are"} not in the sum.` : whole;
}

// What a chart's sums leave out, said beneath it.
function left(all: Sums, measure: Measure, split: string): string {
  if (measure === "items") return `Counts ${many(all.items, "line item")}.`;
  const parts = [`Sums the stated values of ${many(all.valued, "deal")}, each once, in US$ of their time.`];
  if (all.unvalued) parts.push(`${many(all.unvalued, "deal")} without a stated value ${all.unvalued === 1 ? "is" : "are"} not in it.`);
  if (all.spread) parts.push(`${many(all.spread, "deal")} worth ${dollars(all.spreadValue)} with line items of several ${split} ${all.spread === 1 ? "is" : "are"} in no mark.`);
  return parts.join(" ");
}

const sized = (measure: Measure) => (value: number) => (measure === "value" ? dollars(value) : count(value));
const size = (sum: Sum, measure: Measure) => (measure === "value" ? sum.value : sum.items);

function chart(id: string, title: string, note: string, ...content: Child[]): HTMLElement {
  return h("section", { class: "chart", "aria-labelledby": id }, h("h2", { id }, title), h("p", { class: "counts" }, note), ...content);
}

function nothing(measure: Measure): Child {
  return h("p", { class: "nothing" }, measure === "value" ? "No value is stated here. Line items show more." : "Nothing is left.");
}

function flowsOf(shown: Shown): HTMLElement {
  const { site, given, state, mask } = shown;
  const { measure, filters } = state;
  const many = given.recipients.sets.length + 1;
  const pairs = Int32Array.from(given.suppliers.codes, (code, row) => code * many + given.recipients.codes[row]);
  const all = sums(given, mask, state.group, pairs);
  const flows: Flow[] = [];
  for (const [pair, sum] of all.by) {
    if (size(sum, measure) > 0) flows.push({ from: Math.floor(pair / many), to: pair % many, size: size(sum, measure) });
  }
  flows.sort((one, other) => other.size - one.size || one.from - other.from || one.to - other.to);
  const set = (side: Side, key: number) => (side === "supplier" ? given.suppliers : given.recipients).sets[key - 1];
  const name = (side: Side, key: number) =>
    key === OTHERS ? `other ${side}s` : key === 0 ? "not named" : names(site, set(side, key));
  const asked = (side: Side, key: number) => (key === 0 ? ["none"] : key === OTHERS ? [] : set(side, key));
  const pressed = (side: Side, key: number) => key !== OTHERS && same(filters[side], asked(side, key));
  const press = (side: Side, key: number) => shown.change({ [side]: pressed(side, key) ? [] : asked(side, key) });
  const figure = sized(measure);
  return chart(
    "flows", "Who supplies whom", `${left(all, measure, "suppliers or recipients")} Parties that stand in one line item together are one mark.`,
    flows.length
      ? drawSankey({
          flows, most: 16, width: shown.width, name, size: figure, pressed, press,
          pressFlow: (from, to) => shown.change(pressed("supplier", from) && pressed("recipient", to)
            ? { supplier: [], recipient: [] } : { supplier: asked("supplier", from), recipient: asked("recipient", to) }),
        })
      : nothing(measure),
    flows.length > 0 && behind("Flows from suppliers to recipients", ["supplier and recipient", "US$", "deals with that value", "line items"], () =>
      [...all.by].sort(([, one], [, other]) => size(other, measure) - size(one, measure)).map(([pair, sum]) =>
        [`${name("supplier", Math.floor(pair / many))} to ${name("recipient", pair % many)}`, sum.value ? dollars(sum.value) : "", count(sum.deals), count(sum.items)])),
  );
}

const same = (one: string[], other: string[]) => one.length === other.length && one.every((party, place) => party === other[place]);

function ordersOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const { measure, filters } = state;
  const agreed = given.table.column("agreed");
  const year = (code: number) => (code ? Number(String(agreed.values[code - 1]).slice(0, 4)) : 0);
  const all = sums(given, mask, state.group, Int32Array.from(agreed.codes, year));
  const found = [...all.by].filter(([key]) => key).map(([key, sum]) => ({ year: key, filled: size(sum, measure), hatched: 0 }));
  const none = all.by.get(0);
  const figure = sized(measure);
  const years = inYears(found.filter((one) => one.filled > 0));
  const undated = none && ` ${many(none.items, "line item")}${measure === "value" && none.value ? `, of deals worth ${dollars(none.value)},` : ""} ${none.items === 1 ? "has" : "have"} no date of agreement.`;
  return chart(
    "orders", state.group === "firm" ? "Orders by year of agreement" : "Offers and approvals by year", `${left(all, measure, "years")}${undated ?? ""}`,
    years.length
      ? drawYears({
          name: "Orders by year of agreement", years, width: half(shown.width), height: 260,
          words: (one) => `${one.name}: ${figure(one.filled)}`,
          pressed: (key) => filters.agreed === key, press: (key) => shown.change({ agreed: filters.agreed === key ? "" : key }),
        })
      : nothing(measure),
    years.length > 0 && behind("By year of agreement", ["year", "US$", "deals with that value", "line items"], () =>
      [...all.by].sort(([one], [other]) => one - other).map(([key, sum]) => [key ? String(key) : "no date", sum.value ? dollars(sum.value) : "", count(sum.deals), count(sum.items)])),
  );
}

function categoriesOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const { measure, filters } = state;
  const column = given.table.column("category");
  const all = sums(given, mask, state.group, column.codes);
  const figure = sized(measure);
  const asked = (code: number) => (code ? String(column.values[code - 1]) : "none");
  const found = [...all.by].sort(([, one], [, other]) => size(other, measure) - size(one, measure) || other.items - one.items);
  const drawn = found.filter(([, sum]) => size(sum, measure) > 0).map(([code, sum]) => ({
    key: asked(code), name: code ? plain(asked(code)) : "not known", size: size(sum, measure), figure: figure(size(sum, measure)), quiet: !code,
  }));
  return chart(
    "categories", "Categories of weapons", left(all, measure, "categories"),
    drawn.length ? bars("Categories of weapons", drawn, (key) => filters.category === key, (key) => shown.change({ category: filters.category === key ? "" : key })) : nothing(measure),
    found.length > 0 && behind("By category", ["category", "US$", "deals with that value", "line items"], () =>
      found.map(([code, sum]) => [code ? plain(asked(code)) : "not known", sum.value ? dollars(sum.value) : "", count(sum.deals), count(sum.items)])),
  );
}

function deliveriesOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const category = given.table.column("category");
  const found = given.pieces.filter((piece) => mask[piece.row] && piece.quantity > 0);
  const by = new Map<number, { year: number; filled: number; hatched: number }[]>();
  for (const piece of found) {
    const code = category.codes[piece.row];
    if (!by.has(code)) by.set(code, []);
    by.get(code)?.push({ year: piece.year, filled: piece.made ? piece.quantity : 0, hatched: piece.made ? 0 : piece.quantity });
  }
  const rows = new Set(found.map((piece) => piece.row));
  const name = (code: number) => (code ? plain(String(category.values[code - 1])) : "not known");
  const ordered = [...by].sort(([one, its], [other, theirs]) => theirs.length - its.length || one - other);
  const all = found.map((piece) => piece.year);
  const across = Math.max(1, Math.min(4, Math.floor(shown.width / 250)));
  const width = Math.floor((shown.width - (across - 1) * 24) / across);
  return chart(
    "deliveries", "Deliveries made and planned",
    `Pieces by the year in which they came or are to come, of ${many(rows.size, "line item")} of deals that are ${FIRM}, with a quantity in single pieces and a year. What comes over several years stands in the last. Pieces of different categories make no sum, so each has its own scale.`,
    h("ul", { class: "key", "aria-hidden": "true" }, h("li", {}, h("span", { class: "swatch filled" }), "made"), h("li", {}, h("span", { class: "swatch hatched" }), "planned")),
    ordered.length
      ? h("div", { class: "panels" }, ordered.map(([code, pieces]) => h("figure", {},
          h("figcaption", {}, name(code)),
          drawYears({
            name: `Deliveries, ${name(code)}`, years: inYears(pieces, Math.min(...all), Math.max(...all)), width, height: 130,
            words: (one) => `${name(code)}, ${one.name}: ${[one.filled && `${count(one.filled)} made`, one.hatched && `${count(one.hatched)} planned`].filter(Boolean).join(", ")}`,
            pressed: (key) => state.filters.delivery === key, press: (key) => shown.change({ delivery: state.filters.delivery === key ? "" : key }),
          }))))
      : h("p", { class: "nothing" }, "No delivery with a quantity and a year is left."),
    ordered.length > 0 && behind("Pieces by category and year", ["category and year", "made", "planned"], () =>
      ordered.flatMap(([code, pieces]) => yearly(pieces).map(([year, made, planned]) => [`${name(code)}, ${year}`, made ? count(made) : "", planned ? count(planned) : ""]))),
  );
}

function yearly(pieces: { year: number; filled: number; hatched: number }[]): [number, number, number][] {
  const by = new Map<number, [number, number, number]>();
  for (const piece of pieces) {
    const year = by.get(piece.year) ?? [piece.year, 0, 0];
    year[1] += piece.filled;
    year[2] += piece.hatched;
    by.set(piece.year, year);
  }
  return [...by.values()].sort((one, other) => one[0] - other[0]);
}

const half = (width: number) => (width >= 900 ? Math.floor((width - 48) * 0.58) : width);
