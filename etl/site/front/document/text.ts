// The text of a document, with every figure marked and the words behind cells.

import { h, type Child } from "../dom";
import { cellNames, segments, type Segment } from "../marks";
import type { DocumentTold, Figure, Mark, Site } from "../types";

type Marked = { start: number; end: number; mark?: Mark; figure?: Figure; front?: boolean };

// What some texts have before them: title, publisher, date, between two lines of hyphens.
const FRONT = /^---\n(?:.*\n)*?---\n/;

export function read(site: Site, found: DocumentTold, text: string | null | undefined): Child {
  const numbers = rowNumbers(found);
  const front = Array.from(FRONT.exec(text ?? "")?.[0] ?? "").length;
  const spans: Marked[] = [
    ...found.marks.map((mark) => ({ start: mark.start, end: mark.end, mark })),
    ...found.figures.map((figure) => ({ start: figure.start, end: figure.end, figure })),
    ...(front ? [{ start: 0, end: front, front: true }] : []),
  ];
  return h(
    "section",
    { "aria-labelledby": "text" },
    h("h2", { id: "text" }, "Its text"),
    text === undefined &&
      h(
        "p",
        { class: "note" },
        "This copy of the site does without the documents' texts, whose rights are their publishers'.",
      ),
    text === null && h("p", { class: "note" }, "No text of it was read."),
    typeof text === "string" && [
      h(
        "ul",
        { class: "key" },
        h("li", {}, h("mark", {}, "words"), " that filled a cell"),
        h("li", {}, h("mark", { class: "unused" }, "figures"), " that are something else, and what, where it is known"),
      ),
      h(
        "div",
        { class: "text" },
        h(
          "p",
          {},
          segments(text, spans).map((segment) => piece(site, segment, numbers)),
        ),
      ),
    ],
  );
}

function piece(site: Site, segment: Segment<Marked>, numbers: Map<string, string>): Child {
  const words = segment.spans.some((span) => !span.front) ? marked(site, segment, numbers) : segment.text;
  return segment.spans.some((span) => span.front) ? h("span", { class: "front" }, words) : words;
}

function marked(site: Site, segment: Segment<Marked>, numbers: Map<string, string>): HTMLElement {
  const used = segment.spans.some((span) => span.mark || span.figure?.used_by);
  const marks = segment.ending.flatMap(({ mark }) => mark ?? []);
  // What is nothing that is known is marked, and no more.
  const others = segment.ending.flatMap(({ figure }) =>
    figure && !figure.used_by && figure.used_as !== "unknown" ? [site.words.used_as[figure.used_as]] : [],
  );
  const cells = [...new Set([...cellNames(marks, (row) => numbers.get(row) ?? ""), ...others])];
  const begun = segment.starting.find((span) => span.figure)?.figure;
  const unseen = (words: string) => h("span", { class: "unseen" }, words);
  const tag = cells.length > 0 && h("span", { class: "tag" }, unseen(" ("), cells.join(", "), unseen(")"));
  return h("mark", { class: used ? null : "unused", id: begun && anchor(begun) }, segment.text, tag);
}

// Where a figure stands in the text.
export const anchor = (figure: Figure): string => `text-${figure.figure_id}`;

// Numbers of line items, as the table above has them; deals have those of their line items, a few of them.
export function rowNumbers(found: DocumentTold): Map<string, string> {
  const numbers = new Map<string, string>();
  if (found.transfers.length < 2) return numbers;
  const deals = new Map<string, number[]>();
  found.transfers.forEach((row, place) => {
    numbers.set(row.row_id, ` ${place + 1}`);
    deals.set(row.reported_deal_id, [...(deals.get(row.reported_deal_id) ?? []), place + 1]);
  });
  for (const [deal, items] of deals)
    numbers.set(deal, ` ${items.length > 2 ? `${items[0]}–${items[items.length - 1]}` : items.join("+")}`);
  return numbers;
}
