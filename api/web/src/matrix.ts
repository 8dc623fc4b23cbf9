/**
 * The matrix of resolutions and provinces: what is pointed at lights up in table and map alike,
 * arrow keys walk the cells, a choice is shown without leaving the page, and the drawing can be
 * saved as PNG. Without it every cell and province is a plain link.
 */

import { type Direction, neighbour } from "./matrix/grid";
import { savePng } from "./matrix/picture";

const ARROWS: Record<string, Direction> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
};

const CELLS = ".grid tbody td > a";

function view(): HTMLElement | null {
  return document.getElementById("view");
}

function unitOf(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement | SVGElement>("[data-unit]")?.dataset["unit"];
}

/** Light what stands for a province, in the heading, in the selected row and on the map. */
function light(unit: string | undefined): void {
  const root = view();
  if (!root) return;
  for (const one of root.querySelectorAll(".lit")) one.classList.remove("lit");
  if (!unit) return;
  const named = `[data-unit="${CSS.escape(unit)}"]`;
  const lit = root.querySelectorAll(`thead th${named}, tr.on > td${named}, .map a${named}`);
  for (const one of lit) one.classList.add("lit");
}

/** One cell of the table is in the order of the Tab key; arrows lead to the others. */
function rove(current: HTMLAnchorElement | null): void {
  const cells = [...document.querySelectorAll<HTMLAnchorElement>(CELLS)];
  const chosen = current ?? document.querySelector<HTMLAnchorElement>(`${CELLS}[aria-current]`) ?? cells[0];
  for (const cell of cells) cell.tabIndex = cell === chosen ? 0 : -1;
}

function walk(event: KeyboardEvent): void {
  const direction = ARROWS[event.key];
  const cell = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>(CELLS) : null;
  if (!direction || !cell || event.ctrlKey || event.metaKey || event.altKey) return;
  const rows = [...document.querySelectorAll(".grid tbody tr")].map((row) => [...row.querySelectorAll<HTMLAnchorElement>("td > a")]);
  const next = neighbour(rows, cell, direction);
  if (!next) return;
  event.preventDefault();
  rove(next);
  next.focus();
}

/** In which part of the view a link stands: headings and cells can lead to the same address. */
function part(link: Element): string {
  return [".map", "thead", "td", "tbody"].find((one) => link.closest(one)) ?? "";
}

/** Where the focus was, told by what does not change when the page is drawn anew. */
function place(): (() => void) | undefined {
  const focused = document.activeElement;
  const address = focused instanceof HTMLAnchorElement || focused instanceof SVGAElement ? focused.getAttribute("href") : null;
  if (!focused || !address) return undefined;
  const where = part(focused);
  return () => {
    const links = [...(view()?.querySelectorAll<HTMLElement | SVGElement>("a") ?? [])];
    const same = links.find((one) => one.getAttribute("href") === address && part(one) === where);
    const chosen = links.find((one) => one.hasAttribute("aria-current") && part(one) === where);
    (same ?? chosen)?.focus({ preventScroll: true });
  };
}

async function show(address: string, push: boolean): Promise<void> {
  const root = view();
  if (!root) return;
  root.setAttribute("aria-busy", "true");
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("view");
  if (!answer.ok || !fresh) {
    location.assign(address); // the server says what is wrong, as a page
    return;
  }
  const scrolled = root.querySelector(".scroll")?.scrollLeft ?? 0;
  const back = place();
  root.replaceWith(fresh);
  document.title = page.title;
  for (const kind of [".lang", ".top nav"]) document.querySelector(kind)?.replaceWith(page.querySelector(kind) ?? "");
  if (push) history.pushState(null, "", address);
  const scroll = fresh.querySelector(".scroll");
  if (scroll) scroll.scrollLeft = scrolled;
  ready();
  back?.();
}

function follows(event: MouseEvent): HTMLElement | SVGElement | null {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement | SVGElement>(".grid a, .map a, .gaps li a, .levels a, .is a") : null;
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  return plain ? link : null;
}

function ready(): void {
  rove(null);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-png]")) {
    link.hidden = false;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      void savePng(link.href, link.dataset["png"] ?? "");
    });
  }
}

document.addEventListener("mouseover", (event) => light(unitOf(event.target)));
document.addEventListener("focusin", (event) => {
  light(unitOf(event.target));
  if (event.target instanceof HTMLAnchorElement && event.target.matches(CELLS)) rove(event.target);
});
document.addEventListener("keydown", walk);
document.addEventListener("click", (event) => {
  const address = follows(event)?.getAttribute("href");
  if (!address) return;
  event.preventDefault();
  void show(address, true);
});
addEventListener("popstate", () => void show(location.href, false));
ready();
