// What is selected, in words.

import { chipList, chips, choice } from "../chips";
import { h, type Child } from "../dom";
import { read, written } from "../filters";
import { count, dollars, many } from "../format";
import { sums, type Group, type Sums } from "../transfers";
import { FIRM, OPEN, type Measure, type Shown, type State } from "./shown";

export function head(shown: Shown, set: (state: State) => void): Child {
  const { site, given, state, mask } = shown;
  const all = sums(given, mask, state.group, null);
  const other = sums(given, mask, state.group === "firm" ? "open" : "firm", null);
  const query = written(state.filters).toString();
  return h(
    "section",
    { class: "head", "aria-label": "Selection" },
    h(
      "div",
      { class: "choices" },
      choice<Group>(
        "Which deals",
        [
          ["firm", "Agreed to delivered"],
          ["open", "Proposed or approved"],
        ],
        state.group,
        (group) => set({ ...state, group }),
      ),
      choice<Measure>(
        "What marks measure",
        [
          ["value", "Value, US$"],
          ["items", "Line items"],
        ],
        state.measure,
        (measure) => set({ ...state, measure }),
      ),
    ),
    chipList(chips(site, state.filters), shown.change, () => set({ ...state, filters: read(new URLSearchParams()) })),
    h(
      "p",
      { class: "told", role: "status" },
      h("strong", {}, many(all.items, "line item")),
      ` of ${many(all.deals, "deal")} that are ${state.group === "firm" ? FIRM : OPEN}. `,
      all.deals > 0 && valued(all),
      other.items > 0 &&
        ` ${many(other.items, "line item")} of deals that are ${state.group === "firm" ? OPEN : FIRM} ${other.items === 1 ? "is" : "are"} not among them.`,
      " ",
      h("a", { href: `transfers.html${query ? `?${query}` : ""}` }, "See the rows"),
      " · ",
      h("a", { href: "method.html#sums" }, "What sums leave out"),
    ),
  );
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
