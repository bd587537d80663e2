// A deal: its row, its line items, when they come, the deals around it, and every report with the words behind each cell.

import { absent } from "../cells";
import { agreement } from "../deal/agreement";
import { around } from "../deal/around";
import { head, titleOf } from "../deal/head";
import { items, timeline } from "../deal/items";
import { told } from "../deal/report";
import { fill, h } from "../dom";
import { count } from "../format";
import { shard, site as siteFile } from "../load";
import type { Deal } from "../types";

export async function deal(app: HTMLElement): Promise<void> {
  const site = await siteFile();
  const id = new URLSearchParams(location.search).get("id") ?? "";
  const found = await shard<Deal>("deals", site.shards.deals, id);
  if (!found) return fill(app, absent("deal", id));
  const name = titleOf(site, found);
  document.title = `${name} – ${site.title}`;
  const width = app.clientWidth;
  fill(
    app,
    head(site, found, name),
    items(site, found),
    timeline(found, width),
    around(site, found),
    agreement(site, found),
    h(
      "section",
      { "aria-labelledby": "reports" },
      h(
        "h2",
        { id: "reports" },
        found.reports.length === 1 ? "The report" : `The ${count(found.reports.length)} reports`,
      ),
      h(
        "p",
        { class: "counts" },
        "Words that filled a cell are marked, each with the cell's name. Sentences are quoted; their rights are their publishers'.",
      ),
      found.reports.map((report) => told(site, found, report)),
    ),
  );
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) target.scrollIntoView();
}
