import { expect, test } from "vitest";

import { make } from "../../api/web/src/sheet/elements";
import { Keeper } from "../../api/web/src/sheet/keeper";
import { nearTo, type Near } from "../../api/web/src/sheet/window";

interface Thing {
  readonly id: string;
  readonly look: string;
  readonly href: string;
  readonly box: { x: number; y: number; w: number; h: number };
}

const UPPER: Near = ({ y }) => y < 100;

function thing(id: string, y: number, look = "", href = "/a"): Thing {
  return { id, look, href, box: { x: 0, y, w: 10, h: 10 } };
}

function keeper(): { show: (all: readonly Thing[], near?: Near) => void; kept: Keeper<Thing>; ids: () => string[]; of: (id: string) => Element | null } {
  const kept = new Keeper<Thing>((one) => one.id, (one) => [one.href]);
  return {
    kept,
    show: (all, near = UPPER) => kept.show(all, (one) => one.look, (one) => make("a", { id: one.id, href: one.href, tabindex: -1, class: one.look }), near),
    ids: () => [...kept.group.children].map((one) => one.id),
    of: (id) => kept.group.querySelector(`#${id}`),
  };
}

test("what is far from the frame waits, then comes in pieces and in the order of reading", () => {
  const { kept, show, ids } = keeper();
  show([thing("a", 900), thing("b", 0), thing("c", 800), thing("d", 10), thing("e", 700)]);
  expect(ids()).toEqual(["b", "d"]);
  expect(kept.more(2)).toBe(true);
  expect(ids()).toEqual(["a", "b", "c", "d"]);
  expect(kept.more(2)).toBe(false);
  expect(ids()).toEqual(["a", "b", "c", "d", "e"]);
});

test("what leaves the frame, comes into it or is gone does so at once", () => {
  const { kept, show, ids, of } = keeper();
  show([thing("leaves", 0), thing("comes", 900), thing("gone", 500)], () => true);
  show([thing("leaves", 900), thing("comes", 0)]);
  expect(ids()).toEqual(["leaves", "comes"]);
  expect(of("leaves")?.getAttribute("transform")).toBe("translate(0,900)");
  expect(of("comes")?.getAttribute("transform")).toBe("translate(0,-900)");
  expect(kept.more(9)).toBe(false);
});

test("what is far keeps its old look only until its turn comes", () => {
  const { kept, show, of, ids } = keeper();
  show([thing("a", 0), thing("far", 900, "old")], () => true);
  show([thing("a", 0), thing("far", 950, "new")]);
  expect(of("far")?.getAttribute("class")).toBe("old");
  kept.settle();
  expect(of("far")?.getAttribute("class")).toBe("new");
  expect(ids()).toEqual(["a", "far"]);
});

test("what only says something else is told so where it was drawn, once, and not drawn anew", () => {
  const kept = new Keeper<Thing>((one) => one.id, (one) => [one.href]);
  const told: string[] = [];
  const saying = { says: (one: Thing) => one.look, tell: (element: SVGElement, one: Thing, at: { y: number }) => told.push(`${element.id} ${one.look} ${at.y}`) };
  const show = (all: readonly Thing[]): void => kept.show(all, () => "", (one) => make("a", { id: one.id }), UPPER, saying);
  show([thing("a", 10, "1"), thing("b", 20, "1")]);
  const first = [...kept.group.children];
  show([thing("a", 10, "1"), thing("b", 50, "2")]);
  show([thing("a", 10, "1"), thing("b", 60, "2")]);
  expect([...kept.group.children]).toEqual(first);
  expect(told).toEqual(["b 2 20"]);
  expect(first[1]?.getAttribute("transform")).toBe("translate(0,40)");
});

test("where the keyboard stands nothing waits", () => {
  const { show, of } = keeper();
  show([thing("far", 900, "old")], () => true);
  of("far")?.setAttribute("tabindex", "0");
  show([thing("far", 900, "new")]);
  expect(of("far")?.getAttribute("class")).toBe("new");
});

test("a state shown before the last was complete is forgotten", () => {
  const { kept, show, ids } = keeper();
  show([thing("a", 0), thing("b", 900)]);
  show([thing("a", 0), thing("c", 900)]);
  kept.settle();
  expect(ids()).toEqual(["a", "c"]);
});

test("near is what a frame shows of a drawing that is moved and scaled", () => {
  const near = nearTo(400, 300, { x: 0, y: -1000, k: 0.5 });
  const at = (y: number): boolean => near({ x: 0, y, w: 10, h: 10 });
  expect([at(0), at(1700), at(2000), at(2600), at(3000)]).toEqual([false, false, true, true, false]);
});
