// The rows that are shown, as arms_transfers.csv has them, or as Parquet.

import type { ColumnSource } from "hyparquet-writer";
import { script } from "./load";
import type { Transfers } from "./transfers";
import type { Cell } from "./types";

declare global {
  interface Window {
    parquet?: (columns: ColumnSource[]) => ArrayBuffer;
  }
}

export async function download(given: Transfers, rows: Int32Array, form: "csv" | "parquet"): Promise<void> {
  if (form === "csv")
    save(new Blob(["\ufeff", ...csv(given, rows)], { type: "text/csv;charset=utf-8" }), "arms_transfers_selected.csv");
  else save(new Blob([await parquet(given, rows)]), "arms_transfers_selected.parquet");
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function* csv(given: Transfers, rows: Int32Array): Generator<string> {
  const { table } = given;
  yield `${table.names.join(",")}\r\n`;
  // Each value is written once, however many rows have it.
  const columns = table.names.map((name) => {
    const column = table.column(name);
    const written = ["", ...column.values.map(field)];
    return column.values.length ? (row: number) => written[column.codes[row]] : (row: number) => field(column.at(row));
  });
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(columns.map((column) => column(row)).join(","));
    if (lines.length === 5_000) {
      yield `${lines.join("\r\n")}\r\n`;
      lines = [];
    }
  }
  if (lines.length) yield `${lines.join("\r\n")}\r\n`;
}

function field(value: Cell): string {
  if (value === null) return "";
  const text = typeof value === "string" ? guarded(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

// No spreadsheet takes it for a formula; the rule is that of etl/publish/guard.py.
const GUARDED = /(?:^|(?<=[;\t\r\n]))(?=[ ']*[=+\-@＝＋－＠\t\r\n])/g;

export function guarded(text: string): string {
  return text.replace(GUARDED, "'");
}

const TYPES: Record<string, ColumnSource["type"]> = {
  VARCHAR: "STRING",
  DOUBLE: "DOUBLE",
  BIGINT: "INT64",
  INTEGER: "INT32",
  BOOLEAN: "BOOLEAN",
};

async function parquet(given: Transfers, rows: Int32Array): Promise<ArrayBuffer> {
  if (!window.parquet)
    await new Promise<void>((resolve, reject) => {
      addEventListener("parquet-ready", () => resolve(), { once: true });
      script("assets/parquet.js", () => reject(new Error("assets/parquet.js is not there.")));
    });
  const columns = given.table.names.map((name): ColumnSource => {
    const column = given.table.column(name),
      type = TYPES[given.types[name]];
    const data = Array.from(rows, (row) => {
      const value = column.at(row);
      return type === "INT64" && value !== null ? BigInt(value as number) : value;
    });
    return { name, data, type, nullable: true };
  });
  return (window.parquet as (columns: ColumnSource[]) => ArrayBuffer)(columns);
}
