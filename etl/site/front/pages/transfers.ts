// The table of transfers: searched, filtered, sorted, a page at a time, and downloaded as it is filtered.

import { chipList, chips } from "../chips";
import { rowsOf, sorted } from "../columns";
import { fill, h, type Child } from "../dom";
import { download } from "../download";
import { keep, read, selected, written, type Filters } from "../filters";
import { redraw } from "../focus";
import { count, many } from "../format";
import { site as siteFile } from "../load";
import { pager, PAGE } from "../pager";
import { records, type Heading } from "../records";
import { headingsOf, type Column } from "../table/columns";
import { fields, select } from "../table/fields";
import { transfers, type Transfers } from "../transfers";
import type { Site } from "../types";

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
  const draw = () => redraw(body, () => fill(body, result(site, given, headings, state, set)));
  const set = (next: Partial<State>, step = true) => {
    state = { ...state, page: 0, ...next };
    const query = written(state.filters);
    if (state.sort) query.set("sort", (state.down ? "-" : "") + state.sort);
    if (state.page) query.set("page", String(state.page + 1));
    keep(query, step);
    draw();
  };
  const controls = h("form", {
    class: "filters",
    role: "search",
    "aria-label": "Filter transfers",
    submit: (event: Event) => event.preventDefault(),
  });
  const control = () =>
    fill(
      controls,
      fields(site, given, state.filters, (next, step) => set({ filters: { ...state.filters, ...next } }, step)),
    );
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
  return {
    filters: read(query),
    sort: sort.replace(/^-/, ""),
    down: sort.startsWith("-"),
    page: Math.max(0, Number(query.get("page") ?? 1) - 1) || 0,
  };
}

function result(
  site: Site,
  given: Transfers,
  headings: Column[],
  state: State,
  set: (next: Partial<State>, step?: boolean) => void,
): Child {
  let rows = rowsOf(selected(given, state.filters));
  if (state.sort && given.table.names.includes(state.sort))
    rows = sorted(rows, given.table.column(state.sort), state.down);
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
    h(
      "div",
      { class: "bar" },
      h("p", { role: "status" }, h("strong", {}, count(rows.length)), ` of ${many(given.table.length, "line item")}`),
      sorter(headings, state, set),
      h(
        "div",
        { class: "choice", role: "group", "aria-label": `Download these ${many(rows.length, "row")}` },
        h("button", { type: "button", click: files("csv"), disabled: !rows.length }, "Download CSV"),
        h("button", { type: "button", click: files("parquet"), disabled: !rows.length }, "Parquet"),
      ),
    ),
    rows.length
      ? records(
          "Transfers, one row a line item of a deal",
          headings.map((heading) => sortable(heading, state, set)),
          Array.from(shown, (row) => ({
            class: given.standing[row] ? null : "out",
            cells: headings.map((heading) => heading.cell(row)),
          })),
        )
      : h("p", { class: "nothing" }, "No row fits these filters."),
    pager(rows.length, at, (next) => {
      set({ page: next });
      document.querySelector(".result")?.scrollIntoView();
    }),
  ];
}

function sortable(column: Column, state: State, set: (next: Partial<State>) => void): Heading {
  const mine = state.sort === column.sort;
  const press = () =>
    set(mine ? (state.down ? { sort: "", down: false } : { down: true }) : { sort: column.sort, down: false });
  const arrow = h("span", { "aria-hidden": "true", class: "arrow" }, mine ? (state.down ? "↓" : "↑") : "");
  return {
    name: column.name,
    number: column.number,
    sort: mine ? (state.down ? "descending" : "ascending") : null,
    content: h("button", { type: "button", title: column.title, click: press }, column.name, arrow),
  };
}

// On a phone there are no headings to press.
function sorter(headings: Column[], state: State, set: (next: Partial<State>) => void): HTMLElement {
  const options: [string, string][] = headings.flatMap(({ name, sort }): [string, string][] => [
    [sort, name],
    [`-${sort}`, `${name}, descending`],
  ]);
  const picked = (state.down ? "-" : "") + state.sort;
  const element = select(
    "sort",
    "sort by",
    options,
    picked,
    (value) => set({ sort: value.replace(/^-/, ""), down: value.startsWith("-") }),
    "as in the dataset",
  );
  element.classList.add("sorter");
  return element;
}
