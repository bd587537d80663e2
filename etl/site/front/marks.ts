// Marks in a text. Offsets count characters as Python does, not the halves of UTF-16.

export interface Span {
  start: number;
  end: number;
}

export interface Segment<S extends Span> {
  text: string;
  // The spans that cover it, and those that begin or end with it.
  spans: S[];
  starting: S[];
  ending: S[];
}

export function segments<S extends Span>(text: string, spans: S[]): Segment<S>[] {
  const characters = Array.from(text);
  const cuts = new Set([0, characters.length]);
  for (const span of spans) {
    cuts.add(clamped(span.start, characters.length));
    cuts.add(clamped(span.end, characters.length));
  }
  const places = [...cuts].sort((one, other) => one - other);
  const ordered = [...spans].sort((one, other) => one.start - other.start || other.end - one.end);
  const result: Segment<S>[] = [];
  let next = 0;
  let open: S[] = [];
  for (let place = 0; place + 1 < places.length; place++) {
    const start = places[place],
      end = places[place + 1];
    open = open.filter((span) => span.end > start);
    while (next < ordered.length && ordered[next].start <= start) {
      if (ordered[next].end > start) open.push(ordered[next]);
      next++;
    }
    result.push({
      text: characters.slice(start, end).join(""),
      spans: open,
      starting: open.filter((span) => clamped(span.start, characters.length) === start),
      ending: open.filter((span) => span.end === end),
    });
  }
  return result;
}

const clamped = (place: number, most: number) => Math.min(Math.max(place, 0), most);

// Cells that say the same words in other ways: named by the one that they belong to.
const BELONGS: Record<string, string> = {
  quantity_bound: "quantity",
  quantity_unit: "quantity",
  quantity_high: "quantity",
  value_bound: "value_amount",
  value_currency: "value_amount",
  value_high: "value_amount",
  value_usd: "value_amount",
  value_usd_basis: "value_amount",
  category: "weapon",
};

const NAMES: Record<string, string> = {
  value_amount: "value",
  value_usd: "value in US$",
  value_usd_basis: "basis of US$",
  delivery_from: "delivery from",
  delivery_to: "delivery to",
  part_of: "part of",
  quantity_bound: "bound of quantity",
  quantity_unit: "unit",
  value_bound: "bound of value",
  value_currency: "currency",
};

export const fieldName = (field: string): string => NAMES[field] ?? field.replaceAll("_", " ");

// The cells of marks that end together, each once with the numbers of its rows: "quantity 1, 2".
export function cellNames(marks: { row: string; fields: string[] }[], number: (rowId: string) => string): string[] {
  const rows = new Map<string, string[]>();
  for (const mark of marks) rows.set(mark.row, [...(rows.get(mark.row) ?? []), ...mark.fields]);
  const cells = new Map<string, Set<string>>();
  for (const [row, fields] of rows) {
    for (const name of fieldNames(fields)) cells.set(name, (cells.get(name) ?? new Set()).add(number(row)));
  }
  return [...cells].map(([name, numbers]) => `${name}${[...numbers].filter(Boolean).join(",")}`);
}

// The fields of a mark in few words: "quantity", not "quantity, quantity bound, quantity unit".
export function fieldNames(fields: string[]): string[] {
  return [...new Set(fields.filter((field) => !(BELONGS[field] && fields.includes(BELONGS[field]))).map(fieldName))];
}
