/** Elements made of text that is data: never of markup. */

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  kind = "",
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (kind) made.className = kind;
  made.append(...inside);
  return made;
}

export function button(kind: string, text: string, deed: () => void): HTMLButtonElement {
  const made = element("button", kind, text);
  made.type = "button";
  made.addEventListener("click", deed);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

export function shape(name: string, told: Record<string, string | number>, text = ""): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(told)) made.setAttribute(key, String(value));
  if (text) made.textContent = text;
  return made;
}

/** The element of that id, which the page has. */
export function part<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found as T;
}

/** A choice with its name above it; `deed` is told what is chosen. */
export function field(name: string, choices: readonly (readonly string[])[], chosen: string, deed: (value: string) => void): HTMLElement {
  const select = element("select");
  for (const [value = "", text = ""] of choices) {
    const option = element("option", "", text);
    option.value = value;
    option.selected = value === chosen;
    select.append(option);
  }
  select.addEventListener("change", () => deed(select.value));
  return element("label", "", element("span", "", name), select);
}
