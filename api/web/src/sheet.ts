/** The island of Lược đồ: every state is an address; a click asks for the next one and redraws. */

import { Drawing } from "./sheet/draw";
import { remeasure } from "./sheet/measure";
import { asPng, asSvg, fileName, offer, standalone } from "./sheet/save";
import { Search } from "./sheet/search";
import type { Layout } from "./sheet/shapes";
import { TimeLine } from "./sheet/time";
import { View } from "./sheet/view";

const SEEN = 60; // milliseconds after which a drawing has been seen, if no frame tells
const AT_ONCE = 40; // cards outside the frame that are drawn between two frames
const STEP = 20; // the server lays out at widths of whole steps
const HANDLED = ["click", "auxclick", "contextmenu", "dragstart", "keydown", "beforeprint"]; // these need all of the drawing
const PARTS = ["facets", "crumb", "panel"] as const;

class Sheet {
  private readonly view: View;
  private readonly time: TimeLine;
  private readonly drawing = new Drawing();
  private asked: AbortController | undefined;
  private layout: Layout | undefined;
  private root = "";
  private legends = "";
  private width = 0;

  constructor(private readonly frame: HTMLElement) {
    const heading = document.querySelector("h1")?.textContent.trim() ?? "";
    this.view = new View(frame, heading);
    const line = must("#time");
    const words = { asOf: line.dataset["asof"] ?? "", today: line.dataset["today"] ?? "", later: line.dataset["later"] ?? "" };
    this.time = new TimeLine(line, words, spelled, (day) => this.lookFrom(day));
    const field = document.querySelector<HTMLInputElement>("#q");
    if (field) new Search(field, (address) => this.openHit(address));
    this.listen();
  }

  /** Ask for the drawing of an address, and for the rest of the page where it changed. */
  async show(address: string, whole: boolean, fresh = false): Promise<void> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    this.frame.classList.add("busy");
    this.frame.setAttribute("aria-busy", "true");
    try {
      const layout = await this.fetchLayout(address, asked.signal);
      this.draw(layout, fresh || new URL(address, location.href).searchParams.get("doc") !== this.root);
      this.root = new URL(address, location.href).searchParams.get("doc") ?? "";
      await this.complete(asked.signal);
      // The drawing is seen first; one server would make both later if it were asked for both at once.
      if (whole) {
        replaceParts(await fetchPage(address, asked.signal));
        this.view.revealChosen();
      }
    } catch (error) {
      if ((error as Error).name === "AbortError") return;
      this.fail(address, whole);
    }
    this.frame.classList.remove("busy");
    this.frame.removeAttribute("aria-busy");
  }

  private async fetchLayout(address: string, signal: AbortSignal): Promise<Layout> {
    this.width = Math.floor(this.frame.clientWidth / STEP) * STEP;
    const query = new URL(address, location.href).searchParams;
    query.set("rong", String(this.width));
    const answer = await fetch(`${this.frame.dataset["layout"]}?${query}`, { signal, headers: { accept: "application/json" } });
    if (!answer.ok) throw new Error(String(answer.status));
    return (await answer.json()) as Layout;
  }

  /** Draw the same again: text is as wide as the font that has arrived makes it. */
  redraw(): void {
    this.drawing.forget();
    this.time.forget();
    if (!this.layout) return;
    this.draw(this.layout, false);
    void seen().then(() => this.drawing.settle());
  }

  private draw(layout: Layout, fresh: boolean): void {
    performance.mark("cascade-drawing");
    this.layout = layout;
    this.frame.querySelectorAll(".wait, .failed").forEach((one) => one.remove());
    const near = this.view.near(fresh); // first what is measured, while nothing has to be laid out for it
    this.time.show(layout.time);
    this.view.show(() => this.drawing.show(layout, near), layout, fresh);
    this.legend(layout);
    performance.measure("cascade-drawn", "cascade-drawing");
  }

  /** When what is in the frame has been seen, draw the rest in pieces that let frames pass. */
  private async complete(signal: AbortSignal): Promise<void> {
    await seen();
    while (!signal.aborted && this.drawing.more(AT_ONCE)) await seen();
    signal.throwIfAborted();
    this.drawing.settle();
    performance.measure("cascade-whole", "cascade-drawing");
  }

  private legend(layout: Layout): void {
    const said = JSON.stringify([layout.legend, !layout.documents]);
    if (said === this.legends) return;
    this.legends = said;
    const key = document.createElement("ul");
    key.className = "key";
    key.append(...layout.legend.map(([kind, said]) => {
      const item = document.createElement("li");
      item.className = kind;
      item.textContent = said;
      return item;
    }));
    document.querySelector(".key")?.remove();
    if (layout.documents) this.frame.after(key);
  }

  private fail(address: string, whole: boolean): void {
    this.frame.querySelectorAll(".wait, .failed").forEach((one) => one.remove());
    const said = document.createElement("p");
    said.className = "failed";
    said.setAttribute("role", "alert");
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = this.frame.dataset["retry"] ?? "";
    again.addEventListener("click", () => void this.show(address, whole));
    said.append(`${this.frame.dataset["failed"] ?? ""} `, again);
    this.frame.append(said);
  }

  go(address: string): void {
    history.pushState(null, "", address);
    void this.show(address, true);
  }

  private lookFrom(day: string): void {
    const address = new URL(location.href);
    address.searchParams.set("ngay", day);
    this.go(address.pathname + address.search);
  }

  private openHit(address: string): void {
    const path = new URL(address, location.href);
    const id = path.pathname.startsWith("/id/") ? decodeURIComponent(path.pathname.slice(4)) : null;
    if (!id) {
      location.href = address;
      return;
    }
    const language = path.searchParams.get("lang");
    location.href = `/luoc-do?${new URLSearchParams({ doc: BASE + id, ...(language ? { lang: language } : {}) })}`;
  }

  private listen(): void {
    for (const kind of HANDLED) addEventListener(kind, () => this.drawing.settle(), { capture: true });
    document.addEventListener("click", (event) => this.clicked(event));
    document.addEventListener("keydown", (event) => this.key(event));
    addEventListener("popstate", () => void this.show(location.pathname + location.search, true));
    document.querySelector("#ngay")?.addEventListener("change", (event) => {
      const day = (event.target as HTMLInputElement).value;
      if (/^\d{4}-\d\d-\d\d$/.test(day) && !day.startsWith("0")) this.lookFrom(day);
    });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.resized(), 150);
    }).observe(this.frame);
    this.frame.addEventListener("pointermove", (event) => this.tip(event));
    this.frame.addEventListener("pointerleave", () => this.frame.querySelector(".tip")?.remove());
  }

  private resized(): void {
    if (!this.layout) return;
    if (Math.floor(this.frame.clientWidth / STEP) * STEP !== this.width) void this.show(location.pathname + location.search, false, true);
    else this.time.show(this.layout.time);
  }

  private clicked(event: MouseEvent): void {
    const target = event.target as Element;
    const plain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey && !event.button;
    const link = target.closest("a[data-state]");
    const address = link?.getAttribute("href");
    if (link && address && plain) {
      event.preventDefault();
      this.go(address);
      return;
    }
    const button = target.closest("button");
    const way = button?.dataset["zoom"];
    if (way === "in" || way === "out") this.view.scale(way);
    else if (way === "fit") this.view.fit();
    const kind = button?.dataset["save"];
    if (kind === "svg" || kind === "png") void this.save(kind);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    const address = new URL(location.href);
    if (!address.searchParams.has("chon")) return;
    address.searchParams.delete("chon");
    this.go(address.pathname + address.search);
  }

  private async save(kind: "svg" | "png"): Promise<void> {
    const { width, height } = this.frame.getBoundingClientRect();
    const drawing = standalone(this.view.svg, Math.round(width), Math.round(height), this.view.transform);
    const name = fileName(this.frame.dataset["name"] ?? "", kind);
    offer(kind === "svg" ? asSvg(drawing) : await asPng(drawing), name);
  }

  private tip(event: PointerEvent): void {
    const stop = (event.target as Element).closest<SVGElement>("[data-tip]");
    let tip = this.frame.querySelector<HTMLElement>(".tip");
    if (!stop || event.pointerType === "touch") {
      tip?.remove();
      return;
    }
    if (!tip) {
      tip = document.createElement("div");
      tip.className = "tip";
      tip.setAttribute("aria-hidden", "true");
      this.frame.append(tip);
    }
    tip.textContent = stop.dataset["tip"] ?? "";
    const frame = this.frame.getBoundingClientRect();
    const x = Math.min(event.clientX - frame.left + 12, frame.width - tip.offsetWidth - 8);
    const below = event.clientY - frame.top + 18;
    const y = below + tip.offsetHeight > frame.height ? below - tip.offsetHeight - 30 : below;
    tip.style.setProperty("left", `${Math.max(x, 4)}px`);
    tip.style.setProperty("top", `${y}px`);
  }
}

const BASE = document.querySelector<HTMLElement>("#drawing")?.dataset["base"] ?? "";

function must(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** Wait until what is drawn is painted; where no frame comes, as in a hidden page, a little while. */
function seen(): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(done, SEEN);
    requestAnimationFrame(() => setTimeout(() => {
      clearTimeout(late);
      done();
    }));
  });
}

/** Spell a day as the page does: `22-12-2024`, in English `22 December 2024`. */
function spelled(day: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (document.documentElement.lang !== "en") return `${Number(date)}-${Number(month)}-${year}`;
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(Date.parse(day));
}

async function fetchPage(address: string, signal: AbortSignal): Promise<Document> {
  const answer = await fetch(address, { signal, headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Take over what another state of this page says; its focus stays where it was. */
function replaceParts(page: Document): void {
  const held = document.activeElement;
  const place = PARTS.map((id) => document.getElementById(id)).find((part) => part?.contains(held));
  const index = place ? [...place.querySelectorAll("a, summary")].indexOf(held as Element) : -1;
  for (const id of PARTS) {
    const [old, now] = [document.getElementById(id), page.getElementById(id)];
    if (old && now) old.replaceChildren(...document.adoptNode(now).childNodes);
  }
  if (place && index >= 0) place.querySelectorAll<HTMLElement>("a, summary")[index]?.focus();
  document.title = page.title;
  for (const link of ["a.lang", "#nowadays", ".tools a"]) {
    const [old, now] = [document.querySelector<HTMLElement>(link), page.querySelector<HTMLElement>(link)];
    if (!old || !now) continue;
    old.setAttribute("href", now.getAttribute("href") ?? "");
    old.hidden = now.hidden;
  }
  const [day, shown] = [document.querySelector<HTMLInputElement>("#ngay"), page.querySelector<HTMLInputElement>("#ngay")];
  if (day && shown) day.value = shown.value;
  document.querySelector(".sheet")?.classList.toggle("chosen", !!page.querySelector("#panel .chain"));
}

async function begin(): Promise<void> {
  const frame = must("#drawing");
  const narrowing = document.querySelector<HTMLDetailsElement>(".narrowing");
  if (narrowing && matchMedia("(max-width: 760px)").matches) narrowing.open = false;
  document.querySelector(".sheet")?.classList.toggle("chosen", !!document.querySelector("#panel .chain"));
  const sheet = new Sheet(frame);
  await sheet.show(location.pathname + location.search, false, true);
  document.fonts.addEventListener("loadingdone", () => {
    if (remeasure()) sheet.redraw();
  });
}

void begin();
