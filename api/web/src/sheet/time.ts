/** The line of time below the drawing, and the cursor that says from when it is looked at. */

import { classes, make } from "./elements";
import { widthIn } from "./measure";
import type { Time } from "./shapes";

const DAY = 86_400_000;
const TOP = 22;
const LEFT = 136;
const RIGHT = 20;
const FOOT = 34;
const BOLD = "600 11px Inter, sans-serif";

export interface TimeWords {
  readonly asOf: string;
  readonly today: string;
  readonly later: string;
}

/** Return how far along a line of time a day stands, from 0 to 1. */
export function along(time: Pick<Time, "start" | "end">, day: string): number {
  const start = Date.parse(time.start);
  return Math.min(1, Math.max(0, (Date.parse(day) - start) / (Date.parse(time.end) - start)));
}

/** Return the day at a place of a line of time, as `2025-06-30`. */
export function dayAt(time: Pick<Time, "start" | "end">, place: number): string {
  const start = Date.parse(time.start);
  const reach = Date.parse(time.end) - start;
  const day = start + Math.round((Math.min(1, Math.max(0, place)) * reach) / DAY) * DAY;
  return new Date(day).toISOString().slice(0, 10);
}

/** Return a day so many days or months later. */
export function moved(day: string, days: number, months = 0): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + months);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

export class TimeLine {
  private time: Time | null = null;
  private cursor = "";
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private said = "";

  constructor(
    private readonly frame: HTMLElement,
    private readonly words: TimeWords,
    private readonly spell: (day: string) => string,
    private readonly choose: (day: string) => void,
  ) {}

  show(time: Time | null): void {
    this.time = time;
    const held = document.activeElement?.classList.contains("t-cursor") ?? false;
    if (!time) {
      this.frame.replaceChildren();
      this.said = "";
      return;
    }
    const { width, height } = this.frame.getBoundingClientRect();
    const said = JSON.stringify([time, width, height]);
    if (said === this.said && this.waiting === undefined) return;
    this.said = said;
    if (this.waiting === undefined) this.cursor = time.cursor ?? time.today;
    this.frame.replaceChildren(this.drawn(time));
    if (held) this.frame.querySelector<SVGElement>(".t-cursor")?.focus();
  }

  /** Draw it anew next time, though it may say the same. */
  forget(): void {
    this.said = "";
  }

  private drawn(time: Time): SVGSVGElement {
    const { width, height } = this.frame.getBoundingClientRect();
    const left = width < 520 ? 118 : LEFT;
    const reach = Math.max(width - left - RIGHT, 40);
    const x = (place: number): number => left + place * reach;
    const base = height - FOOT;
    const gap = (base - TOP) / Math.max(time.rows.length, 1);
    const at = time.cursor ? along(time, time.cursor) : null;
    const ticks = time.ticks.filter(([place]) => x(place) > left + 14 && x(place) < width - 24);
    const svg = make("svg", {},
      ...(at === null ? [] : [make("rect", { x: x(at), y: TOP - 4, width: x(1) - x(at), height: base - TOP + 4, class: "t-later" })]),
      ...time.rows.flatMap((row, place) => {
        const y = TOP + gap * (place + 0.5);
        const tall = Math.min(8, gap * 0.42);
        return [
          make("line", { x1: left, x2: x(1), y1: y, y2: y, class: "t-rail" }),
          make("text", { x: 14, y: y + 4, class: classes("d-bandname", `lv-${row.level}`) }, row.label),
          make("g", { class: `lv-${row.level}`, "aria-hidden": "true" },
            ...row.days.map(([day, count]) => make("line", {
              x1: x(day), x2: x(day), y1: y - tall * weight(count), y2: y + tall * weight(count),
              class: classes("t-day", at !== null && day > at && "later"),
            }))),
        ];
      }),
      make("line", { x1: left, x2: x(1), y1: base, y2: base, class: "t-axis" }),
      ...ticks.flatMap(([place, name]) => [
        make("line", { x1: x(place), x2: x(place), y1: base, y2: base + 4, class: "t-axis" }),
        make("text", { x: x(place), y: base + 16, "text-anchor": "middle" }, name),
      ]),
      ...this.root(time, x, base, at),
      ...(time.undated ? [make("text", { x: x(1), y: height - 4, "text-anchor": "end" }, time.undated)] : []),
      this.handle(x(along(time, this.cursor)), base, width, at === null),
    );
    this.listen(svg, left, reach);
    return svg;
  }

  private root(time: Time, x: (place: number) => number, base: number, at: number | null): SVGElement[] {
    if (!time.root) return [];
    const [place, label] = time.root;
    const line = make("line", { x1: x(place), x2: x(place), y1: TOP - 6, y2: base, class: "t-day root" });
    const width = widthIn(BOLD);
    const said = width(`${this.words.asOf} ${this.spell(this.cursor)}`);
    const cursor = x(at ?? along(time, this.cursor));
    if (cursor - x(place) < width(label) + said + (at === null ? 90 : 24)) return [line];
    return [line, make("text", { x: x(place) + 4, y: 12, class: "t-root" }, label)];
  }

  private handle(x: number, base: number, width: number, today: boolean): SVGGElement {
    const said = `${this.words.asOf} ${this.spell(this.cursor)}${today ? ` (${this.words.today})` : ""}`;
    const left = x > width - 230;
    const late = !today && x < width - 170;
    return make("g", {
      class: "t-cursor", tabindex: 0, role: "slider", "aria-label": this.words.asOf, "aria-orientation": "horizontal",
      "aria-valuemin": 0, "aria-valuemax": 1000, "aria-valuenow": Math.round(1000 * along(this.time ?? { start: "", end: "" }, this.cursor)),
      "aria-valuetext": said,
    },
      make("line", { x1: x, x2: x, y1: 15, y2: base }),
      make("rect", { x: x - 5, y: base - 5, width: 10, height: 10 }),
      make("text", { x: left ? x - 6 : x + 6, y: 12, "text-anchor": left || late ? "end" : "start", ...(late ? { x: x - 6 } : {}) }, said),
      ...(late ? [make("text", { x: x + 8, y: 12, class: "t-note" }, this.words.later)] : []),
    );
  }

  private listen(svg: SVGSVGElement, left: number, reach: number): void {
    const place = (event: PointerEvent): number => (event.clientX - svg.getBoundingClientRect().left - left) / reach;
    const handle = svg.querySelector<SVGGElement>(".t-cursor");
    if (!handle) return;
    let pulled = false;
    svg.addEventListener("pointerdown", (event) => {
      if (event.button || place(event) < -0.02) return;
      pulled = true;
      svg.setPointerCapture(event.pointerId);
      this.slide(handle, place(event), left, reach);
    });
    svg.addEventListener("pointermove", (event) => pulled && this.slide(handle, place(event), left, reach));
    svg.addEventListener("pointerup", () => {
      if (!pulled) return;
      pulled = false;
      this.choose(this.cursor);
    });
    handle.addEventListener("keydown", (event) => this.key(event, handle, left, reach));
  }

  private slide(handle: SVGGElement, place: number, left: number, reach: number): void {
    if (!this.time) return;
    this.forget();
    this.cursor = dayAt(this.time, place);
    const x = left + along(this.time, this.cursor) * reach;
    const line = handle.querySelector("line");
    line?.setAttribute("x1", String(x));
    line?.setAttribute("x2", String(x));
    handle.querySelector("rect")?.setAttribute("x", String(x - 5));
    const said = handle.querySelector("text");
    if (said) {
      said.textContent = `${this.words.asOf} ${this.spell(this.cursor)}`;
      const end = said.getAttribute("text-anchor") === "end" && x > 160;
      said.setAttribute("text-anchor", end ? "end" : "start");
      said.setAttribute("x", String(end ? x - 6 : x + 6));
    }
    handle.querySelector(".t-note")?.remove();
    handle.setAttribute("aria-valuetext", `${this.words.asOf} ${this.spell(this.cursor)}`);
  }

  private key(event: KeyboardEvent, handle: SVGGElement, left: number, reach: number): void {
    if (!this.time) return;
    const steps: Readonly<Record<string, string>> = {
      ArrowLeft: moved(this.cursor, -1), ArrowDown: moved(this.cursor, -1),
      ArrowRight: moved(this.cursor, 1), ArrowUp: moved(this.cursor, 1),
      PageDown: moved(this.cursor, 0, -1), PageUp: moved(this.cursor, 0, 1),
      Home: this.time.start, End: this.time.end,
    };
    const day = steps[event.key];
    if (day === undefined) return;
    event.preventDefault();
    this.slide(handle, along(this.time, day), left, reach);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.waiting = undefined;
      this.choose(this.cursor);
    }, 450);
  }
}

/** How tall a stroke is for so many documents: all can be told from one, few from many. */
function weight(count: number): number {
  return Math.min(1, 0.62 + 0.14 * Math.log2(count));
}
