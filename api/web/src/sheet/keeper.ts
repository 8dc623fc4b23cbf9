/** Keeps what stands in a drawing from one state to the next. */

import { make, set } from "./elements";
import type { Box } from "./shapes";
import type { Near } from "./window";

const SILENT = { says: () => "", tell: () => undefined };

interface Placed {
  readonly box: Box;
}

interface Held {
  readonly key: string;
  said: string;
  readonly element: SVGElement;
  readonly drawn: Box; // where it was drawn: elsewhere it is only moved
  box: Box; // where it stands
}

/** What changes within something that stands, so that it need not be drawn, laid out and painted anew. */
export interface Saying<One> {
  readonly says: (one: One) => unknown;
  readonly tell: (element: SVGElement, one: One, drawn: Box) => void; // `drawn` is where it was drawn
}

interface Shown<One> {
  readonly all: readonly One[];
  readonly looks: (one: One) => unknown;
  readonly draw: (one: One) => SVGElement;
  readonly saying: Saying<One>;
}

/** What stands in one group and changes in place: what looks the same as before is kept and only moved. */
export class Keeper<One extends Placed> {
  readonly group = make("g", {});
  private held = new Map<string, Held>();
  private links: (() => void)[] = [];
  private waiting: One[] = [];
  private shown: Shown<One> = { all: [], looks: () => "", draw: () => this.group, saying: SILENT };

  constructor(private readonly nameOf: (one: One) => string, private readonly hrefsOf: (one: One) => readonly (string | null)[]) {}

  /**
   * Show these: `looks` tells one look from another wherever it stands and leads, `draw` makes what
   * is new. What only says something else while it looks the same is told so where it stands. What
   * neither stood nor comes near to what is seen waits.
   */
  show(all: readonly One[], looks: (one: One) => unknown, draw: (one: One) => SVGElement, near: Near, saying: Saying<One> = SILENT): void {
    this.shown = { all, looks, draw, saying };
    this.links = [];
    this.waiting = [];
    const names = new Set(all.map(this.nameOf));
    for (const [name, old] of this.held) if (!names.has(name)) this.take(name, old);
    const stop = this.group.querySelector('[tabindex="0"]'); // where the keyboard stands
    for (const one of all) {
      const known = this.held.get(this.nameOf(one));
      if (near(one.box) || (known && (near(known.box) || known.element.contains(stop)))) this.put(one);
      else this.waiting.push(one);
    }
    this.arrange();
  }

  /** Draw so many of what waits; tell whether any are left. */
  more(count: number): boolean {
    for (const one of this.waiting.splice(0, count)) this.put(one);
    this.arrange();
    return this.waiting.length > 0;
  }

  /** Draw all that waits, and let the links of what was kept lead where they lead now. */
  settle(): void {
    if (this.waiting.length) this.more(this.waiting.length);
    for (const one of this.links) one();
    this.links = [];
  }

  forget(): void {
    this.held.clear();
    this.links = [];
    this.waiting = [];
    this.group.replaceChildren();
  }

  private put(one: One): void {
    const name = this.nameOf(one);
    const { looks, draw, saying } = this.shown;
    const key = JSON.stringify(looks(one));
    const said = JSON.stringify(saying.says(one));
    const known = this.held.get(name);
    if (known?.key === key) {
      if (known.said !== said) saying.tell(known.element, one, known.drawn);
      known.said = said;
      known.box = one.box;
      move(known.element, one.box.x - known.drawn.x, one.box.y - known.drawn.y);
      this.links.push(() => lead(known.element, this.hrefsOf(one)));
      return;
    }
    known?.element.remove();
    this.held.set(name, { key, said, element: draw(one), drawn: one.box, box: one.box });
  }

  private take(name: string, old: Held): void {
    old.element.remove();
    this.held.delete(name);
  }

  /** Put all that is drawn into the order in which it is read. */
  private arrange(): void {
    let at = this.group.firstChild;
    for (const one of this.shown.all) {
      const element = this.held.get(this.nameOf(one))?.element;
      if (!element) continue;
      if (element === at) at = at.nextSibling;
      else this.group.insertBefore(element, at);
    }
  }
}

/** Shift something from where it was drawn; what stands there still is not shifted at all. */
function move(element: SVGElement, x: number, y: number): void {
  if (x || y) set(element, "transform", `translate(${x},${y})`);
  else element.removeAttribute("transform");
}

/** Let links lead where they lead in this state. */
function lead(element: SVGElement, hrefs: readonly (string | null)[]): void {
  const links = element.localName === "a" ? [element] : [...element.querySelectorAll("a")];
  links.forEach((link, place) => {
    const href = hrefs[place];
    if (href?.startsWith("/") && !href.startsWith("//")) set(link, "href", href);
  });
}
