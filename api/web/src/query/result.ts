/** An answer and the ways to look at it: table, chart, map, network, files. */

import type { Answer } from "./asking";
import { bars, type Kind, line, MOST, numeric, pointsOf } from "./chart";
import { button, element, field } from "./elements";
import { csv, json, save, tsv, turtle } from "./exports";
import { figure, said, shown } from "./formats";
import { MapView } from "./map";
import { NetworkView } from "./network";
import { placed, type UnitSet } from "./places";
import { type Setting, Table } from "./table";
import type { Order } from "./sorting";
import { readTerm } from "./terms";

export type View = "bang" | "bieu-do" | "ban-do" | "mang";

/** Where what the views draw with is fetched when it is first needed. */
export interface Libraries {
  readonly network: string;
  readonly atlas: string;
}

/** What of an answer is looked at; stands in the address. */
export interface Looking {
  view: View;
  order: Order | null;
  kind: Kind;
  across: number;
  up: number;
  /** Of a map: the column of the units, that of the values (ROWS: the rows are counted), the set of provinces. */
  where: number;
  value: number | null;
  set: UnitSet | null;
}

export class Result {
  private readonly pane = element("div", "pane");
  private readonly tabs = element("div", "seg");
  private table: Table | undefined;
  private looks = 0;

  constructor(
    private readonly host: HTMLElement,
    private readonly answer: Answer,
    private readonly setting: Setting,
    private readonly looking: Looking,
    private readonly libraries: Libraries,
    private readonly name: string,
    private readonly changed: (looking: Looking) => void,
  ) {
    if (looking.order && looking.order.column >= answer.names.length) looking.order = null;
    if (!this.views().includes(looking.view)) looking.view = "bang";
  }

  show(): void {
    const { words } = this.setting;
    if (this.answer.kind === "truth") {
      this.host.replaceChildren(element("p", "truth", words[this.answer.truth ? "true" : "false"] ?? ""), this.sum());
      return;
    }
    const inside: HTMLElement[] = [this.sum()];
    if (this.answer.part) inside.push(this.warning());
    if (!this.answer.rows.length) inside.push(this.nothing());
    else inside.push(this.bar(), this.pane);
    this.host.replaceChildren(...inside);
    if (this.answer.rows.length) this.look();
  }

  private views(): View[] {
    if (this.answer.kind === "triples") return ["bang", "mang"];
    return placed(this.answer.rows, this.answer.names.length).length ? ["bang", "bieu-do", "ban-do"] : ["bang", "bieu-do"];
  }

  private sum(): HTMLElement {
    const { words, language } = this.setting;
    const number = this.answer.rows.length;
    const noun = this.answer.kind === "triples" ? (number === 1 ? "triple" : "triples") : number === 1 ? "row" : "rows";
    const seconds = said(words["seconds"], figure(this.answer.seconds.toFixed(this.answer.seconds < 10 ? 2 : 1), language));
    const counted = element("b", "", said(words[noun], figure(number, language)) + (this.answer.part ? "+" : ""));
    const sum = this.answer.kind === "truth" ? element("p", "sum", seconds) : element("p", "sum", counted, ` · ${seconds}`);
    return sum;
  }

  private warning(): HTMLElement {
    const number = figure(this.answer.rows.length, this.setting.language);
    const told = element("p", "warn part", said(this.setting.words[`part_${this.answer.part}`], number));
    told.setAttribute("role", "alert");
    return told;
  }

  private nothing(): HTMLElement {
    const { words } = this.setting;
    return element("section", "nothing", element("h3", "", words["none"] ?? ""), element("p", "", words["none_why"] ?? ""));
  }

  private bar(): HTMLElement {
    const { words } = this.setting;
    this.tabs.setAttribute("role", "group");
    this.tabs.setAttribute("aria-label", words["views"] ?? "");
    const names: Record<View, string> = { bang: "table", "bieu-do": "chart", "ban-do": "map", mang: "network" };
    for (const view of this.views()) {
      const one = button("", words[names[view]] ?? "", () => {
        this.looking.view = view;
        this.look();
        this.changed(this.looking);
      });
      one.dataset["view"] = view;
      this.tabs.append(one);
    }
    const files = element("p", "save", element("span", "", words["export"] ?? ""));
    for (const form of this.answer.kind === "triples" ? ["CSV", "TSV", "Turtle"] : ["CSV", "TSV", "JSON"]) {
      const one = button("plain", form, () => this.save(form));
      one.dataset["save"] = form.toLowerCase();
      files.append(one);
    }
    return element("div", "bar", this.tabs, files);
  }

  private look(): void {
    for (const tab of this.tabs.querySelectorAll("button")) {
      tab.setAttribute("aria-pressed", String(tab.dataset["view"] === this.looking.view));
    }
    this.table = undefined;
    this.looks += 1;
    this.pane.className = `pane ${this.looking.view}`;
    if (this.looking.view === "mang") void this.fetched((wanted) => new NetworkView(this.pane, this.answer, this.setting, this.libraries.network).draw(wanted));
    else if (this.looking.view === "ban-do") void this.fetched((wanted) => this.map().draw(wanted));
    else if (this.looking.view === "bieu-do") this.chart();
    else {
      this.table = new Table(this.pane, this.answer, this.setting, this.looking.order, (order) => {
        this.looking.order = order;
        this.changed(this.looking);
      });
    }
  }

  private map(): MapView {
    return new MapView(this.pane, this.answer, this.setting, this.libraries.atlas, this.looking, () => this.changed(this.looking));
  }

  /** Draw what first has to be fetched. */
  private async fetched(draw: (wanted: () => boolean) => Promise<void>): Promise<void> {
    const { words } = this.setting;
    // While it loads another view may be opened, and that one owns the pane then.
    const looks = this.looks;
    const wanted = (): boolean => this.looks === looks;
    try {
      await draw(wanted);
    } catch (error) {
      if (!wanted()) return;
      const told = error instanceof Error ? error.message : "";
      const failed = element("p", "warn", `${words["failed"]}: ${told}`);
      failed.setAttribute("role", "alert");
      this.pane.replaceChildren(failed);
    }
  }

  private chart(): void {
    const { words } = this.setting;
    const numbers = numeric(this.answer.rows, this.answer.names.length);
    if (!numbers.length) {
      this.pane.replaceChildren(element("p", "note", words["chart_none"] ?? ""));
      return;
    }
    if (!numbers.includes(this.looking.up)) this.looking.up = numbers.at(-1)!;
    if (this.looking.across >= this.answer.names.length || this.looking.across === this.looking.up) {
      this.looking.across = this.looking.up === 0 && this.answer.names.length > 1 ? 1 : 0;
    }
    const drawing = element("div", "drawing");
    this.pane.replaceChildren(this.choices(numbers, () => this.drawn(drawing)), drawing);
    let width = -1;
    new ResizeObserver(() => {
      if (drawing.clientWidth === width) return;
      width = drawing.clientWidth;
      this.drawn(drawing);
    }).observe(drawing);
  }

  private choices(numbers: readonly number[], again: () => void): HTMLElement {
    const { words, headings } = this.setting;
    const all = headings.map((_, place) => place);
    const chosen = (deed: (value: string) => void) => (value: string) => {
      deed(value);
      again();
      this.changed(this.looking);
    };
    return element(
      "div",
      "choices",
      field(words["chart_kind"] ?? "", [["bars", words["bars"] ?? ""], ["line", words["line"] ?? ""]], this.looking.kind, chosen((value) => (this.looking.kind = value as Kind))),
      field(words["across"] ?? "", all.map((one) => [String(one), headings[one]!]), String(this.looking.across), chosen((value) => (this.looking.across = Number(value)))),
      field(words["up"] ?? "", numbers.map((one) => [String(one), headings[one]!]), String(this.looking.up), chosen((value) => (this.looking.up = Number(value)))),
    );
  }

  private drawn(drawing: HTMLElement): void {
    const { words, headings, language, labels } = this.setting;
    const { kind, across, up } = this.looking;
    const rows = this.ordered();
    const name = (raw: string): string => {
      const term = readTerm(raw);
      if (!term) return words["empty"] ?? "";
      return term.kind === "iri" ? labels.of(term.value) : shown(term, language, words);
    };
    labels.listen(() => this.drawn(drawing));
    const { points, left, cut } = pointsOf(rows, across, up, kind, name);
    const label = said(words["chart_says"], headings[up] ?? "", headings[across] ?? "");
    const width = Math.max(Math.min(drawing.clientWidth || 700, 1100), 280);
    const inside: (Element | string)[] = [element("h3", "", label)];
    inside.push(kind === "bars" ? bars(points, width, language, label) : line(points, width, language, label));
    if (cut) inside.push(element("p", "note", said(words["chart_cut"], figure(MOST[kind], language))));
    if (left) inside.push(element("p", "note", said(words["chart_left"], figure(left, language))));
    drawing.replaceChildren(...inside);
  }

  private ordered(): readonly (readonly string[])[] {
    return this.table?.rows() ?? this.answer.rows;
  }

  private save(form: string): void {
    const rows = this.ordered();
    const name = `${this.name}${this.answer.part ? `-${rows.length}` : ""}`;
    if (form === "CSV") save(`${name}.csv`, "text/csv", csv(this.setting.headings, rows));
    else if (form === "TSV") save(`${name}.tsv`, "text/tab-separated-values", tsv(this.answer.names, rows));
    else if (form === "JSON") save(`${name}.json`, "application/sparql-results+json", json(this.answer.names, rows));
    else save(`${name}.ttl`, "text/turtle", turtle(rows));
  }

  /** Make ready to be printed; tell how many rows are, when that is not all. */
  print(): void {
    const most = this.table?.print();
    const { words, language } = this.setting;
    if (most) this.pane.append(element("p", "warn printed", said(words["printed"], figure(most, language))));
  }

  printed(): void {
    this.pane.querySelector(".printed")?.remove();
    this.table?.printed();
  }
}
