// What the data files hold, as etl/site writes them. "null" is a cell that no words fill.

export type Cell = string | number | boolean | null;

export interface Site {
  title: string;
  citation: string;
  version: string;
  shards: { deals: number; documents: number };
  totals: Record<string, number | null>;
  parties: Record<string, string>;
  words: Record<string, Record<string, string>>;
}

export interface ColumnFile {
  values?: Cell[];
  codes?: number[];
  rows?: Cell[];
}

export interface TableFile {
  length: number;
  columns: Record<string, ColumnFile>;
}

export interface SidesFile {
  values: string[][];
  codes: number[];
}

export interface TransfersFile extends TableFile {
  types: Record<string, string>;
  sides: { suppliers: SidesFile; recipients: SidesFile };
  // What the deal of each row adds to a sum: its value, or that of the deals under it.
  worth: ColumnFile;
  // Deliveries that count, part by part.
  parts: TableFile;
}

export interface Part {
  year_from: number | null;
  year_to: number | null;
  quantity: number | null;
  basis: string;
}

export type Cells = Record<string, Cell>;

export interface Item {
  cells: Cells;
  suppliers: string[];
  recipients: string[];
  via: string[];
  makers: string[];
  deliveries: Part[];
}

export interface Label {
  deal_id: string;
  stage: string;
  agreed: string | null;
  value_usd: number | null;
  suppliers: string[];
  recipients: string[];
  quantity: number | null;
  quantity_unit: string | null;
  goods: string | null;
  items: number;
}

export interface Mark {
  start: number;
  end: number;
  row: string;
  fields: string[];
  rule: string;
  reason: string | null;
}

export interface ReportRow {
  row_id: string;
  transfer_id: string | null;
  cells: Record<string, string>;
  differing: string[];
}

export interface Report {
  deal_id: string;
  document_id: string;
  title: string | null;
  publisher: string | null;
  published: string | null;
  url: string | null;
  path: string;
  evidence: string;
  confidence: number;
  rows: ReportRow[];
  sentences: { start: number; text: string; marks: Mark[] }[];
}

export interface Correction {
  transfer_id: string | null;
  field: string;
  value: string | null;
  agrees: boolean;
  who: string;
  when: string;
  why: string;
}

export interface Deal {
  cells: Cells;
  items: Item[];
  whole: Label | null;
  parts: Label[];
  reports: Report[];
  corrections: Correction[];
}

export interface Figure {
  figure_id: string;
  kind: string;
  surface: string;
  start: number;
  end: number;
  amount: number | null;
  amount_high: number | null;
  bound: string | null;
  unit: string | null;
  used_as: string;
  used_by: string | null;
}

export interface ReportedDeal extends Cells {
  row_id: string;
  deal_id: string | null;
}

export type ReportedTransfer = {
  row_id: string;
  reported_deal_id: string;
  deal_id: string | null;
  transfer_id: string | null;
  suppliers: string[];
  recipients: string[];
  stage: string;
  confidence: number;
} & { [cell: string]: Cell | string[] };

export interface DocumentTold {
  cells: Cells;
  original: { document_id: string; title: string | null; path: string } | null;
  deals: ReportedDeal[];
  transfers: ReportedTransfer[];
  figures: Figure[];
  marks: Mark[];
}
