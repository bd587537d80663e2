// A report of a deal: its sentences, with the words behind each cell marked.

import { h, outside, page, type Child } from "../dom";
import { cellNames, fieldName, fieldNames, segments } from "../marks";
import type { Deal, Mark, Report, Site } from "../types";
import { shown } from "./agreement";

export function told(site: Site, found: Deal, report: Report): HTMLElement {
  const rows = new Map(report.rows.map((row) => [row.row_id, row]));
  const number = (rowId: string): string => {
    const transfer = rows.get(rowId)?.transfer_id;
    return transfer && found.items.length > 1
      ? ` ${found.items.findIndex((item) => item.cells.transfer_id === transfer) + 1}`
      : "";
  };
  const differing = report.rows.flatMap((row) => row.differing.map((field) => ({ field, row })));
  const reasons = new Map<string, string>();
  for (const { marks } of report.sentences) {
    for (const mark of marks) {
      if (mark.rule === "stated" && !mark.reason) continue;
      const words = mark.reason ?? site.words.rule[mark.rule];
      const fields = mark.rule === "stated" ? mark.fields : fieldNames(mark.fields);
      for (const field of fields) reasons.set(`${fieldName(field)}${number(mark.row)}`, `${mark.rule}: ${words}`);
    }
  }
  return h(
    "article",
    { class: "report", id: `report-${report.deal_id}` },
    h("h3", {}, h("a", { href: page("document", { id: report.document_id }) }, report.title ?? report.path)),
    h(
      "p",
      { class: "small" },
      [report.publisher, report.published].filter(Boolean).join(", "),
      report.url && [" · ", outside(report.url, report.url)],
    ),
    report.sentences.length
      ? report.sentences.map((sentence) =>
          h("blockquote", {}, h("p", {}, marked(sentence.text, sentence.marks, number))),
        )
      : h("blockquote", {}, h("p", {}, report.evidence)),
    differing.length > 0 &&
      h(
        "p",
        { class: "differs" },
        h("strong", {}, "Differs: "),
        differing.map(({ field, row }, place) => [
          place ? "; " : "",
          `${fieldName(field)}${number(row.row_id)} ${shown(site, field, row.cells[field])}`,
        ]),
      ),
    reasons.size > 0 &&
      h(
        "details",
        { class: "why" },
        h("summary", {}, "What the words do not say by themselves"),
        h(
          "dl",
          {},
          [...reasons].map(([field, reason]) => h("div", {}, h("dt", {}, field), h("dd", {}, reason))),
        ),
      ),
  );
}

// A sentence in which the words behind cells are marked, the names of the cells after them.
function marked(text: string, marks: Mark[], number: (rowId: string) => string): Child {
  return segments(text, marks).map((segment) => {
    if (!segment.spans.length) return segment.text;
    const cells = cellNames(segment.ending, number);
    return h(
      "mark",
      {},
      segment.text,
      cells.length > 0 &&
        h(
          "span",
          { class: "tag" },
          h("span", { class: "unseen" }, " ("),
          cells.join(", "),
          h("span", { class: "unseen" }, ")"),
        ),
    );
  });
}
