// Flows from suppliers to recipients. The largest are drawn one by one, the others together.

import { sankey, sankeyLinkHorizontal, type SankeyLink, type SankeyNode } from "d3-sankey";
import { pressable, svg } from "../dom";

export interface Flow {
  from: number;
  to: number;
  size: number;
}

// Keys of nodes: the place of a set of parties, 0 where none is named, OTHERS for those that are drawn together.
export const OTHERS = -1;

export interface Sankey {
  flows: Flow[];
  most: number;
  width: number;
  name(side: Side, key: number): string;
  size(value: number): string;
  pressed(side: Side, key: number): boolean;
  press(side: Side, key: number): void;
  pressFlow(from: number, to: number): void;
}

export type Side = "supplier" | "recipient";
interface Node {
  side: Side;
  key: number;
  others: number;
}
type Placed = SankeyNode<Node, object>;
type Link = SankeyLink<Node, object>;

const LABEL = 16;
const MARGIN = 200;

export function drawSankey(given: Sankey): SVGElement {
  const wide = given.width >= 640;
  const most = wide ? given.most : Math.min(given.most, 10);
  const kept = { supplier: largest(given.flows, "from", most), recipient: largest(given.flows, "to", most) };
  const nodes = new Map<string, Node>();
  const links = new Map<string, { source: string; target: string; value: number }>();
  for (const flow of given.flows) {
    const source = place(nodes, "supplier", kept.supplier, flow.from);
    const target = place(nodes, "recipient", kept.recipient, flow.to);
    const name = `${source} ${target}`;
    const link = links.get(name);
    if (link) link.value += flow.size;
    else links.set(name, { source, target, value: flow.size });
  }
  const rows = Math.max(kept.supplier.size, kept.recipient.size) + 1;
  const height = Math.max(160, Math.min(rows * 32, wide ? 620 : 520));
  const margin = wide ? MARGIN : 0;
  const layout = sankey<Node & { name: string }, object>()
    .nodeId((node) => node.name)
    .nodeWidth(wide ? 10 : 6)
    // No label stands in another, however small the nodes are.
    .nodePadding(LABEL - 1)
    .nodeSort(ordered)
    .extent([
      [margin, 8],
      [given.width - margin, height - 8],
    ]);
  const graph = layout({
    nodes: [...nodes].map(([name, node]) => ({ ...node, name })),
    links: [...links.values()],
  });
  return svg(
    "svg",
    {
      class: "sankey",
      viewBox: `0 0 ${given.width} ${height}`,
      width: given.width,
      height,
      role: "group",
      "aria-label": "Flows from suppliers, on the left, to recipients, on the right",
    },
    svg(
      "g",
      { class: "flows" },
      graph.links.map((link) => drawFlow(given, link as Link)),
    ),
    svg(
      "g",
      { class: "nodes" },
      graph.nodes.map((node) => drawNode(given, node as Placed, wide)),
    ),
  );
}

function place(nodes: Map<string, Node>, side: Side, kept: Set<number>, key: number): string {
  const shown = key === 0 || kept.has(key) ? key : OTHERS;
  const name = `${side} ${shown}`;
  const node = nodes.get(name);
  if (!node) nodes.set(name, { side, key: shown, others: 0 });
  return name;
}

function largest(flows: Flow[], end: "from" | "to", most: number): Set<number> {
  const totals = new Map<number, number>();
  for (const flow of flows) if (flow[end]) totals.set(flow[end], (totals.get(flow[end]) ?? 0) + flow.size);
  const keys = [...totals.keys()].sort(
    (one, other) => (totals.get(other) as number) - (totals.get(one) as number) || one - other,
  );
  return new Set(keys.length > most + 1 ? keys.slice(0, most) : keys);
}

// The largest first; then the others, and at last those that are not named.
function ordered(one: Placed, other: Placed): number {
  const last = (node: Placed) => (node.key === 0 ? 2 : node.key === OTHERS ? 1 : 0);
  return last(one) - last(other) || (other.value ?? 0) - (one.value ?? 0) || one.key - other.key;
}

function drawFlow(given: Sankey, link: Link): SVGElement {
  const from = link.source as Placed,
    to = link.target as Placed;
  const words = `${given.name("supplier", from.key)} to ${given.name("recipient", to.key)}: ${given.size(link.value)}`;
  const whole = from.key !== OTHERS && to.key !== OTHERS;
  const picked = given.pressed("supplier", from.key) && given.pressed("recipient", to.key);
  // A flow can be had by its two ends, so that the keyboard need not go through all of them.
  const press = whole
    ? { click: () => given.pressFlow(from.key, to.key), class: picked ? "flow can picked" : "flow can" }
    : { class: "flow" };
  return svg(
    "path",
    {
      ...press,
      d: sankeyLinkHorizontal()(link as never) ?? "",
      "stroke-width": Math.max(1, link.width ?? 0),
    },
    svg("title", {}, words),
  );
}

function drawNode(given: Sankey, node: Placed, wide: boolean): SVGElement {
  const { side, key } = node;
  const name = given.name(side, key);
  const shown = cut(name, wide ? 22 : 18);
  // What is read out has the words that are seen in it, cut as they are.
  const label = `${shown} ${given.size(node.value ?? 0)}, ${shown === name ? "" : `${name}, `}${side}`;
  const left = side === "supplier";
  const [x0, x1, y0, y1] = [node.x0 ?? 0, node.x1 ?? 0, node.y0 ?? 0, node.y1 ?? 0];
  const x = left === wide ? x0 - 6 : x1 + 6;
  const can = key !== OTHERS;
  const states = ["node", can && "can", key <= 0 && "quiet", can && given.pressed(side, key) && "picked"];
  return svg(
    "g",
    {
      class: states.filter(Boolean).join(" "),
      ...(can
        ? pressable(label, given.pressed(side, key), () => given.press(side, key))
        : { role: "img", "aria-label": label }),
    },
    // What can be hit is as high as its words, however small the node is.
    svg("rect", {
      class: "hit",
      x: wide ? (left ? 0 : x0) : left ? x0 : x0 - 140,
      width: wide ? MARGIN + x1 - x0 : 150,
      y: Math.min(y0, (y0 + y1) / 2 - LABEL / 2),
      height: Math.max(y1 - y0, LABEL),
    }),
    svg("rect", { class: "bar", x: x0, y: y0, width: x1 - x0, height: Math.max(1, y1 - y0) }),
    svg(
      "text",
      { "aria-hidden": "true", x, y: (y0 + y1) / 2, dy: "0.35em", "text-anchor": left === wide ? "end" : "start" },
      shown,
      " ",
      svg("tspan", { class: "figure" }, given.size(node.value ?? 0)),
    ),
  );
}

function cut(name: string, most: number): string {
  return name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name;
}
