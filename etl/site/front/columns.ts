// A table a column at a time: each value once, and for each row the place of its value (0: none).

import type { Cell, ColumnFile, TableFile } from "./types";

export class Column {
  readonly values: Cell[];
  private readonly listed: Cell[] | null;
  private kept: Int32Array | null;

  constructor(file: ColumnFile) {
    this.listed = file.rows ?? null;
    this.values = file.values ?? [];
    this.kept = file.codes ? Int32Array.from(file.codes) : null;
  }

  at(row: number): Cell {
    if (this.listed) return this.listed[row];
    const code = (this.kept as Int32Array)[row];
    return code ? this.values[code - 1] : null;
  }

  // The place of each row's value in `values`, counted from 1.
  get codes(): Int32Array {
    if (this.kept) return this.kept;
    const listed = this.listed as Cell[];
    const places = new Map<Cell, number>();
    this.kept = new Int32Array(listed.length);
    listed.forEach((value, row) => {
      if (value === null) return;
      let place = places.get(value);
      if (place === undefined) {
        place = this.values.push(value);
        places.set(value, place);
      }
      (this.kept as Int32Array)[row] = place;
    });
    return this.kept;
  }

  // For each row whether what it holds passes; `none` is for rows without a value.
  passing(passes: (value: Cell) => boolean, none = false): Uint8Array {
    const codes = this.codes;
    const good = new Uint8Array(this.values.length + 1);
    good[0] = none ? 1 : 0;
    this.values.forEach((value, place) => (good[place + 1] = passes(value) ? 1 : 0));
    const result = new Uint8Array(codes.length);
    for (let row = 0; row < codes.length; row++) result[row] = good[codes[row]];
    return result;
  }

  // For each row the place of its value in their order; rows without one come last whichever way they are sorted.
  ranks(): Int32Array {
    const codes = this.codes;
    const order = this.values.map((_, place) => place);
    order.sort((one, other) => compared(this.values[one], this.values[other]));
    const rank = new Int32Array(this.values.length + 1).fill(-1);
    order.forEach((place, position) => (rank[place + 1] = position));
    const result = new Int32Array(codes.length);
    for (let row = 0; row < codes.length; row++) result[row] = rank[codes[row]];
    return result;
  }
}

function compared(one: Cell, other: Cell): number {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return alphabetical.compare(String(one), String(other));
}

const alphabetical = new Intl.Collator("en", { numeric: true });

export class Table {
  readonly length: number;
  readonly names: string[];
  private readonly columns: Map<string, Column>;

  constructor(file: TableFile) {
    this.length = file.length;
    this.names = Object.keys(file.columns);
    this.columns = new Map(this.names.map((name) => [name, new Column(file.columns[name])]));
  }

  column(name: string): Column {
    const found = this.columns.get(name);
    if (!found) throw new Error(`There is no column ${name}.`);
    return found;
  }
}

// Rows in the order of a column.
export function sorted(rows: Int32Array, column: Column, down: boolean): Int32Array {
  const ranks = column.ranks();
  return Int32Array.from(rows).sort((one, other) => {
    const first = ranks[one],
      second = ranks[other];
    if (first === second) return one - other;
    if (first < 0 || second < 0) return first < 0 ? 1 : -1;
    return down ? second - first : first - second;
  });
}

export function rowsOf(mask: Uint8Array): Int32Array {
  let size = 0;
  for (let row = 0; row < mask.length; row++) size += mask[row];
  const rows = new Int32Array(size);
  let place = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row]) rows[place++] = row;
  return rows;
}
