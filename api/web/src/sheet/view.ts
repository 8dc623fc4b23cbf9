/** Moves and scales the drawing, and leads through it by keyboard. */

import { select, type Selection } from "d3-selection";
import { zoom, zoomIdentity, zoomTransform, type ZoomBehavior, type ZoomTransform } from "d3-zoom";

import { make } from "./elements";
import type { Layout } from "./shapes";
import { nearTo, type Near } from "./window";

const FAR = 0.55; // below this scale text cannot be read and is not drawn
const STEP = 1.3;
const MARGIN = 24;
const BEYOND = 40; // bands reach a little farther than the drawing is wide
const REST = 180; // milliseconds without a change of scale after which the picture is sharp again

/**
 * The drawing is one picture that lies on a stage. Only the stage moves: what was painted is then
 * moved and scaled as it is, and nothing in the drawing is laid out or painted anew until it rests.
 */
export class View {
  readonly svg: SVGSVGElement;
  private readonly window = document.createElement("div");
  private readonly stage = document.createElement("div");
  private readonly picture: Selection<HTMLDivElement, unknown, null, undefined>;
  private readonly zooming: ZoomBehavior<HTMLDivElement, unknown>;
  private layout: Layout | undefined;
  private scaled = 1;
  private resting: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly frame: HTMLElement, label: string) {
    this.svg = make("svg", { role: "group", "aria-label": label, tabindex: -1 });
    this.window.className = "d-window";
    this.stage.className = "d-stage";
    this.window.append(this.stage);
    this.stage.append(this.svg);
    this.picture = select<HTMLDivElement, unknown>(this.window);
    this.zooming = zoom<HTMLDivElement, unknown>()
      .scaleExtent([0.08, 4])
      .filter((event: Event) => wanted(event))
      .on("zoom", (event: { transform: ZoomTransform }) => this.moved(event.transform));
    this.picture.call(this.zooming).on("dblclick.zoom", null).on("wheel.pan", (event: WheelEvent) => this.wheel(event));
    addEventListener("beforeprint", () => this.printing(true));
    addEventListener("afterprint", () => this.printing(false));
    this.svg.addEventListener("keydown", (event) => this.key(event));
    this.svg.addEventListener("focusin", (event) => this.reveal(event.target as Element));
  }

  /** Where the drawing lies, as an attribute of SVG says it. */
  get transform(): string {
    return zoomTransform(this.window).toString();
  }

  /** Tell what of a drawing is seen, or nearly, from where the reader stands; from its beginning if it is fresh. */
  near(fresh: boolean): Near {
    return nearTo(this.frame.clientWidth, this.frame.clientHeight, fresh ? zoomIdentity : zoomTransform(this.window));
  }

  /** Show a drawing; where the reader stands is kept unless it is another lineage. */
  show(draw: () => SVGGElement, layout: Layout, fresh: boolean): void {
    const held = document.activeElement?.closest("[data-stop]")?.getAttribute("data-id");
    const drawing = draw(); // takes away what had the focus
    this.layout = layout;
    if (this.svg.firstChild !== drawing) this.svg.replaceChildren(drawing);
    for (const stop of drawing.querySelectorAll('[tabindex="0"]')) stop.setAttribute("tabindex", "-1");
    if (!this.window.isConnected) this.frame.append(this.window);
    this.bounds();
    if (fresh) this.picture.call(this.zooming.transform, zoomIdentity);
    else this.moved(zoomTransform(this.window));
    this.firstStop(held ?? undefined);
  }

  /** On paper the whole drawing is as wide as the sheet. */
  private printing(now: boolean): void {
    if (now && this.layout) this.svg.setAttribute("viewBox", `0 0 ${this.layout.width + BEYOND} ${this.layout.height}`);
    else this.svg.removeAttribute("viewBox");
  }

  scale(way: "in" | "out"): void {
    this.picture.call(this.zooming.scaleBy, way === "in" ? STEP : 1 / STEP);
  }

  /** Fit the whole drawing into the frame. */
  fit(): void {
    if (!this.layout) return;
    const { width, height } = this.frame.getBoundingClientRect();
    const scale = Math.min(1, width / this.layout.width, height / this.layout.height);
    const left = (width - this.layout.width * scale) / 2;
    this.picture.call(this.zooming.transform, zoomIdentity.translate(left, 0).scale(scale));
  }

  /** Bring something into the frame. */
  reveal(target: Element): void {
    const stop = target.closest("[data-stop], .chosen");
    if (!stop) return;
    const at = stop.getBoundingClientRect();
    const frame = this.frame.getBoundingClientRect();
    const past = (low: number, high: number, from: number, to: number): number => {
      if (low < from + MARGIN) return from + MARGIN - low;
      return high > to - MARGIN ? Math.max(to - MARGIN - high, from + MARGIN - low) : 0;
    };
    const x = past(at.left, at.right, frame.left, frame.right);
    const y = past(at.top, at.bottom, frame.top, frame.bottom);
    if (!x && !y) return;
    const { k } = zoomTransform(this.window);
    this.picture.call(this.zooming.translateBy, x / k, y / k);
  }

  revealChosen(): void {
    const chosen = this.svg.querySelector("[aria-current]");
    if (chosen) this.reveal(chosen);
  }

  focusChosen(): void {
    const chosen = this.svg.querySelector<SVGElement>("[aria-current]");
    if (chosen) this.stand(chosen);
  }

  private bounds(): void {
    if (!this.layout) return;
    const { width, height } = this.layout;
    this.zooming.translateExtent([
      [-width * 0.25, -80],
      [width * 1.25, height + 160],
    ]);
  }

  private moved({ x, y, k }: ZoomTransform): void {
    if (k !== this.scaled) this.scales();
    this.scaled = k;
    // Whole pixels: what is only moved is then the same picture.
    this.stage.style.transform = `translate3d(${Math.round(x)}px, ${Math.round(y)}px, 0) scale(${k})`;
    if (this.resting === undefined) this.rest();
  }

  /** While the scale changes the picture is stretched as it was painted. */
  private scales(): void {
    this.stage.classList.add("scaling");
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
  }

  private rest(): void {
    this.resting = undefined;
    this.stage.classList.remove("scaling");
    this.stage.classList.toggle("far", this.scaled < FAR);
  }

  private wheel(event: WheelEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const unit = event.deltaMode === 1 ? 18 : 1;
    const { k } = zoomTransform(this.window);
    const [x, y] = event.shiftKey && !event.deltaX ? [event.deltaY, 0] : [event.deltaX, event.deltaY];
    this.picture.call(this.zooming.translateBy, (-x * unit) / k, (-y * unit) / k);
  }

  private stops(): SVGElement[] {
    return [...this.svg.querySelectorAll<SVGElement>("[data-stop]")];
  }

  private firstStop(id: string | undefined): void {
    const stops = this.stops();
    const same = id === undefined ? undefined : stops.find((stop) => stop.dataset["id"] === id);
    const first = same ?? stops.find((stop) => stop.hasAttribute("aria-current")) ?? stops.find((stop) => stop.classList.contains("root")) ?? stops[0];
    first?.setAttribute("tabindex", "0");
    if (same) same.focus();
  }

  private stand(stop: SVGElement): void {
    for (const other of this.svg.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
    stop.focus();
  }

  private key(event: KeyboardEvent): void {
    const way = WAYS[event.key];
    const held = (event.target as Element).closest<SVGElement>("[data-stop]");
    if (event.key === "+" || event.key === "=") this.scale("in");
    else if (event.key === "-") this.scale("out");
    else if (event.key === "0") this.fit();
    else if (event.key === "Home") this.goTo(this.stops()[0]);
    else if (event.key === "End") this.goTo(this.stops().at(-1));
    else if (event.key === "PageDown" && held) this.goTo(this.beside(held, 1));
    else if (event.key === "PageUp" && held) this.goTo(this.beside(held, -1));
    else if (way && held) this.goTo(nearest(held, this.stops(), way));
    else if (event.key === " " && held) held.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
    else return;
    event.preventDefault();
  }

  /** Return the next stop in the order of reading, or the one before. */
  private beside(held: SVGElement, step: number): SVGElement | undefined {
    const stops = this.stops();
    return stops[stops.indexOf(held) + step];
  }

  private goTo(stop: SVGElement | undefined): void {
    if (stop) this.stand(stop);
  }
}

function wanted(event: Event): boolean {
  if (event.type === "wheel") return (event as WheelEvent).ctrlKey || (event as WheelEvent).metaKey;
  return !("button" in event) || !(event as MouseEvent).button;
}

type Way = readonly [x: number, y: number];

const WAYS: Readonly<Record<string, Way>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Return what stands nearest in a direction: what is off to the side counts as farther away. */
export function nearest<Stop extends { getBoundingClientRect(): DOMRect }>(
  from: Stop,
  stops: readonly Stop[],
  [dx, dy]: Way,
): Stop | undefined {
  const start = middle(from.getBoundingClientRect());
  let best: Stop | undefined;
  let least = Infinity;
  for (const stop of stops) {
    if (stop === from) continue;
    const end = middle(stop.getBoundingClientRect());
    const along = (end.x - start.x) * dx + (end.y - start.y) * dy;
    if (along <= 1) continue;
    const aside = Math.abs((end.x - start.x) * dy) + Math.abs((end.y - start.y) * dx);
    if (dx && aside > 1.5 * along) continue; // a row is not left sideways
    const far = along + 2.5 * aside;
    if (far < least) [best, least] = [stop, far];
  }
  return best;
}

function middle(box: DOMRect): { x: number; y: number } {
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
