// All documents: searched, filtered by what came of them, a page at a time.

import { rowsOf, Table } from "../columns";
import { fill, h, page, type Child } from "../dom";
import { keep } from "../filters";
import { redraw } from "../focus";
import { count, many } from "../format";
import { load, site as siteFile } from "../load";
import { pager, PAGE } from "../pager";
import { records } from "../records";
import type { Site, TableFile } from "../types";

interface State {
  q: string;
  outcome: string;
  page: number;
}

export async function documents(app: HTMLElement): Promise<void> {
  const [site, file] = await Promise.all([siteFile(), load<TableFile>("documents")]);
  const table = new Table(file);
  let state = fromAddress();
  const body = h("div", { class: "result" });
  const search = h("input", {
    type: "search",
    id: "q",
    autocomplete: "off",
    spellcheck: "false",
    placeholder: "title, publisher, file …",
  });
  const outcome = h(
    "select",
    { id: "outcome" },
    h("option", { value: "" }, "all"),
    Object.entries(site.words.outcome).map(([value, words]) => h("option", { value }, words)),
  );
  const draw = () => {
    if (search.value !== state.q) search.value = state.q;
    outcome.value = state.outcome;
    redraw(body, () =>
      fill(
        body,
        result(site, table, state, (next) => set({ page: next })),
      ),
    );
  };
  const set = (next: Partial<State>, step = true) => {
    state = { ...state, page: 0, ...next };
    const query = new URLSearchParams();
    if (state.q) query.set("q", state.q);
    if (state.outcome) query.set("outcome", state.outcome);
    if (state.page) query.set("page", String(state.page + 1));
    keep(query, step);
    draw();
  };
  search.addEventListener("input", () => set({ q: search.value }, false));
  outcome.addEventListener("change", () => set({ outcome: outcome.value }));
  addEventListener("popstate", () => {
    state = fromAddress();
    draw();
  });
  draw();
  fill(
    app,
    h(
      "form",
      {
        class: "filters",
        role: "search",
        "aria-label": "Filter documents",
        submit: (event: Event) => event.preventDefault(),
      },
      h("div", { class: "field wide" }, h("label", { for: "q" }, "Search"), search),
      h("div", { class: "field" }, h("label", { for: "outcome" }, "what came of it"), outcome),
    ),
    body,
  );
}

function fromAddress(): State {
  const query = new URLSearchParams(location.search);
  return {
    q: query.get("q") ?? "",
    outcome: query.get("outcome") ?? "",
    page: Math.max(0, Number(query.get("page") ?? 1) - 1) || 0,
  };
}

const SEARCHED = ["title", "publisher", "path", "published", "document_id"];

function result(site: Site, table: Table, state: State, go: (page: number) => void): Child {
  const mask = new Uint8Array(table.length).fill(1);
  const narrow = (other: Uint8Array) => other.forEach((value, row) => (mask[row] &= value));
  if (state.outcome) narrow(table.column("outcome").passing((value) => value === state.outcome));
  for (const word of state.q.toLowerCase().split(/\s+/)) {
    if (!word) continue;
    const found = new Uint8Array(table.length);
    for (const name of SEARCHED)
      table
        .column(name)
        .passing((value) => String(value).toLowerCase().includes(word))
        .forEach((value, row) => (found[row] |= value));
    narrow(found);
  }
  const rows = rowsOf(mask);
  const at = Math.min(state.page, Math.max(0, Math.ceil(rows.length / PAGE) - 1));
  const cell = (name: string, row: number) => table.column(name).at(row);
  const headings = ["Document", "Publisher", "Published", { name: "Line items", number: true }, "What came of it"];
  return [
    h(
      "div",
      { class: "bar" },
      h("p", { role: "status" }, h("strong", {}, count(rows.length)), ` of ${many(table.length, "document")}`),
    ),
    rows.length > 0 &&
      records(
        "Documents",
        headings,
        Array.from(rows.subarray(at * PAGE, (at + 1) * PAGE), (row) => ({
          cells: [
            [
              h(
                "a",
                { class: "strong", href: page("document", { id: String(cell("document_id", row)) }) },
                String(cell("title", row) ?? cell("path", row)),
              ),
              cell("title", row) !== null && h("span", { class: "kind path" }, String(cell("path", row))),
            ],
            cell("publisher", row) as string,
            cell("published", row) as string,
            count(cell("transfers", row) as number),
            [
              site.words.outcome[String(cell("outcome", row))],
              cell("problem", row) !== null && h("span", { class: "kind" }, String(cell("problem", row))),
            ],
          ],
        })),
      ),
    pager(rows.length, at, go),
  ];
}
