// Cells that several pages show.

import { h, page, type Child } from "./dom";
import { plain } from "./format";
import type { Site } from "./types";

export const goods = (cells: Record<string, unknown>, none = "arms that are not named"): string =>
  String(cells.designation ?? cells.weapon ?? (cells.category ? plain(String(cells.category)) : none));

export function parties(site: Site, codes: string[]): Child {
  if (!codes.length) return h("span", { class: "quiet" }, "not named");
  return codes.map((code, place) => [
    place ? ", " : "",
    h("a", { href: page("country", { code }) }, site.parties[code] ?? code),
  ]);
}

export function kindOf(cells: Record<string, unknown>): Child {
  return cells.designation && cells.weapon ? h("span", { class: "kind" }, String(cells.weapon)) : null;
}

// The system, which leads to its deal, and its kind.
export function weapon(cells: Record<string, unknown>): Child {
  const href = page("deal", { id: String(cells.deal_id) }, cells.transfer_id ? String(cells.transfer_id) : "");
  return [h("a", { class: "strong", href }, goods(cells, "not named")), kindOf(cells)];
}

export function stageCell(stage: string, counted = true): Child {
  return [
    h("span", { class: `stage ${stage}` }, stage),
    !counted && h("span", { class: "kind", title: "Another row contains it; it is in no sum" }, "not counted"),
  ];
}

export function absent(what: string, id: string): Child {
  return [
    h("h1", {}, id ? `There is no ${what} ${id} here` : `Which ${what}?`),
    h(
      "p",
      {},
      `An identifier changes where an earlier report of the same deal comes in. Search for it in the `,
      h("a", { href: "transfers.html" }, "table of transfers"),
      ".",
    ),
  ];
}
