// Bars with their names and figures: a list of buttons.

import { h } from "../dom";

export interface Bar {
  key: string;
  name: string;
  size: number;
  figure: string;
  quiet?: boolean;
}

export function bars(
  name: string,
  given: Bar[],
  pressed: (key: string) => boolean,
  press: (key: string) => void,
): HTMLElement {
  const most = Math.max(...given.map((bar) => bar.size), 0) || 1;
  return h(
    "ul",
    { class: "rows", "aria-label": name },
    given.map((bar) => {
      const length = h("span", { class: "length" });
      length.style.width = `${(100 * bar.size) / most}%`;
      return h(
        "li",
        {},
        h(
          "button",
          {
            type: "button",
            class: bar.quiet ? "quiet" : null,
            "aria-pressed": String(pressed(bar.key)),
            click: () => press(bar.key),
          },
          h("span", { class: "label" }, bar.name),
          h("span", { class: "track" }, length),
          h("span", { class: "figure" }, bar.figure),
        ),
      );
    }),
  );
}
