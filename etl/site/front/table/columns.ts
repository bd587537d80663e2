// The columns of the table of transfers.

import { parties, stageCell, weapon } from "../cells";
import { h, type Child } from "../dom";
import { dollars, quantity, share, years } from "../format";
import type { Transfers } from "../transfers";
import type { Cells, Site } from "../types";

export interface Column {
  name: string;
  sort: string;
  number?: boolean;
  title?: string;
  cell(row: number): Child;
}

export function headingsOf(site: Site, given: Transfers): Column[] {
  const at = (name: string, row: number) => given.table.column(name).at(row);
  const party = (name: "supplier" | "recipient") => (row: number) =>
    parties(site, (name === "supplier" ? given.suppliers : given.recipients).at(row));
  return [
    { name: "Supplier", sort: "supplier_names", cell: party("supplier") },
    { name: "Recipient", sort: "recipient_names", cell: party("recipient") },
    {
      name: "Weapon",
      sort: "designation",
      cell: (row) => weapon(cellsOf(given, row, ["deal_id", "transfer_id", "designation", "weapon", "category"])),
    },
    {
      name: "Quantity",
      sort: "quantity",
      number: true,
      cell: (row) =>
        quantity(site, cellsOf(given, row, ["quantity", "quantity_high", "quantity_bound", "quantity_unit"])) || null,
    },
    {
      name: "Ordered",
      sort: "agreed",
      number: true,
      title: "Date of the agreement, contract, award, pledge or aid announcement",
      cell: (row) => at("agreed", row) as string,
    },
    {
      name: "Delivery",
      sort: "delivery_to",
      number: true,
      cell: (row) => years(at("delivery_from", row), at("delivery_to", row)) || null,
    },
    {
      name: "Stage",
      sort: "stage",
      cell: (row) => stageCell(at("stage", row) as string, at("counted", row) as boolean),
    },
    {
      name: "Value, US$",
      sort: "deal_value_usd",
      number: true,
      title: "Value of the whole deal, in US dollars of its time",
      cell: (row) => value(given, row),
    },
    {
      name: "Reports",
      sort: "documents",
      number: true,
      title: "How many documents report it",
      cell: (row) => at("documents", row) as number,
    },
    {
      name: "Confidence",
      sort: "confidence",
      number: true,
      title: "Probability that the row is right in all its core cells",
      cell: (row) => share(at("confidence", row) as number),
    },
  ];
}

function cellsOf(given: Transfers, row: number, wanted: string[]): Cells {
  return Object.fromEntries(wanted.map((name) => [name, given.table.column(name).at(row)]));
}

function value(given: Transfers, row: number): Child {
  const whole = given.table.column("deal_value_usd").at(row) as number | null;
  if (whole === null) return null;
  const alone = given.table.column("value_usd").at(row) !== null;
  return [
    dollars(whole),
    !alone && h("span", { class: "kind", title: "The value of a deal with several line items" }, "whole deal"),
  ];
}
