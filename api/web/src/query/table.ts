/**
 * Rows as a table that can be sorted. A long one draws only what is seen, in lines of one height;
 * the row that the arrow keys stand on is then told in full below it.
 */

import type { Answer } from "./asking";
import { button, element } from "./elements";
import { figure, numberOf, said, shown, tidy, type Words } from "./formats";
import { type Labels, leads, short } from "./labels";
import { type Keys, type Order, ordered } from "./sorting";
import { readTerm, type Term } from "./terms";
import { bring, ROW, visible, widths, type Window } from "./window";

const SHORT = 200; // rows up to which all are drawn, as high as they are
const SAMPLE = 80;
const PRINTED = 1000;

export interface Setting {
  readonly language: string;
  readonly kept: string;
  readonly words: Words;
  readonly labels: Labels;
  readonly headings: readonly string[];
}

export class Table {
  private readonly box = element("div", "tablebox");
  private readonly table = element("table", "results");
  private readonly body = element("tbody");
  private readonly detail = element("dl", "wholerow");
  private readonly long: boolean;
  private places: number[];
  private drawn: Window | null = null;
  private readonly keys: Keys = new Map();
  private current = -1;
  private waiting = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly answer: Answer,
    private readonly setting: Setting,
    private order: Order | null,
    private readonly reordered: (order: Order) => void,
  ) {
    this.long = answer.rows.length > SHORT;
    this.places = ordered(answer.rows, order, this.keys);
    this.build();
  }

  /** The rows in the order in which they stand. */
  rows(): (readonly string[])[] {
    return this.places.map((place) => this.answer.rows[place]!);
  }

  private build(): void {
    const { headings, words } = this.setting;
    this.box.tabIndex = 0;
    this.box.setAttribute("role", "region");
    this.box.setAttribute("aria-label", `${words["table"]}${this.long ? `. ${words["keys"]}` : ""}`);
    this.box.classList.toggle("long", this.long);
    this.table.setAttribute("aria-rowcount", String(this.answer.rows.length + 1));
    this.table.append(this.columns(), this.head(headings), this.body);
    this.box.append(this.table);
    this.host.replaceChildren(this.box);
    if (this.long) this.host.append(this.detail);
    this.detail.setAttribute("aria-live", "polite");
    this.box.addEventListener("scroll", () => this.later());
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.body.addEventListener("click", (event) => this.pointed(event));
    this.setting.labels.listen(() => this.draw(true));
    this.draw(true);
  }

  private columns(): HTMLElement {
    const sample = this.answer.rows.slice(0, SAMPLE);
    const letters = this.setting.headings.map((heading, column) => [heading.length, ...sample.map((row) => this.text(row[column] ?? "").length)]);
    const room = Math.max(this.host.clientWidth - 16, 300);
    const group = element("colgroup");
    const wide = widths(letters, room);
    for (const width of wide) {
      const column = element("col");
      column.style.width = `${Math.floor(width)}px`;
      group.append(column);
    }
    this.table.style.width = `${Math.floor(wide.reduce((sum, width) => sum + width, 0))}px`;
    return group;
  }

  private text(raw: string): string {
    const term = readTerm(raw);
    if (!term) return "";
    return term.kind === "iri" ? this.setting.labels.of(term.value) : shown(term, this.setting.language, this.setting.words);
  }

  private head(headings: readonly string[]): HTMLElement {
    const row = element("tr");
    row.setAttribute("aria-rowindex", "1");
    headings.forEach((heading, column) => {
      const cell = element("th");
      cell.scope = "col";
      if (this.numeric(column)) cell.className = "num";
      const sorts = button("", heading, () => this.sort(column));
      sorts.title = said(this.setting.words["sort"], heading);
      cell.append(sorts);
      row.append(cell);
    });
    this.mark(row);
    return element("thead", "", row);
  }

  private mark(row: HTMLElement): void {
    [...row.children].forEach((cell, column) => {
      const sorted = this.order?.column === column;
      if (sorted) cell.setAttribute("aria-sort", this.order?.down ? "descending" : "ascending");
      else cell.removeAttribute("aria-sort");
    });
  }

  private numeric(column: number): boolean {
    const found = this.answer.rows.slice(0, SAMPLE).map((row) => readTerm(row[column] ?? ""));
    return found.some((term) => numberOf(term) !== undefined) && found.every((term) => !term || numberOf(term) !== undefined);
  }

  private sort(column: number): void {
    this.order = { column, down: this.order?.column === column && !this.order.down };
    this.places = ordered(this.answer.rows, this.order, this.keys);
    const row = this.table.tHead?.rows[0];
    if (row) this.mark(row);
    this.current = -1;
    this.detail.replaceChildren();
    this.box.scrollTop = 0;
    this.draw(true);
    this.reordered(this.order);
  }

  private later(): void {
    if (this.waiting || !this.long) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.draw(false);
    });
  }

  /** Draw what is to be seen; `anew` when cells may say something else than before. */
  private draw(anew: boolean): void {
    const rows = this.places.length;
    const view = this.long ? visible(this.box.scrollTop, this.box.clientHeight || 600, rows) : { first: 0, end: rows };
    if (!anew && this.drawn?.first === view.first && this.drawn.end === view.end) return;
    this.drawn = view;
    const lines = this.lines(view);
    if (this.long) this.body.replaceChildren(this.blank(view.first), ...lines, this.blank(rows - view.end));
    else this.body.replaceChildren(...lines);
  }

  private lines(view: Window): HTMLElement[] {
    return this.places.slice(view.first, view.end).map((place, number) => this.line(this.answer.rows[place]!, view.first + number));
  }

  private blank(rows: number): HTMLElement {
    const cell = element("td");
    cell.colSpan = this.setting.headings.length;
    const line = element("tr", "blank", cell);
    line.setAttribute("aria-hidden", "true");
    cell.style.height = `${rows * ROW}px`;
    line.hidden = rows === 0;
    return line;
  }

  private line(row: readonly string[], at: number): HTMLElement {
    const line = element("tr", at === this.current ? "on" : "");
    line.setAttribute("aria-rowindex", String(at + 2));
    this.setting.headings.forEach((_, column) => line.append(this.cell(row[column] ?? "")));
    return line;
  }

  private cell(raw: string): HTMLElement {
    const term = readTerm(raw);
    if (!term) return element("td", "empty", this.setting.words["empty"] ?? "");
    const cell = element("td", numberOf(term) === undefined ? "" : "num", this.value(term));
    if (this.long) cell.title = tidy(term.value);
    return cell;
  }

  private value(term: Term): Node | string {
    const { labels, language, words, kept } = this.setting;
    if (term.kind !== "iri") {
      const target = /^https?:\/\/\S+$/.test(term.value) ? leads(term.value, kept) : null;
      return target?.outside ? anchor(term.value, target.href, true) : shown(term, language, words);
    }
    const target = leads(term.value, kept);
    const name = tidy(labels.of(term.value));
    if (!target) return name;
    const link = anchor(name, target.href, target.outside);
    link.title = tidy(short(term.value));
    return link;
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !this.long || event.target !== this.box || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.choose(Math.min(Math.max(this.current + step, 0), this.places.length - 1));
  }

  private pointed(event: MouseEvent): void {
    const line = event.target instanceof Element ? event.target.closest("tr") : null;
    if (!this.long || !line || line.classList.contains("blank") || (event.target as Element).closest("a")) return;
    this.choose(Number(line.getAttribute("aria-rowindex")) - 2);
  }

  private choose(at: number): void {
    this.current = at;
    const head = this.table.tHead?.offsetHeight ?? 0;
    const top = bring(at, this.box.scrollTop, this.box.clientHeight - head);
    if (top !== null) this.box.scrollTop = top;
    this.draw(true);
    const row = this.answer.rows[this.places[at] ?? -1] ?? [];
    const { headings, words, language } = this.setting;
    const told = headings.flatMap((heading, column) => {
      const term = readTerm(row[column] ?? "");
      return [element("dt", "", heading), element("dd", "", term ? this.value(term) : (words["empty"] ?? ""))];
    });
    this.detail.replaceChildren(element("dt", "which", said(words["whole_row"], figure(at + 1, language))), element("dd"), ...told);
  }

  /** All rows that a print can hold, and how many those are when that is not all. */
  print(): number | null {
    if (!this.long) return null;
    this.body.replaceChildren(...this.lines({ first: 0, end: Math.min(PRINTED, this.places.length) }));
    return this.places.length > PRINTED ? PRINTED : null;
  }

  printed(): void {
    this.draw(true);
  }
}

function anchor(text: string, href: string, outside: boolean): HTMLAnchorElement {
  const link = element("a", "", text);
  link.href = href;
  if (outside) link.rel = "noopener noreferrer external";
  return link;
}
