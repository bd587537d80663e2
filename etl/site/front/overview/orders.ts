// Orders by year, and categories of weapons.

import { extent } from "d3-array";
import { bars } from "../charts/bars";
import { behind } from "../charts/behind";
import { drawYears, inYears } from "../charts/years";
import { count, dollars, many, plain } from "../format";
import { sums, yearsAgreed } from "../transfers";
import { chart, left, nothing, size, sized, type Shown } from "./shown";

export function ordersOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const { measure, filters } = state;
  const agreed = yearsAgreed(given);
  const all = sums(given, mask, state.group, agreed);
  const found = [...all.by]
    .filter(([key]) => key)
    .map(([key, sum]) => ({ year: key, filled: size(sum, measure), hatched: 0 }));
  const none = all.by.get(0);
  const figure = sized(measure);
  // The same years whatever is selected: a column that is pressed stays where it is.
  const [from, to] = extent(agreed.filter((year, row) => year && given.standing[row]));
  const years = inYears(
    found.filter((one) => one.filled > 0),
    from,
    to,
  );
  const undated =
    none &&
    ` ${many(none.items, "line item")}${measure === "value" && none.value ? `, of deals worth ${dollars(none.value)},` : ""} ${none.items === 1 ? "has" : "have"} no date of agreement.`;
  return chart(
    "orders",
    state.group === "firm" ? "Orders by year of agreement" : "Offers and approvals by year",
    `${left(all, measure, "years")}${undated ?? ""}`,
    years.length
      ? drawYears({
          name: "Orders by year of agreement",
          years,
          width: half(shown.width),
          height: 260,
          words: (one) => `${one.name}: ${figure(one.filled)}`,
          pressed: (key) => filters.agreed === key,
          press: (key) => shown.change({ agreed: filters.agreed === key ? "" : key }),
        })
      : nothing(measure, "None has a date of agreement."),
    all.by.size > 0 &&
      behind("By year of agreement", ["year", "US$", "deals with that value", "line items"], () =>
        [...all.by]
          .sort(([one], [other]) => one - other)
          .map(([key, sum]) => [
            key ? String(key) : "no date",
            sum.value ? count(sum.value) : "",
            count(sum.deals),
            count(sum.items),
          ]),
      ),
  );
}

const half = (width: number) => (width >= 900 ? Math.floor((width - 48) * 0.58) : width);

export function categoriesOf(shown: Shown): HTMLElement {
  const { given, state, mask } = shown;
  const { measure, filters } = state;
  const column = given.table.column("category");
  const all = sums(given, mask, state.group, column.codes);
  const figure = sized(measure);
  const asked = (code: number) => (code ? String(column.values[code - 1]) : "none");
  const found = [...all.by].sort(
    ([, one], [, other]) => size(other, measure) - size(one, measure) || other.items - one.items,
  );
  const drawn = found
    .filter(([, sum]) => size(sum, measure) > 0)
    .map(([code, sum]) => ({
      key: asked(code),
      name: code ? plain(asked(code)) : "not known",
      size: size(sum, measure),
      figure: figure(size(sum, measure)),
      quiet: !code,
    }));
  return chart(
    "categories",
    "Categories of weapons",
    left(all, measure, "categories"),
    drawn.length
      ? bars(
          "Categories of weapons",
          drawn,
          (key) => filters.category === key,
          (key) => shown.change({ category: filters.category === key ? "" : key }),
        )
      : nothing(measure),
    found.length > 0 &&
      behind("By category", ["category", "US$", "deals with that value", "line items"], () =>
        found.map(([code, sum]) => [
          code ? plain(asked(code)) : "not known",
          sum.value ? count(sum.value) : "",
          count(sum.deals),
          count(sum.items),
        ]),
      ),
  );
}
