// Columns by year: what is certain is filled, what is planned is hatched. Years before the last thirty stand in one.

import { max, range } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import { pressable, svg } from "../dom";
import { short } from "../format";

export interface Year {
  // As the filter has it: "2022", or "-1994" for that year and all before it.
  key: string;
  name: string;
  filled: number;
  hatched: number;
}

export interface Years {
  name: string;
  years: Year[];
  width: number;
  height: number;
  most?: number;
  words(year: Year): string;
  pressed(key: string): boolean;
  press(key: string): void;
}

const SHOWN = 30;
const WIDEST = 46;
const MARGIN = { top: 14, right: 2, bottom: 20, left: 38 };

// All years from the first to the last that `found` tells of, those before the last thirty together.
export function inYears(
  found: { year: number; filled: number; hatched: number }[],
  from?: number,
  to?: number,
): Year[] {
  if (!found.length) return [];
  const all = found.map((one) => one.year);
  const last = to ?? Math.max(...all),
    earliest = from ?? Math.min(...all);
  const first = last - earliest >= SHOWN ? last - SHOWN + 1 : earliest;
  const years: Year[] = range(first, last + 1).map((year) => ({
    key: String(year),
    name: String(year),
    filled: 0,
    hatched: 0,
  }));
  if (first !== earliest) years.unshift({ key: `-${first - 1}`, name: `to ${first - 1}`, filled: 0, hatched: 0 });
  const offset = first - (first !== earliest ? 1 : 0);
  for (const one of found) {
    const year = years[Math.max(0, one.year - offset)];
    year.filled += one.filled;
    year.hatched += one.hatched;
  }
  return years;
}

export function drawYears(given: Years): SVGElement {
  const { width, height, years } = given;
  const x = scaleBand(
    years.map((year) => year.key),
    [MARGIN.left, width - MARGIN.right],
  ).paddingInner(0.18);
  const highest = given.most ?? max(years, (year) => year.filled + year.hatched) ?? 0;
  const y = scaleLinear([0, highest || 1], [height - MARGIN.bottom, MARGIN.top]).nice(3);
  const ground = y(0);
  const every = Math.max(1, Math.ceil((years.length * 36) / (width - MARGIN.left)));
  const bar = (year: Year) => {
    const wide = Math.min(x.bandwidth(), WIDEST),
      left = (x(year.key) as number) + (x.bandwidth() - wide) / 2;
    const top = y(year.filled),
      upper = y(year.filled + year.hatched);
    const label = given.words(year);
    return svg(
      "g",
      {
        class: given.pressed(year.key) ? "year can picked" : "year can",
        ...pressable(label, given.pressed(year.key), () => given.press(year.key)),
      },
      svg("rect", {
        class: "hit",
        x: (x(year.key) as number) - x.step() * 0.09,
        y: MARGIN.top,
        width: x.step(),
        height: ground - MARGIN.top + MARGIN.bottom,
      }),
      year.filled > 0 && svg("rect", { class: "filled", x: left, width: wide, y: top, height: ground - top }),
      year.hatched > 0 &&
        svg("rect", {
          class: "hatched",
          x: left + 0.5,
          width: Math.max(1, wide - 1),
          y: upper,
          height: Math.max(1, top - upper),
        }),
      svg("title", {}, label),
    );
  };
  // Labels are counted from the last year, so that the present is always named.
  const named = years.filter((year, place) =>
    year.key.startsWith("-") ? every <= 2 : (years.length - 1 - place) % every === 0,
  );
  return svg(
    "svg",
    { class: "years", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": given.name },
    svg(
      "g",
      { class: "axis", "aria-hidden": "true" },
      y
        .ticks(3)
        .filter(Number.isInteger)
        .map((tick) => [
          svg("line", {
            x1: MARGIN.left,
            x2: width - MARGIN.right,
            y1: y(tick),
            y2: y(tick),
            class: tick ? "tick" : "ground",
          }),
          svg("text", { x: MARGIN.left - 6, y: y(tick), dy: "0.32em", "text-anchor": "end" }, short(tick)),
        ]),
      named.map((year) =>
        svg(
          "text",
          { x: (x(year.key) as number) + x.bandwidth() / 2, y: height - 5, "text-anchor": "middle" },
          year.key.startsWith("-") ? `≤${year.key.slice(1)}` : year.name,
        ),
      ),
    ),
    svg("g", {}, years.filter((year) => year.filled + year.hatched > 0).map(bar)),
  );
}
