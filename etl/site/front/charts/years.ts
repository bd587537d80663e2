// Columns by year: what is certain is filled, what is planned is hatched. Years before the last thirty stand in one.

import { max, min, range } from "d3-array";
import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from "d3-scale";
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
const GAP = 0.18;
const MARGIN = { top: 14, right: 2, bottom: 20, left: 38 };

// All years from the first to the last that `found` tells of, those before the last thirty together.
export function inYears(
  found: { year: number; filled: number; hatched: number }[],
  from?: number,
  to?: number,
): Year[] {
  if (!found.length) return [];
  const last = to ?? (max(found, (one) => one.year) as number);
  const earliest = from ?? (min(found, (one) => one.year) as number);
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

interface Scales {
  x: ScaleBand<string>;
  y: ScaleLinear<number, number>;
}

export function drawYears(given: Years): SVGElement {
  const { width, height, years } = given;
  const keys = years.map((year) => year.key);
  const highest = given.most ?? max(years, (year) => year.filled + year.hatched) ?? 0;
  const scales = {
    x: scaleBand(keys, [MARGIN.left, width - MARGIN.right]).paddingInner(GAP),
    y: scaleLinear([0, highest || 1], [height - MARGIN.bottom, MARGIN.top]).nice(3),
  };
  const drawn = years.filter((year) => year.filled + year.hatched > 0);
  return svg(
    "svg",
    { class: "years", viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": given.name },
    svg("g", { class: "axis", "aria-hidden": "true" }, ticks(given, scales), names(given, scales)),
    svg(
      "g",
      {},
      drawn.map((year) => bar(given, scales, year)),
    ),
  );
}

function bar(given: Years, { x, y }: Scales, year: Year): SVGElement {
  const start = x(year.key) as number,
    wide = Math.min(x.bandwidth(), WIDEST);
  const left = start + (x.bandwidth() - wide) / 2;
  const ground = y(0),
    top = y(year.filled),
    upper = y(year.filled + year.hatched);
  const label = given.words(year),
    pressed = given.pressed(year.key);
  const hit = {
    x: start - (x.step() * GAP) / 2,
    y: MARGIN.top,
    width: x.step(),
    height: ground - MARGIN.top + MARGIN.bottom,
  };
  const filled = { x: left, width: wide, y: top, height: ground - top };
  const hatched = { x: left + 0.5, width: Math.max(1, wide - 1), y: upper, height: Math.max(1, top - upper) };
  return svg(
    "g",
    { class: pressed ? "year can picked" : "year can", ...pressable(label, pressed, () => given.press(year.key)) },
    svg("rect", { class: "hit", ...hit }),
    year.filled > 0 && svg("rect", { class: "filled", ...filled }),
    year.hatched > 0 && svg("rect", { class: "hatched", ...hatched }),
    svg("title", {}, label),
  );
}

function ticks(given: Years, { y }: Scales): SVGElement[][] {
  const ends = { x1: MARGIN.left, x2: given.width - MARGIN.right };
  const whole = y.ticks(3).filter(Number.isInteger);
  return whole.map((tick) => [
    svg("line", { ...ends, y1: y(tick), y2: y(tick), class: tick ? "tick" : "ground" }),
    svg("text", { x: MARGIN.left - 6, y: y(tick), dy: "0.32em", "text-anchor": "end" }, short(tick)),
  ]);
}

// Names of years, as many as there is room for; counted from the last, so that the present is always named.
function names(given: Years, { x }: Scales): SVGElement[] {
  const { years } = given;
  const every = Math.max(1, Math.ceil((years.length * 36) / (given.width - MARGIN.left)));
  const early = (year: Year) => year.key.startsWith("-");
  const named = years.filter((year, place) => (early(year) ? every <= 2 : (years.length - 1 - place) % every === 0));
  return named.map((year) =>
    svg(
      "text",
      { x: (x(year.key) as number) + x.bandwidth() / 2, y: given.height - 5, "text-anchor": "middle" },
      early(year) ? `≤${year.key.slice(1)}` : year.name,
    ),
  );
}
