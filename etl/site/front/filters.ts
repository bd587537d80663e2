// What is selected, kept in the address, and which line items it leaves.

import type { Transfers, Sides } from "./transfers";

// Each is empty where nothing is asked. "none" asks for rows that have no such cell. Several suppliers or recipients
// are those that stand in one row together. `agreed` and `delivery` are a year, or "-1994": that year or before.
export interface Filters {
  supplier: string[];
  recipient: string[];
  category: string;
  stage: string;
  arrangement: string;
  agreed: string;
  delivery: string;
  sure: string;
  counted: string;
  q: string;
}

const ONE = ["category", "stage", "arrangement", "agreed", "delivery", "sure", "counted", "q"] as const;

export function read(query: URLSearchParams): Filters {
  const found = { supplier: query.getAll("supplier"), recipient: query.getAll("recipient") } as Filters;
  for (const name of ONE) found[name] = query.get(name) ?? "";
  return found;
}

export function written(filters: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ["supplier", "recipient"] as const) {
    for (const one of filters[name]) if (one) query.append(name, one);
  }
  for (const name of ONE) if (filters[name]) query.set(name, filters[name]);
  return query;
}

// Keeps a query in the address without a new step of going back for each key that is pressed.
export function keep(query: URLSearchParams, step: boolean): void {
  const text = query.toString();
  const address = `${location.pathname}${text ? `?${text}` : ""}${location.hash}`;
  if (address === location.pathname + location.search + location.hash) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

export function selected(given: Transfers, filters: Filters): Uint8Array {
  const { table } = given;
  const masks: Uint8Array[] = [];
  if (filters.supplier.length) masks.push(onSide(given.suppliers, filters.supplier));
  if (filters.recipient.length) masks.push(onSide(given.recipients, filters.recipient));
  for (const name of ["category", "stage", "arrangement"] as const) {
    const asked = filters[name];
    if (asked) masks.push(table.column(name).passing((value) => value === asked, asked === "none"));
  }
  if (filters.agreed) {
    const year = asked(filters.agreed);
    const passes = (value: unknown) => year(Number(String(value).slice(0, 4)));
    masks.push(table.column("agreed").passing(passes, filters.agreed === "none"));
  }
  if (filters.delivery) masks.push(coming(given, filters.delivery));
  if (filters.sure)
    masks.push(table.column("confidence").passing((value) => (value as number) >= Number(filters.sure)));
  if (filters.counted) masks.push(given.standing.map((standing) => (standing ? 1 : 0)));
  for (const word of filters.q.toLowerCase().split(/\s+/)) if (word) masks.push(telling(given, word));
  const result = new Uint8Array(table.length).fill(1);
  for (const mask of masks) for (let row = 0; row < result.length; row++) result[row] &= mask[row];
  return result;
}

function onSide(sides: Sides, parties: string[]): Uint8Array {
  const good = new Uint8Array(sides.sets.length + 1);
  good[0] = parties[0] === "none" ? 1 : 0;
  sides.sets.forEach((set, place) => (good[place + 1] = parties.every((party) => set.includes(party)) ? 1 : 0));
  const result = new Uint8Array(sides.codes.length);
  for (let row = 0; row < result.length; row++) result[row] = good[sides.codes[row]];
  return result;
}

function asked(years: string): (year: number) => boolean {
  const number = Number(years);
  return years.startsWith("-") ? (year) => year <= -number : (year) => year === number;
}

// Rows of which a part comes in the years, or of which nothing tells when.
function coming(given: Transfers, years: string): Uint8Array {
  const year = years === "none" ? () => false : asked(years);
  const [from, to] = ["delivery_from", "delivery_to"].map((name) => given.table.column(name));
  const last = to.passing((value) => year(value as number), false);
  const only = from.passing((value) => year(value as number), years === "none");
  for (let row = 0; row < last.length; row++) if (!to.codes[row]) last[row] = only[row];
  for (const piece of given.pieces) if (year(piece.year)) last[piece.row] = 1;
  return last;
}

const SEARCHED = ["designation", "weapon", "maker", "supplier_names", "recipient_names", "category", "via"];

// Rows with a cell that holds the word; an identifier is searched by its beginning.
function telling(given: Transfers, word: string): Uint8Array {
  const result = new Uint8Array(given.table.length);
  const hold = (name: string, passes: (value: string) => boolean) => {
    const mask = given.table.column(name).passing((value) => passes(String(value).toLowerCase()));
    for (let row = 0; row < result.length; row++) result[row] |= mask[row];
  };
  for (const name of SEARCHED) hold(name, (value) => value.includes(word) || value.replaceAll("_", " ").includes(word));
  if (/^[dt]-\w/.test(word))
    for (const name of ["deal_id", "transfer_id"]) hold(name, (value) => value.startsWith(word));
  return result;
}
