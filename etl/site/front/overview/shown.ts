// What the charts of the overview share.

import { h, type Child } from "../dom";
import type { Filters } from "../filters";
import { count, dollars, many } from "../format";
import type { Group, Sum, Sums, Transfers } from "../transfers";
import type { Site } from "../types";

export type Measure = "value" | "items";

export interface State {
  filters: Filters;
  group: Group;
  measure: Measure;
}

export interface Shown {
  site: Site;
  given: Transfers;
  state: State;
  mask: Uint8Array;
  width: number;
  change(next: Partial<Filters>): void;
}

// What a chart's sums leave out, said beneath it.
export function left(all: Sums, measure: Measure, split: string): string {
  if (measure === "items") return `Counts ${many(all.items, "line item")}.`;
  const parts = [`Sums the stated values of ${many(all.valued, "deal")}, each once, in US$ of their time.`];
  if (all.unvalued)
    parts.push(`${many(all.unvalued, "deal")} without a stated value ${all.unvalued === 1 ? "is" : "are"} not in it.`);
  if (all.spread)
    parts.push(
      `${many(all.spread, "deal")} worth ${dollars(all.spreadValue)} with line items of several ${split} ${all.spread === 1 ? "is" : "are"} in no mark.`,
    );
  return parts.join(" ");
}

export const sized = (measure: Measure) => (value: number) => (measure === "value" ? dollars(value) : count(value));

export const size = (sum: Sum, measure: Measure) => (measure === "value" ? sum.value : sum.items);

export function chart(id: string, title: string, note: string, ...content: Child[]): HTMLElement {
  return h(
    "section",
    { class: "chart", "aria-labelledby": id },
    h("h2", { id }, title),
    h("p", { class: "counts" }, note),
    ...content,
  );
}

export function nothing(measure: Measure, otherwise = "Nothing is left."): Child {
  return h(
    "p",
    { class: "nothing" },
    measure === "value" ? "No value is stated here. Line items show more." : otherwise,
  );
}
