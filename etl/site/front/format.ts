// Cells as people read them.

import type { Cell, Site } from "./types";

const SIZES: [number, string][] = [
  [1e12, "tn"],
  [1e9, "bn"],
  [1e6, "m"],
  [1e3, "k"],
];
const number = new Intl.NumberFormat("en", { maximumFractionDigits: 2 });

export const count = (value: number): string => number.format(value);

// "2.6bn", three digits that count.
export function short(value: number): string {
  for (const [size, word] of SIZES) {
    if (value >= size * 0.9995) return `${Number((value / size).toPrecision(3))}${word}`;
  }
  return count(value);
}

export const dollars = (value: number): string => `$${short(value)}`;

export const plain = (word: string): string => word.replaceAll("_", " ");

export function many(value: number, one: string, more = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : more}`;
}

// "about 150", "12 to 18 batteries", "up to 40".
export function quantity(site: Site, cells: Record<string, unknown>): string {
  const value = cells.quantity as number | null;
  if (value === null || value === undefined) return "";
  const high = cells.quantity_high as number | null;
  const unit = cells.quantity_unit as string | null;
  const figure = bounded(site, cells.quantity_bound as string | null, count(value), high === null ? null : count(high));
  return unit && unit !== "unit" ? `${figure} ${value === 1 && high === null ? unit : plural(unit)}` : figure;
}

export function plural(unit: string): string {
  return unit.endsWith("y") ? `${unit.slice(0, -1)}ies` : `${unit}s`;
}

// "at least 2.6bn USD" of value_amount, value_high, value_currency and value_bound.
export function amount(site: Site, cells: Record<string, unknown>): string {
  const value = cells.value_amount as number | null;
  if (value === null || value === undefined) return "";
  const high = cells.value_high as number | null;
  const figure = bounded(site, cells.value_bound as string | null, short(value), high === null ? null : short(high));
  return `${figure} ${cells.value_currency ?? ""}`;
}

export function bounded(site: Site, bound: string | null, low: string, high: string | null): string {
  if (high !== null) return `${low} to ${high}`;
  const word = bound === null ? "" : (site.words.bound[bound] ?? "");
  return word ? `${word} ${low}` : low;
}

// "2024 to 2026", "from 2024", "by 2026".
export function years(from: Cell | undefined, to: Cell | undefined): string {
  if (from === null || from === undefined) return to === null || to === undefined ? "" : `by ${to}`;
  if (to === null || to === undefined) return `from ${from}`;
  return from === to ? String(from) : `${from} to ${to}`;
}

export function names(site: Site, parties: string[]): string {
  const told = parties.map((party) => site.parties[party] ?? party);
  return told.length < 2 ? told.join("") : `${told.slice(0, -1).join(", ")} and ${told[told.length - 1]}`;
}

export const share = (value: number): string => value.toFixed(2);
