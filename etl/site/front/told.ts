// How much is selected, and what of it is in the sum of values, in words.

import { h, type Child } from "./dom";
import { count, dollars, many } from "./format";
import type { Group, Sums } from "./transfers";

export const GROUPS: Record<Group, string> = {
  firm: "agreed, ordered, delivering or delivered",
  open: "only proposed or approved",
};

export function told(all: Sums, group: Group): Child {
  return [
    h("strong", {}, many(all.items, "line item")),
    ` of ${many(all.deals, "deal")} that ${all.deals === 1 ? "is" : "are"} ${GROUPS[group]}. `,
    all.deals > 0 && valued(all),
  ];
}

function valued(all: Sums): string {
  const known = all.valued + all.spread;
  if (!known) return "None of these deals has a stated value.";
  const whole = all.valued
    ? `${known === all.deals ? "All" : count(known)} of these deals ${known === 1 ? "has" : "have"} a stated value, ${all.spread ? `${count(all.valued)} of them ` : ""}together ${dollars(all.value)} of their time.`
    : `${count(known)} of these deals ${known === 1 ? "has" : "have"} a stated value.`;
  return all.spread
    ? `${whole} ${many(all.spread, "deal")} worth ${dollars(all.spreadValue)} also ${all.spread === 1 ? "has" : "have"} line items outside of this selection and ${all.spread === 1 ? "is" : "are"} not in the sum.`
    : whole;
}
