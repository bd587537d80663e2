// The deal that a deal is part of, and its own parts.

import { h, page, type Child } from "../dom";
import { count, dollars, many, names, plain } from "../format";
import type { Deal, Label, Site } from "../types";

export function around(site: Site, found: Deal): Child {
  if (!found.whole && !found.parts.length) return null;
  return h(
    "section",
    { "aria-labelledby": "around" },
    h("h2", { id: "around" }, "Part of and parts"),
    found.whole && h("p", {}, "Part of ", label(site, found.whole)),
    found.parts.length > 0 && [
      h("p", {}, "Its parts:"),
      h(
        "ul",
        {},
        found.parts.map((part) => h("li", {}, label(site, part))),
      ),
    ],
  );
}

function label(site: Site, one: Label): Child {
  const figure = one.quantity === null ? "" : `${count(one.quantity)} `;
  const more = one.items > 1 ? ` and ${many(one.items - 1, "other line item")}` : "";
  const told = [one.stage, one.agreed, one.value_usd === null ? null : dollars(one.value_usd)]
    .filter(Boolean)
    .join(", ");
  return [
    h(
      "a",
      { href: page("deal", { id: one.deal_id }) },
      `${figure}${one.goods ? plain(one.goods) : "arms that are not named"}${more}`,
    ),
    ` (${names(site, one.suppliers) || "supplier not named"} to ${names(site, one.recipients) || "recipient not named"}; ${told})`,
  ];
}
