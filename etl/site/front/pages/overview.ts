// Flows, orders by year, categories and deliveries. What is clicked filters the rest, and the address keeps it.

import { fill, h } from "../dom";
import { keep, read, selected, written, type Filters } from "../filters";
import { redraw } from "../focus";
import { site as siteFile } from "../load";
import { deliveriesOf } from "../overview/deliveries";
import { flowsOf } from "../overview/flows";
import { head } from "../overview/head";
import { categoriesOf, ordersOf } from "../overview/orders";
import type { Shown, State } from "../overview/shown";
import { transfers } from "../transfers";

export async function overview(app: HTMLElement): Promise<void> {
  const [site, given] = await Promise.all([siteFile(), transfers()]);
  let state = fromAddress();
  const draw = () => {
    const shown: Shown = { site, given, state, mask: selected(given, state.filters), width: app.clientWidth, change };
    redraw(app, () =>
      fill(
        app,
        head(shown, set),
        flowsOf(shown),
        h("div", { class: "pair" }, ordersOf(shown), categoriesOf(shown)),
        deliveriesOf(shown),
      ),
    );
  };
  const set = (next: State) => {
    state = next;
    const query = written(state.filters);
    if (state.group === "open") query.set("group", "open");
    if (state.measure === "items") query.set("measure", "items");
    keep(query, true);
    draw();
  };
  const change = (next: Partial<Filters>) => set({ ...state, filters: { ...state.filters, ...next } });
  addEventListener("popstate", () => {
    state = fromAddress();
    draw();
  });
  let width = app.clientWidth;
  addEventListener("resize", () => {
    if (app.clientWidth === width) return;
    width = app.clientWidth;
    draw();
  });
  draw();
}

function fromAddress(): State {
  const query = new URLSearchParams(location.search);
  return {
    filters: read(query),
    group: query.get("group") === "open" ? "open" : "firm",
    measure: query.get("measure") === "items" ? "items" : "value",
  };
}
