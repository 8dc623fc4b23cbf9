/** Rows that are of provinces as a map in shades, with the same values as a list beside it. */

import type { Answer } from "./asking";
import { numeric } from "./chart";
import { element, field, shape } from "./elements";
import { figure, said } from "./formats";
import { leads } from "./labels";
import { addressOfUnit, type Atlas, beside, gathered, placed, ROWS, SETS, setOf, type Shade, shadeOf, shadesOf, type Sum, type UnitSet } from "./places";
import type { Looking } from "./result";
import type { Setting } from "./table";

const BOX = "-60 -60 8260 8860";
/** Where the archipelagos and their provinces are named, clear of the land. */
const NAMED: readonly (readonly [x: number, y: number])[] = [[5880, 3200], [6400, 5720]];
const LOWER = 350;
const WAYS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

let kept: Promise<Atlas> | undefined;

/** The drawing of the provinces, fetched when the first map is looked at. */
function fetched(address: string): Promise<Atlas> {
  kept ??= fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json() as Promise<Atlas>;
  });
  kept.catch(() => (kept = undefined));
  return kept;
}

export class MapView {
  private readonly drawing = element("div", "atlas");
  private readonly told = element("p", "here");
  private atlas!: Atlas;
  private set: UnitSet = "34";
  private units: ReadonlyMap<string, Sum> = new Map();

  constructor(
    private readonly host: HTMLElement,
    private readonly answer: Answer,
    private readonly setting: Setting,
    private readonly address: string,
    private readonly looking: Looking,
    private readonly changed: () => void,
  ) {}

  /** Draw it; while the drawing of the provinces is fetched another view may be wanted. */
  async draw(wanted: () => boolean): Promise<void> {
    this.host.replaceChildren(element("p", "waiting", this.setting.words["map_wait"] ?? ""));
    this.atlas = await fetched(this.address);
    if (!wanted()) return;
    this.told.setAttribute("aria-hidden", "true");
    this.setting.labels.listen(() => this.name());
    this.show();
  }

  private show(): void {
    const { rows, names } = this.answer;
    const [where, numbers] = [placed(rows, names.length), numeric(rows, names.length)];
    if (!where.includes(this.looking.where)) this.looking.where = where[0] ?? 0;
    if (!numbers.includes(this.looking.value ?? ROWS)) this.looking.value = this.looking.value === ROWS ? ROWS : (numbers.at(-1) ?? ROWS);
    const { units, left } = gathered(rows, this.looking.where, this.looking.value ?? ROWS);
    const held = SETS.filter((set) => [...units.keys()].some((slug) => Object.hasOwn(this.atlas.units[set], slug)));
    this.set = held.find((set) => set === this.looking.set) ?? setOf(units.keys(), this.atlas);
    this.units = new Map([...units].filter(([slug]) => Object.hasOwn(this.atlas.units[this.set], slug)));
    const drawnRows = [...this.units.values()].reduce((sum, one) => sum + one.rows, 0);
    this.host.replaceChildren(this.choices(where, numbers, held), this.drawing);
    if (this.units.size) this.fill(rows.length - drawnRows, left);
    else this.drawing.replaceChildren(element("p", "note", this.setting.words["map_none"] ?? ""));
  }

  private choices(where: readonly number[], numbers: readonly number[], held: readonly UnitSet[]): HTMLElement {
    const { words, headings } = this.setting;
    const chosen = (deed: (value: string) => void) => (value: string) => {
      deed(value);
      this.show();
      this.changed();
    };
    const named = (columns: readonly number[]): [string, string][] => columns.map((one) => [String(one), headings[one] ?? ""]);
    const box = element("div", "choices");
    if (where.length > 1) box.append(field(words["map_where"] ?? "", named(where), String(this.looking.where), chosen((value) => (this.looking.where = Number(value)))));
    const values: [string, string][] = [...named(numbers), [String(ROWS), words["map_rows"] ?? ""]];
    box.append(field(words["map_value"] ?? "", values, String(this.looking.value), chosen((value) => (this.looking.value = Number(value)))));
    const sets: [string, string][] = held.map((set) => [set, words[`map_set_${set}`] ?? set]);
    if (held.length > 1) box.append(field(words["map_set"] ?? "", sets, this.set, chosen((value) => (this.looking.set = value as UnitSet))));
    return box;
  }

  private fill(undrawn: number, without: number): void {
    const { words, headings, language } = this.setting;
    const what = this.looking.value === ROWS ? (words["map_rows"] ?? "") : (headings[this.looking.value ?? 0] ?? "");
    const label = said(words["map_says"], what);
    const shades = shadesOf([...this.units.values()].map((one) => one.value));
    const notes = [];
    if (this.looking.value !== ROWS && [...this.units.values()].some((one) => one.rows > 1)) notes.push(words["map_summed"] ?? "");
    if (undrawn - without > 0) notes.push(said(words["map_elsewhere"], figure(undrawn - without, language)));
    if (without) notes.push(said(words["map_left"], figure(without, language)));
    notes.push(said(words["map_credit"], "@svg-maps/vietnam 2.0.0"));
    const side = element("div", "mapside", this.told, this.legend(shades), this.list(), ...notes.map((one) => element("p", "note", one)));
    this.drawing.replaceChildren(element("h3", "", label), this.map(label, shades), side);
    this.name();
  }

  private map(label: string, shades: readonly Shade[]): SVGElement {
    const drawing = shape("svg", { viewBox: BOX, role: "group", "aria-label": `${label}. ${this.setting.words["map_keys"]}`, class: "country" });
    const outlines = this.atlas.units[this.set];
    const kind = (slug: string): string => (this.units.has(slug) ? `q${shadeOf(this.units.get(slug)!.value, shades)}` : "q0");
    const first = this.ranked()[0]?.[0];
    for (const [slug, outline] of Object.entries(outlines)) {
      const target = leads(addressOfUnit(slug), this.setting.kept);
      const link = shape("a", { href: target?.href ?? "", "data-unit": slug, tabindex: slug === first ? 0 : -1 });
      link.append(shape("title", {}), shape("path", { class: kind(slug), d: outline.path }));
      drawing.append(link);
    }
    this.atlas.islands.forEach((one, place) => {
      const [x, y] = NAMED[place] ?? [0, 0];
      drawing.append(
        shape("path", { class: `isle ${kind(one.of[this.set])}`, "data-unit": one.of[this.set], d: one.path }),
        shape("text", { x, y, class: "isles" }, this.setting.language === "en" ? one.en : one.vi),
        shape("text", { x, y: y + LOWER, class: "of", "data-name": one.of[this.set] }),
      );
    });
    drawing.append(shape("path", { class: "ring", d: "" }));
    for (const event of ["mouseover", "focusin"]) drawing.addEventListener(event, (told) => this.light(unitOf(told.target)));
    for (const event of ["mouseleave", "focusout"]) drawing.addEventListener(event, () => this.light(undefined));
    drawing.addEventListener("keydown", (event) => this.key(event, drawing));
    return drawing;
  }

  /** The units by their values, the largest first. */
  private ranked(): [string, Sum][] {
    return [...this.units].sort(([one, a], [other, b]) => b.value - a.value || (one < other ? -1 : 1));
  }

  private legend(shades: readonly Shade[]): HTMLElement {
    const { language, words } = this.setting;
    const number = (value: number): string => figure(Number(value.toPrecision(10)), language);
    const list = element("ul", "shades");
    for (const one of shades) {
      const text = one.least === one.most ? number(one.least) : `${number(one.least)} – ${number(one.most)}`;
      list.append(element("li", "", element("span", `swatch q${shadeOf(one.most, shades)}`), text));
    }
    list.append(element("li", "", element("span", "swatch q0"), words["map_empty"] ?? ""));
    return list;
  }

  private list(): HTMLElement {
    const list = element("ol", "ranked");
    list.tabIndex = 0;
    list.setAttribute("role", "list");
    list.setAttribute("aria-label", this.setting.words["map_list"] ?? "");
    for (const [slug, { value }] of this.ranked()) {
      const item = element("li", "", element("span", "name"), element("b", "num", this.number(value)));
      item.dataset["unit"] = slug;
      item.addEventListener("mouseenter", () => this.light(slug));
      item.addEventListener("mouseleave", () => this.light(undefined));
      list.append(item);
    }
    return list;
  }

  private number(value: number): string {
    return figure(Number(value.toPrecision(10)), this.setting.language);
  }

  private says(slug: string): string {
    const name = this.setting.labels.of(addressOfUnit(slug));
    const sum = this.units.get(slug);
    return `${name}: ${sum ? this.number(sum.value) : (this.setting.words["map_empty"] ?? "")}`;
  }

  /** Say what units are called, as far as that is known by now. */
  private name(): void {
    for (const link of this.drawing.querySelectorAll<SVGElement>("a[data-unit]")) {
      const told = this.says(link.dataset["unit"] ?? "");
      link.setAttribute("aria-label", told);
      link.querySelector("title")!.textContent = told;
    }
    for (const item of this.drawing.querySelectorAll<HTMLElement>(".ranked li")) {
      item.querySelector(".name")!.textContent = this.setting.labels.of(addressOfUnit(item.dataset["unit"] ?? ""));
    }
    for (const text of this.drawing.querySelectorAll<SVGElement>("text[data-name]")) text.textContent = this.setting.labels.of(addressOfUnit(text.dataset["name"] ?? ""));
  }

  private light(slug: string | undefined): void {
    const shown = slug ?? unitOf(this.drawing.ownerDocument.activeElement);
    const outline = shown === undefined ? undefined : this.atlas.units[this.set][shown];
    this.drawing.querySelector(".ring")?.setAttribute("d", outline?.path ?? "");
    this.told.textContent = shown !== undefined && outline ? this.says(shown) : "";
    for (const item of this.drawing.querySelectorAll<HTMLElement>(".ranked li")) item.classList.toggle("on", item.dataset["unit"] === shown);
  }

  private key(event: KeyboardEvent, drawing: SVGElement): void {
    const way = WAYS[event.key];
    const from = unitOf(event.target);
    if (!way || from === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = beside(from, this.atlas.units[this.set], way);
    event.preventDefault();
    if (next === undefined) return;
    for (const link of drawing.querySelectorAll<SVGElement>("a[data-unit]")) {
      link.setAttribute("tabindex", link.dataset["unit"] === next ? "0" : "-1");
      if (link.dataset["unit"] === next) link.focus();
    }
  }
}

function unitOf(target: EventTarget | null): string | undefined {
  return target instanceof Element ? target.closest<SVGElement>(".country [data-unit]")?.dataset["unit"] : undefined;
}
