/** Draws a layout: bands, bars, cards, links, back to front. Positions come from the server. */

import { classes, link, make, say, set } from "./elements";
import { Keeper, type Saying } from "./keeper";
import { fitted, widthIn, wrapped } from "./measure";
import type { Band, Bar, Box, Card, Chip, Layout, Line, Link } from "./shapes";
import { EVERYWHERE, type Near } from "./window";

const FONT = 'Inter, "Noto Sans", system-ui, sans-serif';
const TITLE = `600 12px ${FONT}`;
const SMALL = `11px ${FONT}`;
const LINE = 16;
const NARROW = 640;
const BEYOND = 40; // the frame is up to a step wider than the drawing
const FEW = 8; // bars of a band that are named beside them
const APART = 90;
const MARK = 11; // what the mark of an unverified document takes of the title

/** What is drawn anew as a whole, and only where it says something else. */
class Part {
  private said = "";

  constructor(readonly group: SVGGElement) {}

  show(value: unknown, draw: () => readonly SVGElement[]): void {
    const said = JSON.stringify(value);
    if (said !== this.said) this.group.replaceChildren(...draw());
    this.said = said;
  }

  forget(): void {
    this.said = "";
  }
}

/** A drawing that changes in place. */
export class Drawing {
  readonly group = make("g", { class: "d-all" });
  private readonly ground = new Keeper<Band>((one) => `${one.level} ${one.label}`, () => []);
  private readonly fans = new Part(make("g", { "aria-hidden": "true" }));
  private readonly counts = new Part(make("g", {}));
  private readonly bars = new Keeper<Bar>((one) => `${one.level} ${one.unit}`, (one) => [one.href]);
  private readonly names = new Part(make("g", {}));
  private readonly chain = new Part(make("g", { "aria-hidden": "true" }));
  private readonly cards = new Keeper<Card>((one) => `${one.kind} ${one.level} ${one.id}`, hrefsOf);
  private readonly rest = new Part(make("g", {}));
  private readonly said = new Part(make("g", { "aria-hidden": "true" }));

  constructor() {
    set(this.ground.group, "aria-hidden", "true");
    for (const one of this.parts()) this.group.append(one.group);
  }

  private parts(): readonly (Part | Keeper<Band> | Keeper<Bar> | Keeper<Card>)[] {
    return [this.ground, this.fans, this.counts, this.bars, this.names, this.chain, this.cards, this.rest, this.said];
  }

  /**
   * Draw a layout and return the one group, which the caller moves and scales. Cards that are not
   * near what is seen wait for `more` or `settle`.
   */
  show(layout: Layout, near: Near = EVERYWHERE): SVGGElement {
    const narrow = layout.width < NARROW;
    const chosen = layout.links.filter((one) => one.chosen);
    const lit = new Set(chosen.flatMap((one) => [one.above, one.below]));
    const litUnits = new Set(layout.cards.filter((one) => one.chosen && one.kind === "unit").map((one) => one.id));
    const quiet = layout.links.filter((one) => !one.chosen);
    const fans = fansOf(quiet);
    const even = (one: Band): boolean => layout.bands.indexOf(one) % 2 === 1;
    this.ground.show(layout.bands, (one) => [one.box.w, one.box.h, one.notes, one.empty, narrow, even(one)], (one) => band(one, even(one), narrow), EVERYWHERE);
    this.fans.show(fans, () => fans.map(([kind, d]) => make("path", { d, class: kind })));
    this.counts.show([layout.regions, layout.captions], () => [
      ...layout.regions.flatMap((one) => region(one.box.x, one.box.y, one.box.w, one.label)),
      ...layout.captions.map((one) => text(one.box.x, one.box.y + 11, fitted(one.text, one.box.w, widthIn(SMALL)), "d-caption")),
    ]);
    const chosenBar = (one: Bar): boolean => litUnits.has(one.unit);
    this.bars.show(layout.bars, (one) => one.href === null, (one) => bar(one, chosenBar(one)), EVERYWHERE, sayingOfBar(chosenBar));
    this.names.show(layout.bars.map((one) => [one.box, one.name, one.count]), () => named(layout.bars));
    this.chain.show(chosen, () => chosen.map(curve));
    this.cards.show(layout.cards, (one) => looksOfCard(one, lit), (one) => card(one, lit), near, CARD);
    this.rest.show(layout.chips, () => layout.chips.map(chip));
    this.said.show(chosen, () => chosen.filter((one) => one.relation).map(relation));
    return this.group;
  }

  /** Draw so many of the cards that wait; tell whether any are left. */
  more(count: number): boolean {
    return this.cards.more(count);
  }

  /** Draw all that waits and let links lead where they lead now; what is seen does not wait for it. */
  settle(): void {
    this.ground.settle();
    this.bars.settle();
    this.cards.settle();
  }

  /** Forget what is drawn: text has other widths now. */
  forget(): void {
    for (const one of this.parts()) one.forget();
  }
}

/** What a card looks like, whatever its place and wherever it leads. */
function looksOfCard(one: Card, lit: ReadonlySet<string>): unknown {
  const lines = one.lines.map((line) => [line.id, line.text, line.date, line.force, line.unverified, line.chosen, line.label, lit.has(line.id)]);
  return [one.box.w, one.box.h, one.title, one.notes, !one.count, one.force, one.unverified, one.chosen, lit.has(one.id), lines, one.more?.text, one.more?.label];
}

/** What an expansion changes in a card that stays: how many follow, and the words for it. */
const CARD: Saying<Card> = {
  says: (one) => [one.count, one.label],
  tell: (element, one) => {
    const head = one.kind === "unit" ? element.querySelector(".head") : element;
    if (!head) return;
    set(head, "aria-description", one.label);
    if (one.kind !== "unit") set(head, "data-tip", one.label);
    say(head, ".d-title", titleOf(one));
    say(head, ".d-count", `${one.count} ↓`);
  },
};

/** A bar can say all that is in it where it stands: it is two shapes and no text. */
function sayingOfBar(chosen: (one: Bar) => boolean): Saying<Bar> {
  return {
    says: (one) => [one.box.w, one.box.h, one.reach.x - one.box.x, one.reach.y - one.box.y, one.reach.w, one.reach.h, kindsOfBar(one, chosen(one)), one.label],
    tell: (element, one, drawn) => {
      const [kind, shape] = kindsOfBar(one, chosen(one));
      set(element, "class", kind);
      set(element, "aria-label", one.label);
      set(element, "data-tip", one.label);
      const [reach, box] = element.children;
      const { x, y } = one.reach;
      if (reach) place(reach, { ...one.reach, x: x - one.box.x + drawn.x, y: y - one.box.y + drawn.y });
      if (!box) return;
      place(box, { ...one.box, x: drawn.x, y: drawn.y });
      set(box, "class", shape);
    },
  };
}

function place(rect: Element, { x, y, w, h }: Box): void {
  set(rect, "x", x);
  set(rect, "y", y);
  set(rect, "width", w);
  set(rect, "height", h);
}

/** Return where the links of a card lead, in their order. */
function hrefsOf(one: Card): (string | null)[] {
  if (one.kind !== "unit") return [one.href];
  return [one.href, ...one.lines.map((line) => line.href), ...(one.more ? [one.more.href] : [])];
}

/** Return a layout drawn once. */
export function drawn(layout: Layout): SVGGElement {
  return new Drawing().show(layout);
}

function text(x: number, y: number, said: string, kind: string): SVGTextElement {
  return make("text", { x, y, class: kind }, said);
}

function band(one: Band, even: boolean, narrow: boolean): SVGGElement {
  const { x, y, w, h } = one.box;
  const room = narrow ? w : 92;
  const name = wrapped(one.label, room, 2, widthIn(`600 12.5px ${FONT}`));
  const down = name.map((line, row) => text(x + 14, y + 20 + row * 15, line, "d-bandname"));
  const below = y + 20 + name.length * 15;
  const notes = narrow
    ? [text(x + 26 + widthIn(`600 12.5px ${FONT}`)(one.label), y + 20, one.notes.join(" · "), "d-line")]
    : one.notes.map((line, row) => text(x + 14, below + 1 + row * 14, fitted(line, room, widthIn(SMALL)), "d-line"));
  const empty = one.empty
    ? [text(x + (narrow ? 14 : 106), y + (narrow ? 40 : 20), fitted(one.empty, w - (narrow ? 24 : 118), widthIn(SMALL)), "d-line")]
    : [];
  return make(
    "g",
    { class: `lv-${one.level}` },
    make("rect", { x, y, width: w + BEYOND, height: h, class: classes("d-band", even && "even") }),
    make("line", { x1: x, x2: x + w + BEYOND, y1: y + h, y2: y + h, class: "d-bandline" }),
    make("rect", { x, y, width: 3, height: h, class: "d-level" }),
    ...down,
    ...notes,
    ...empty,
  );
}

function region(x: number, y: number, width: number, label: string | null): SVGElement[] {
  const base = make("line", { x1: x, x2: x + width, y1: y, y2: y, class: "d-base" });
  const lines = label ? wrapped(label, width + 6, 3, widthIn(SMALL)) : [];
  return [base, ...lines.map((line, row) => text(x, y + 14 + row * 13, line, "d-region"))];
}

/** Return the classes of a bar and of the shape in it. */
function kindsOfBar(one: Bar, chosen: boolean): readonly [string, string] {
  return [classes("d-bar", `lv-${one.level}`, one.open && "open", chosen && "chosen"), one.count ? "bar" : classes("bar", "absent", one.state)];
}

function bar(one: Bar, chosen: boolean): SVGElement {
  const { box, reach } = one;
  const [kind, shape] = kindsOfBar(one, chosen);
  return link(
    one.href,
    {
      class: kind,
      "aria-label": one.label,
      role: one.href ? undefined : "img",
      "data-tip": one.label,
      "data-stop": one.href ? "bar" : undefined,
    },
    make("rect", { x: reach.x, y: reach.y, width: reach.w, height: reach.h, class: "hit" }),
    make("rect", { x: box.x, y: box.y, width: box.w, height: box.h, class: shape }),
  );
}

/** Name the bars below the province level where they are few and far enough apart. */
function named(bars: readonly Bar[]): SVGElement[] {
  const groups = new Map<string, Bar[]>();
  for (const one of bars) if (one.level !== "province" && one.count) groups.set(one.level, [...(groups.get(one.level) ?? []), one]);
  return [...groups.values()].flatMap((group) => {
    const close = group.some((one, place) => place > 0 && one.box.x - (group[place - 1]?.box.x ?? 0) < APART);
    if (group.length > FEW || close) return [];
    return group.map((one) => text(one.box.x + one.box.w + 5, one.box.y + one.box.h - 3, `${one.name} · ${one.count}`, "d-name"));
  });
}

function card(one: Card, lit: ReadonlySet<string>): SVGElement {
  const kind = classes("d-card", one.kind, `lv-${one.level}`, one.force, one.unverified && "unverified", (one.chosen || lit.has(one.id)) && "chosen");
  if (one.kind !== "unit") return link(one.href, { class: kind, "aria-description": one.label, "aria-current": one.chosen || undefined, "data-id": one.id, "data-tip": one.label, "data-stop": "card" }, ...face(one), ...notes(one));
  const head = link(
    one.href,
    { class: classes("d-pick", "head"), "aria-description": one.label, "data-stop": "unit", "data-id": one.id },
    make("rect", { x: one.box.x + 4, y: one.box.y + 2, width: one.box.w - 6, height: 20, class: "hit" }),
    ...heading(one),
  );
  const lines = [...one.lines, ...(one.more ? [one.more] : [])];
  return make("g", { class: kind }, ...face(one), head, ...lines.map((line, row) => pick(one, line, row, line === one.more, lit)));
}

function face(one: Card): SVGElement[] {
  const { x, y, w, h } = one.box;
  return [
    make("rect", { x, y, width: w, height: h, class: "face" }),
    make("rect", { x, y, width: 3, height: h, class: "d-level" }),
  ];
}

/** Return the number a card tells beside its title; a document tells it below. */
function countOf(one: Card): string {
  return one.count && one.kind !== "document" ? `${one.count} ↓` : "";
}

/** Return of a title what fits beside the number and the mark. */
function titleOf(one: Card): string {
  const count = countOf(one);
  const taken = count ? widthIn(SMALL)(count) + 12 : 0;
  return fitted(one.title, one.box.w - 20 - taken - (one.unverified ? MARK : 0), widthIn(TITLE));
}

function heading(one: Card): SVGElement[] {
  const { x, y, w } = one.box;
  const count = countOf(one);
  const mark = one.unverified ? MARK : 0;
  return [
    ...(mark ? [make("rect", { x: x + 10.5, y: y + 9.5, width: 6, height: 6, class: "hollow" })] : []),
    text(x + 10 + mark, y + 17, titleOf(one), "d-title"),
    ...(count ? [text(x + w - 8, y + 17, count, "d-line d-count")] : []),
  ];
}

function notes(one: Card): SVGElement[] {
  const { x, y, w } = one.box;
  const width = widthIn(SMALL);
  const said = one.notes.filter(Boolean);
  const lines = said.flatMap((note, place) =>
    one.kind === "root" && place === said.length - 1 && place > 0 ? wrapped(note, w - 18, 2, width) : [fitted(note, w - 18, width)],
  );
  const count = one.kind === "document" && one.count ? [text(x + w - 8, y + 33 + (lines.length - 1) * LINE, `${one.count} ↓`, "d-line d-count")] : [];
  const last = (row: number): string => classes("d-line", row === lines.length - 1 && "d-last");
  return [...heading(one), ...lines.map((line, row) => text(x + 10, y + 33 + row * LINE, line, last(row))), ...count];
}

function pick(one: Card, line: Line, row: number, more: boolean, lit: ReadonlySet<string>): SVGElement {
  const { x, y, w } = one.box;
  const top = y + 22 + row * LINE;
  const width = widthIn(SMALL);
  const day = more ? 0 : width(line.date) + 8;
  const mark = more ? [] : [make("rect", { x: x + 10, y: top + 5, width: 5, height: 5, class: classes("dot", line.unverified && "hollow") })];
  return link(
    line.href,
    {
      class: classes("d-pick", line.force, more && "more", (line.chosen || lit.has(line.id)) && "chosen"),
      "aria-description": line.label,
      "aria-current": line.chosen || undefined,
      "data-id": line.id,
      "data-tip": more ? undefined : line.label,
      "data-stop": "line",
    },
    make("rect", { x: x + 5, y: top, width: w - 7, height: LINE, class: "hit" }),
    ...mark,
    text(x + 20, top + 12, fitted(line.text, w - 28 - day, width), "d-line"),
    ...(more ? [] : [text(x + w - 8, top + 12, line.date, "d-line d-count")]),
  );
}

function chip(one: Chip): SVGElement {
  const { x, y } = one.box;
  if (one.kind === "more") {
    const hit = make("rect", { x, y, width: one.box.w, height: one.box.h, class: "hit" });
    return link(one.href, { class: "d-pick more", "data-stop": "more" }, hit, text(x + 2, y + 12, `+ ${one.label}`, "d-name"));
  }
  return make("g", { class: classes("d-chip", one.state) }, make("rect", { x: x + 0.5, y: y + 4, width: 8, height: 8 }), text(x + 13, y + 12, one.label, "d-name"));
}

/** The path of a link: a smooth fall between levels, a straight line within one. */
export function path(one: Link): string {
  const middle = (one.y1 + one.y2) / 2;
  return `M${one.x1},${one.y1}C${one.x1},${middle} ${one.x2},${middle} ${one.x2},${one.y2}`;
}

/** The links that are not chosen, as classes and path: all that fall from one card are one shape, which is sooner drawn than many. */
function fansOf(links: readonly Link[]): [string, string][] {
  const found = new Map<string, string[]>();
  for (const one of links) {
    const key = `${one.stated ? "stated" : "inferred"} ${one.above}`;
    const fan = found.get(key);
    if (fan) fan.push(path(one));
    else found.set(key, [path(one)]);
  }
  return [...found].map(([key, fan]) => [classes("d-link", key.startsWith("inferred") && "inferred"), fan.join("")]);
}

function curve(one: Link): SVGPathElement {
  return make("path", { d: path(one), class: classes("d-link", !one.stated && "inferred", one.chosen && "chosen") });
}

function relation(one: Link): SVGTextElement {
  const right = one.x2 >= one.x1;
  const said = make("text", { x: one.x2 + (right ? -6 : 6), y: one.y2 - 8, class: "d-relation" }, one.relation);
  said.setAttribute("text-anchor", right ? "end" : "start");
  return said;
}
