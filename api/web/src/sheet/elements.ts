/** SVG elements. Text goes in as text, so that no title, name or quote can be anything else. */

const SPACE = "http://www.w3.org/2000/svg";

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Make an element; what is null, undefined or false is left out. */
export function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...inside: readonly (SVGElement | string)[]
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...inside);
  return made;
}

/** A link that the page follows itself; only addresses of this server, whatever is sent. */
export function link(href: string | null, attributes: Attributes, ...inside: readonly SVGElement[]): SVGElement {
  if (href === null || !href.startsWith("/") || href.startsWith("//")) return make("g", attributes, ...inside);
  return make("a", { href, tabindex: -1, "data-state": "", ...attributes }, ...inside);
}

/** Join the classes that apply. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}

/** Set an attribute where it says something else. */
export function set(element: Element, name: string, value: string | number): void {
  if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** Let the first element of a kind say a text, where it says another. */
export function say(inside: Element, selector: string, text: string): void {
  const found = inside.querySelector(selector);
  if (found && found.textContent !== text) found.textContent = text;
}
