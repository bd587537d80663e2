// The line items of the dataset, with the sums of the views: nothing counts twice (etl/store/by.sql).

import { Column, Table } from "./columns";
import { load } from "./load";
import type { SidesFile, TransfersFile } from "./types";

export type Group = "firm" | "open";

const OPEN = new Set(["proposed", "approved"]);

// Parties of each line item on one side: their sets, and for each row the place of its set (0: none named).
export class Sides {
  readonly sets: string[][];
  readonly codes: Int32Array;

  constructor(file: SidesFile) {
    this.sets = file.values;
    this.codes = Int32Array.from(file.codes);
  }

  at(row: number): string[] {
    const code = this.codes[row];
    return code ? this.sets[code - 1] : [];
  }
}

// Pieces that come, or came, in a year.
export interface Piece {
  row: number;
  year: number;
  quantity: number;
  made: boolean;
}

export class Transfers {
  readonly table: Table;
  readonly types: Record<string, string>;
  readonly suppliers: Sides;
  readonly recipients: Sides;
  // 0: in no sum, for it is not counted or off; 1: of a deal that is agreed or further; 2: only proposed or approved.
  readonly standing: Uint8Array;
  // The line items in sums, deal by deal, and where each deal's begin.
  readonly deals: Int32Array;
  readonly inOrder: Int32Array;
  readonly begins: Int32Array;
  readonly worth: Column;
  readonly pieces: Piece[];

  constructor(file: TransfersFile) {
    this.table = new Table(file);
    this.types = file.types;
    this.suppliers = new Sides(file.sides.suppliers);
    this.recipients = new Sides(file.sides.recipients);
    const stage = this.table.column("stage"),
      dealStage = this.table.column("deal_stage");
    const counted = this.table.column("counted");
    const { length } = this.table;
    this.standing = new Uint8Array(length);
    for (let row = 0; row < length; row++) {
      const off = !counted.at(row) || stage.at(row) === "cancelled" || dealStage.at(row) === "cancelled";
      this.standing[row] = off ? 0 : OPEN.has(dealStage.at(row) as string) ? 2 : 1;
    }
    this.deals = this.table.column("deal_id").codes;
    [this.inOrder, this.begins] = this.byDeal();
    this.worth = new Column(file.worth);
    this.pieces = piecesOf(new Table(file.parts));
  }

  private byDeal(): [Int32Array, Int32Array] {
    let most = 0;
    for (const deal of this.deals) most = Math.max(most, deal);
    const begins = new Int32Array(most + 2);
    for (let row = 0; row < this.deals.length; row++) if (this.standing[row]) begins[this.deals[row] + 1]++;
    for (let deal = 0; deal <= most; deal++) begins[deal + 1] += begins[deal];
    const next = begins.slice();
    const inOrder = new Int32Array(begins[most + 1]);
    for (let row = 0; row < this.deals.length; row++) {
      if (this.standing[row]) inOrder[next[this.deals[row]]++] = row;
    }
    return [inOrder, begins];
  }
}

// As the view deliveries_by_year has them.
function piecesOf(parts: Table): Piece[] {
  const [number, year, quantity, basis] = ["number", "year", "quantity", "basis"].map((name) => parts.column(name));
  return Array.from({ length: parts.length }, (_, part) => ({
    row: number.at(part) as number,
    year: year.at(part) as number,
    quantity: quantity.at(part) as number,
    made: basis.at(part) === "made",
  }));
}

export const transfers = async (): Promise<Transfers> => new Transfers(await load<TransfersFile>("transfers"));

// The year of agreement of each line item, 0 where it is not known.
export function yearsAgreed(given: Transfers): Int32Array {
  const { codes, values } = given.table.column("agreed");
  const years = [0, ...values.map((date) => Number(String(date).slice(0, 4)))];
  return codes.map((code) => years[code]);
}

export interface Sum {
  items: number;
  value: number;
  // Deals whose value is in `value`.
  deals: number;
}

export interface Sums {
  by: Map<number, Sum>;
  items: number;
  deals: number;
  valued: number;
  value: number;
  // Deals with a value that is in no sum, for they have line items of several keys or outside of the selection.
  spread: number;
  spreadValue: number;
  // Deals without a value.
  unvalued: number;
}

// Line items of a group that are in `mask`, by a key for each row. A deal's value goes to the key that all its counted
// line items have, if all are in `mask`; to none else. With all rows in `mask` the sums are those of the views.
export function sums(given: Transfers, mask: Uint8Array, group: Group, key: Int32Array | null): Sums {
  const result: Sums = {
    by: new Map(),
    items: 0,
    deals: 0,
    valued: 0,
    value: 0,
    spread: 0,
    spreadValue: 0,
    unvalued: 0,
  };
  const wanted = group === "firm" ? 1 : 2;
  const { begins, inOrder, standing } = given;
  for (let deal = 1; deal + 1 < begins.length; deal++) {
    const first = begins[deal],
      end = begins[deal + 1];
    if (first === end || standing[inOrder[first]] !== wanted) continue;
    let inside = 0,
      same = true;
    const shared = key ? key[inOrder[first]] : 0;
    for (let place = first; place < end; place++) {
      const row = inOrder[place];
      const its = key ? key[row] : 0;
      if (its !== shared) same = false;
      if (!mask[row]) continue;
      inside++;
      of(result.by, its).items++;
    }
    if (!inside) continue;
    result.items += inside;
    result.deals++;
    const value = given.worth.at(inOrder[first]) as number | null;
    if (value === null) result.unvalued++;
    else if (same && inside === end - first) {
      const sum = of(result.by, shared);
      sum.value += value;
      sum.deals++;
      result.valued++;
      result.value += value;
    } else {
      result.spread++;
      result.spreadValue += value;
    }
  }
  return result;
}

function of(by: Map<number, Sum>, key: number): Sum {
  let found = by.get(key);
  if (!found) by.set(key, (found = { items: 0, value: 0, deals: 0 }));
  return found;
}
