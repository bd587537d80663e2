// What is selected, in words.

import { chipList, chips, choice } from "../chips";
import { h, type Child } from "../dom";
import { read, written } from "../filters";
import { many } from "../format";
import { GROUPS, told } from "../told";
import { sums, type Group } from "../transfers";
import type { Measure, Shown, State } from "./shown";

export function head(shown: Shown, set: (state: State) => void): Child {
  const { site, given, state, mask } = shown;
  const all = sums(given, mask, state.group, null);
  const rest: Group = state.group === "firm" ? "open" : "firm";
  const other = sums(given, mask, rest, null);
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
      told(all, state.group),
      other.items > 0 &&
        ` ${many(other.items, "line item")} of deals that are ${GROUPS[rest]} ${other.items === 1 ? "is" : "are"} not among them.`,
      " ",
      h("a", { href: `transfers.html${query ? `?${query}` : ""}` }, "See the rows"),
      " · ",
      h("a", { href: "method.html#sums" }, "What sums leave out"),
    ),
  );
}
