// When the parts of a deal come: a row a part, filled where it has come, hatched where it is planned.

import { range } from "d3-array";
import { scaleLinear } from "d3-scale";
import { svg } from "../dom";
import { count } from "../format";

export interface Stretch {
  name: string;
  from: number | null;
  to: number | null;
  quantity: number | null;
  made: boolean;
}

const ROW = 26,
  TOP = 22;

export function drawTimeline(parts: Stretch[], agreed: number | null, width: number): SVGElement {
  const all = parts
    .flatMap((part) => [part.from, part.to])
    .concat(agreed)
    .filter((year): year is number => year !== null);
  const first = Math.min(...all),
    last = Math.max(...all) + 1;
  const margin = width >= 560 ? 200 : 110;
  const x = scaleLinear([first, last], [margin, width - 8]);
  const height = TOP + parts.length * ROW + 6;
  const every = Math.max(1, Math.ceil(((last - first) * 40) / (width - margin)));
  return svg(
    "svg",
    {
      class: "timeline",
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: "img",
      "aria-label": parts.map(words).join("; "),
    },
    range(first, last + 1).map((year) =>
      svg("line", { class: "tick", x1: x(year), x2: x(year), y1: TOP - 4, y2: height }),
    ),
    range(first, last)
      .filter((year) => (year - first) % every === 0)
      .map((year) =>
        svg("text", { class: "year", x: (x(year) + x(year + 1)) / 2, y: 12, "text-anchor": "middle" }, String(year)),
      ),
    agreed !== null &&
      svg(
        "g",
        { class: "agreed" },
        svg("line", {
          x1: (x(agreed) + x(agreed + 1)) / 2,
          x2: (x(agreed) + x(agreed + 1)) / 2,
          y1: TOP - 6,
          y2: height,
        }),
        svg("title", {}, `Agreed in ${agreed}`),
      ),
    parts.map((part, place) => row(part, place, x, first, last, margin)),
  );
}

function row(
  part: Stretch,
  place: number,
  x: (year: number) => number,
  first: number,
  last: number,
  margin: number,
): SVGElement {
  const y = TOP + place * ROW;
  const from = part.from ?? first,
    to = (part.to ?? last - 1) + 1;
  const most = margin > 150 ? 26 : 14;
  return svg(
    "g",
    {},
    svg(
      "text",
      { x: margin - 10, y: y + ROW / 2, dy: "0.35em", "text-anchor": "end" },
      part.name.length > most ? `${part.name.slice(0, most - 1)}…` : part.name,
    ),
    svg("rect", {
      class: part.made ? "filled" : "hatched",
      x: x(from) + 1,
      width: Math.max(2, x(to) - x(from) - 2),
      y: y + 4,
      height: ROW - 8,
      rx: 2,
    }),
    part.quantity !== null &&
      svg(
        "text",
        { class: "inside", x: (x(from) + x(to)) / 2, y: y + ROW / 2, dy: "0.35em", "text-anchor": "middle" },
        count(part.quantity),
      ),
    svg("title", {}, words(part)),
  );
}

export function words(part: Stretch): string {
  const when =
    part.from !== null && part.to !== null
      ? part.from === part.to
        ? `in ${part.from}`
        : `from ${part.from} to ${part.to}`
      : part.from !== null
        ? `from ${part.from}`
        : part.to !== null
          ? `by ${part.to}`
          : "with no year";
  return `${part.name}: ${part.quantity === null ? "" : `${count(part.quantity)} `}${when}, ${part.made ? "made" : "planned"}`;
}
