// The filters that are set, each with what takes it away.

import { h } from "./dom";
import type { Filters } from "./filters";
import { names, plain } from "./format";
import type { Site } from "./types";

export interface Chip {
  words: string;
  without: Partial<Filters>;
}

export function chips(site: Site, filters: Filters): Chip[] {
  const found: Chip[] = [];
  const party = (parties: string[]) => (parties[0] === "none" ? "not named" : names(site, parties));
  if (filters.supplier.length) found.push({ words: `supplier: ${party(filters.supplier)}`, without: { supplier: [] } });
  if (filters.recipient.length)
    found.push({ words: `recipient: ${party(filters.recipient)}`, without: { recipient: [] } });
  for (const name of ["category", "stage", "arrangement"] as const) {
    if (filters[name])
      found.push({
        words: `${name}: ${filters[name] === "none" ? "not known" : plain(filters[name])}`,
        without: { [name]: "" },
      });
  }
  if (filters.agreed) found.push({ words: `ordered: ${year(filters.agreed)}`, without: { agreed: "" } });
  if (filters.delivery) found.push({ words: `delivery: ${year(filters.delivery)}`, without: { delivery: "" } });
  if (filters.sure) found.push({ words: `confidence ${filters.sure} or more`, without: { sure: "" } });
  if (filters.counted) found.push({ words: "in sums only", without: { counted: "" } });
  if (filters.q) found.push({ words: `“${filters.q}”`, without: { q: "" } });
  return found;
}

function year(asked: string): string {
  if (asked === "none") return "no year";
  return asked.startsWith("-") ? `${asked.slice(1)} or before` : asked;
}

export function chipList(
  given: Chip[],
  change: (without: Partial<Filters>) => void,
  clear: () => void,
): HTMLElement | null {
  if (!given.length) return null;
  return h(
    "ul",
    { class: "chips", "aria-label": "Filters" },
    given.map((chip) =>
      h(
        "li",
        {},
        h(
          "button",
          { type: "button", "aria-label": `Remove filter ${chip.words}`, click: () => change(chip.without) },
          chip.words,
          h("span", { "aria-hidden": "true" }, " ✕"),
        ),
      ),
    ),
    given.length > 1 && h("li", {}, h("button", { type: "button", class: "plain", click: clear }, "Clear all")),
  );
}

// A choice of a few, as buttons of which one is pressed.
export function choice<T extends string>(
  name: string,
  options: [T, string][],
  picked: T,
  pick: (value: T) => void,
): HTMLElement {
  return h(
    "div",
    { class: "choice", role: "group", "aria-label": name },
    options.map(([value, words]) =>
      h("button", { type: "button", "aria-pressed": String(value === picked), click: () => pick(value) }, words),
    ),
  );
}
