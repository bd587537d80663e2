// Who supplies whom.

import { behind } from "../charts/behind";
import { drawSankey, OTHERS, type Flow, type Side } from "../charts/sankey";
import { count, names } from "../format";
import { sums } from "../transfers";
import { chart, left, nothing, size, sized, type Shown } from "./shown";

export function flowsOf(shown: Shown): HTMLElement {
  const { site, given, state, mask } = shown;
  const { measure, filters } = state;
  const many = given.recipients.sets.length + 1;
  const pairs = Int32Array.from(given.suppliers.codes, (code, row) => code * many + given.recipients.codes[row]);
  const all = sums(given, mask, state.group, pairs);
  const flows: Flow[] = [];
  for (const [pair, sum] of all.by) {
    if (size(sum, measure) > 0)
      flows.push({ from: Math.floor(pair / many), to: pair % many, size: size(sum, measure) });
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
    "flows",
    "Who supplies whom",
    `${left(all, measure, "suppliers or recipients")} Parties that stand in one line item together are one mark.`,
    flows.length
      ? drawSankey({
          flows,
          most: 16,
          width: shown.width,
          name,
          size: figure,
          pressed,
          press,
          pressFlow: (from, to) =>
            shown.change(
              pressed("supplier", from) && pressed("recipient", to)
                ? { supplier: [], recipient: [] }
                : { supplier: asked("supplier", from), recipient: asked("recipient", to) },
            ),
        })
      : nothing(measure),
    flows.length > 0 &&
      behind(
        "Flows from suppliers to recipients",
        ["supplier and recipient", "US$", "deals with that value", "line items"],
        () =>
          [...all.by]
            .sort(([, one], [, other]) => size(other, measure) - size(one, measure))
            .map(([pair, sum]) => [
              `${name("supplier", Math.floor(pair / many))} to ${name("recipient", pair % many)}`,
              sum.value ? count(sum.value) : "",
              count(sum.deals),
              count(sum.items),
            ]),
      ),
  );
}

const same = (one: string[], other: string[]) =>
  one.length === other.length && one.every((party, place) => party === other[place]);
