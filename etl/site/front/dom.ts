// Makes elements. Texts become text nodes and attributes, never HTML: what a dataset holds cannot be markup.

export type Child = Node | string | number | null | undefined | false | Child[];
type Handler = (event: Event) => void;
type Attributes = Record<string, string | number | boolean | null | undefined | Handler>;

const SVG = "http://www.w3.org/2000/svg";

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

export function svg(tag: string, attributes: Attributes = {}, ...children: Child[]): SVGElement {
  return filled(document.createElementNS(SVG, tag) as SVGElement, attributes, children);
}

function filled<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  add(element, children);
  return element;
}

function add(element: Element, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) add(element, child);
    else element.append(child instanceof Node ? child : String(child));
  }
}

export function fill(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  add(element, children);
}

// A link to a page of this site, with its query.
export function page(name: string, query: Record<string, string | null | undefined> = {}, hash = ""): string {
  const given = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value) given.append(key, value);
  const text = given.toString();
  return `${name}.html${text ? `?${text}` : ""}${hash ? `#${hash}` : ""}`;
}

// A link to elsewhere where the address is one of the web; its text where it is anything else, a script for example.
export function outside(address: string, ...children: Child[]): Child {
  let scheme = "";
  try {
    scheme = new URL(address).protocol;
  } catch {
    return children;
  }
  if (scheme !== "http:" && scheme !== "https:") return children;
  return h("a", { href: address, rel: "noopener noreferrer nofollow external" }, ...children);
}

// What is wider than the page scrolls on its own, by keyboard too. `labelled` is the id of what names it.
export function scrolling(labelled: string, ...children: Child[]): HTMLElement {
  return h("div", { class: "wide", tabindex: 0, role: "group", "aria-labelledby": labelled }, ...children);
}

// What makes an element of SVG do what a button does.
export function pressable(label: string, pressed: boolean, press: () => void, reachable = true): Attributes {
  return {
    role: "button",
    tabindex: reachable ? 0 : null,
    "aria-label": label,
    "aria-pressed": String(pressed),
    click: press,
    keydown: (event: Event) => {
      const key = (event as KeyboardEvent).key;
      if (key === "Enter" || key === " ") {
        event.preventDefault();
        press();
      }
    },
  };
}
