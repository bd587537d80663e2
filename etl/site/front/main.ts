import { fill, h } from "./dom";
import { countries } from "./pages/countries";
import { country } from "./pages/country";
import { deal } from "./pages/deal";
import { documentPage } from "./pages/document";
import { documents } from "./pages/documents";
import { overview } from "./pages/overview";
import { transfersPage } from "./pages/transfers";
import { themeSwitch } from "./switch";

const PAGES: Record<string, (app: HTMLElement) => Promise<void>> = {
  index: overview,
  transfers: transfersPage,
  deal,
  documents,
  document: documentPage,
  countries,
  country,
};

themeSwitch();
const app = document.getElementById("app");
const show = PAGES[document.body.dataset.page ?? ""];
if (app && show) {
  app.setAttribute("aria-busy", "true");
  show(app)
    .catch((error: Error) => fill(app, h("p", { class: "note", role: "alert" }, error.message)))
    .finally(() => app.removeAttribute("aria-busy"));
}
