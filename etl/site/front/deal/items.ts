// The line items of a deal, and when they come.

import { goods, kindOf, parties, stageCell } from "../cells";
import { drawTimeline, words as stretchWords, type Stretch } from "../charts/timeline";
import { h, scrolling, type Child } from "../dom";
import { count, names, plain, quantity, share, years } from "../format";
import { records } from "../records";
import type { Deal, Item, Site } from "../types";

export function items(site: Site, found: Deal): Child {
  const several = found.items.length > 1;
  const headings = [
    "Weapon",
    "Category",
    "Supplier",
    "Recipient",
    "Maker",
    "Quantity",
    "Come so far",
    "Delivery",
    "Stage",
  ];
  return h(
    "section",
    { "aria-labelledby": "items" },
    h("h2", { id: "items" }, several ? `${count(found.items.length)} line items` : "Line item"),
    scrolling(
      "items",
      records(
        "Line items of the deal",
        [...(several ? ["No."] : []), ...headings, { name: "Confidence", number: true }],
        found.items.map((item, place) => ({
          id: String(item.cells.transfer_id),
          cells: [...(several ? [place + 1] : []), ...itemCells(site, item)],
        })),
      ),
    ),
    found.items.some((item) => !item.cells.counted) &&
      h("p", { class: "counts" }, "Line items that are not counted are contained in another row and in no sum."),
  );
}

function itemCells(site: Site, item: Item): Child[] {
  const { cells } = item;
  const low = cells.quantity_lowest as number | null,
    high = cells.quantity_highest as number | null;
  const spread = low !== null && high !== null && low !== high ? `reports: ${count(low)} to ${count(high)}` : null;
  return [
    [h("strong", {}, goods(cells)), kindOf(cells)],
    cells.category ? plain(String(cells.category)) : null,
    parties(site, item.suppliers),
    [
      parties(site, item.recipients),
      item.via.length > 0 && h("span", { class: "kind" }, `via ${names(site, item.via)}`),
    ],
    item.makers.join(", ") || null,
    cells.quantity === null ? null : [quantity(site, cells), spread && h("span", { class: "kind" }, spread)],
    cells.delivered === null ? null : count(cells.delivered as number),
    years(cells.delivery_from, cells.delivery_to) || null,
    stageCell(String(cells.stage), Boolean(cells.counted)),
    share(cells.confidence as number),
  ];
}

export function timeline(found: Deal, width: number): Child {
  const parts = found.items.flatMap((item, place): Stretch[] => {
    const name = `${found.items.length > 1 ? `${place + 1}. ` : ""}${goods(item.cells)}`;
    if (item.deliveries.length)
      return item.deliveries.map((part) => ({
        name,
        from: part.year_from,
        to: part.year_to,
        quantity: part.quantity,
        made: part.basis === "made",
      }));
    const from = item.cells.delivery_from as number | null,
      to = item.cells.delivery_to as number | null;
    return from === null && to === null
      ? []
      : [{ name, from, to, quantity: item.cells.quantity as number | null, made: item.cells.stage === "delivered" }];
  });
  if (!parts.length) return null;
  const agreed = found.cells.agreed ? Number(String(found.cells.agreed).slice(0, 4)) : null;
  return h(
    "section",
    { "aria-labelledby": "deliveries" },
    h("h2", { id: "deliveries" }, "Deliveries"),
    h(
      "ul",
      { class: "key", "aria-hidden": "true" },
      h("li", {}, h("span", { class: "swatch filled" }), "made"),
      h("li", {}, h("span", { class: "swatch hatched" }), "planned"),
      agreed !== null && h("li", {}, h("span", { class: "swatch line" }), `agreed in ${agreed}`),
    ),
    drawTimeline(parts, agreed, width),
    h(
      "ul",
      { class: "unseen" },
      parts.map((part) => h("li", {}, stretchWords(part))),
    ),
  );
}
