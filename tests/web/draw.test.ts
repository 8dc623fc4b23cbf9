import { expect, test } from "vitest";

import { drawn, Drawing, path } from "../../api/web/src/sheet/draw";
import { fileName, standalone } from "../../api/web/src/sheet/save";
import { hitsOf } from "../../api/web/src/sheet/search";
import type { Band, Bar, Card, Layout, Line } from "../../api/web/src/sheet/shapes";

const HOSTILE = `<script>alert(1)</script><img src=x onerror=alert(1)>"' onload=x`;
const box = { x: 0, y: 0, w: 100, h: 40 };
const line: Line = { id: HOSTILE, text: HOSTILE, date: HOSTILE, force: "on", unverified: true, chosen: true, href: "/luoc-do?a=1", label: HOSTILE };

function layout(href: string): Layout {
  return {
    title: HOSTILE, summary: HOSTILE, width: 400, height: 300, documents: 1,
    bands: [{ box, level: "province", label: HOSTILE, notes: [HOSTILE], empty: HOSTILE }],
    regions: [{ box, label: HOSTILE }],
    bars: [{ box, reach: box, level: "province", unit: HOSTILE, name: HOSTILE, count: 1, state: "found", open: true, href, label: HOSTILE }],
    cards: [
      { box, id: HOSTILE, kind: "root", level: "central", title: HOSTILE, notes: [HOSTILE, HOSTILE], count: "1", lines: [], more: null, force: "on", unverified: true, chosen: false, href, label: HOSTILE },
      { box, id: "u", kind: "unit", level: "province", title: HOSTILE, notes: [], count: "1", lines: [{ ...line, href }], more: { ...line, id: "more" }, force: "on", unverified: false, chosen: true, href, label: HOSTILE },
    ],
    chips: [{ box, kind: "unit", level: "none", label: HOSTILE, state: "none_found", href: null }, { box, kind: "more", level: "none", label: HOSTILE, state: "found", href }],
    captions: [{ box, text: HOSTILE }],
    links: [{ above: "a", below: HOSTILE, x1: 0, y1: 0, x2: 5, y2: 9, stated: false, chosen: true, relation: HOSTILE }],
    time: null, legend: [], follow: "/",
  };
}

test("whatever a name or a title says stays text", () => {
  const drawing = drawn(layout("/luoc-do?doc=x"));
  expect(drawing.querySelector("script, img, foreignObject, style")).toBeNull();
  for (const one of drawing.querySelectorAll("*")) {
    for (const { name } of one.attributes) expect(name).not.toMatch(/^on/);
  }
  expect(drawing.querySelectorAll("a").length).toBeGreaterThan(4);
});

test.each(["javascript:alert(1)", "//elsewhere.example/x", "https://elsewhere.example", "data:text/html,x"])("%s is no way", (href) => {
  const drawing = drawn(layout(href));
  const followed = [...drawing.querySelectorAll("a")].map((one) => one.getAttribute("href"));
  expect(followed.every((one) => one?.startsWith("/luoc-do"))).toBe(true);
});

test("a link falls from one to the other", () => {
  expect(path({ above: "", below: "", x1: 1, y1: 2, x2: 5, y2: 10, stated: true, chosen: false, relation: "" })).toBe("M1,2C1,6 5,6 5,10");
});

test("what falls from one card is one shape, stated and inferred apart, what is chosen by itself", () => {
  const one = { x1: 0, y1: 0, x2: 5, y2: 9, stated: true, chosen: false, relation: "" };
  const links = [
    { ...one, above: "a", below: "b" },
    { ...one, above: "a", below: "c", x2: 50 },
    { ...one, above: "a", below: "d", stated: false },
    { ...one, above: "e", below: "f" },
    { ...one, above: "a", below: "g", chosen: true },
  ];
  const found = [...drawn({ ...layout("/luoc-do"), links }).querySelectorAll(".d-link")];
  expect(found.map((shape) => shape.getAttribute("d")?.split("M").length)).toEqual([3, 2, 2, 2]);
  expect(found.filter((shape) => shape.classList.contains("inferred"))).toHaveLength(1);
  expect(found.filter((shape) => shape.classList.contains("chosen"))).toHaveLength(1);
});

test("a drawing that changes keeps what stays the same", () => {
  const drawing = new Drawing();
  const first = layout("/luoc-do?mo=a");
  drawing.show(first);
  const before = [...drawing.group.querySelectorAll(".d-card")];
  drawing.show({ ...first, cards: first.cards.map((card) => ({ ...card, href: "/luoc-do?mo=b", box: { ...card.box, y: 70 } })) });
  drawing.settle();
  const after = [...drawing.group.querySelectorAll(".d-card")];
  expect(after).toEqual(before);
  expect(after.map((card) => card.getAttribute("transform"))).toEqual(["translate(0,70)", "translate(0,70)"]);
  expect(after.map((card) => (card.closest("a") ?? card.querySelector("a"))?.getAttribute("href"))).toEqual(["/luoc-do?mo=b", "/luoc-do?mo=b"]);
});

test("what an expansion tells of cards and bars is told where they stand, as if they were drawn anew", () => {
  const words = { title: "Kế hoạch triển khai", notes: ["Tỉnh", "ngày"], label: "trước" };
  const first = layout("/luoc-do");
  const before = { ...first, cards: [...first.cards, { ...(first.cards[0] as Card), kind: "document" as const, id: "d" }].map((card) => ({ ...card, ...words })) };
  const now = {
    ...before,
    cards: before.cards.map((card) => ({ ...card, count: "12345", label: "sau" })),
    bars: before.bars.map((bar) => ({ ...bar, count: 0, open: false, state: "reported", label: "sau", box: { ...box, h: 60 }, reach: { ...box, y: 3, w: 90 } })),
  };
  const drawing = new Drawing();
  drawing.show(before);
  const stands = [...drawing.group.querySelectorAll(".d-card, .d-bar, .d-card text, .d-bar rect")];
  drawing.show(now);
  expect([...drawing.group.querySelectorAll(".d-card, .d-bar, .d-card text, .d-bar rect")]).toEqual(stands);
  expect(drawing.group.outerHTML).toBe(drawn(now).outerHTML);
  expect(drawing.group.outerHTML).not.toBe(drawn(before).outerHTML);
});

test("a bar that moved and grew stands where it would be drawn", () => {
  const first = layout("/luoc-do");
  const [bar] = first.bars as [Bar];
  const drawing = new Drawing();
  drawing.show(first);
  drawing.show({ ...first, bars: [{ ...bar, count: 2, label: "sau", box: { ...box, y: 30, h: 50 }, reach: { ...box, y: 25 } }] });
  const [moved] = drawing.group.querySelectorAll(".d-bar");
  expect(moved?.getAttribute("transform")).toBe("translate(0,30)");
  expect([...(moved?.children ?? [])].map((rect) => [rect.getAttribute("y"), rect.getAttribute("height")])).toEqual([["-5", "40"], ["0", "50"]]);
});

test("of the bands only the one that says something else is drawn anew", () => {
  const first = layout("/luoc-do");
  const bands = ["province", "commune"].map((level) => ({ ...(first.bands[0] as Band), level }));
  const drawing = new Drawing();
  drawing.show({ ...first, bands });
  const stood = [...drawing.group.querySelectorAll(".d-band")];
  drawing.show({ ...first, bands: bands.map((band) => (band.level === "commune" ? { ...band, notes: ["2"] } : band)) });
  expect([...drawing.group.querySelectorAll(".d-band")].map((one) => stood.includes(one))).toEqual([true, false]);
});

test("what says the same is not drawn anew, and is after the letters have changed", () => {
  const drawing = new Drawing();
  const parts = (): Element[] => [...drawing.group.querySelectorAll(".d-band, .d-region, .d-bar, .d-card, .d-chip")];
  drawing.show(layout("/luoc-do"));
  const first = parts();
  drawing.show(layout("/luoc-do"));
  expect(parts().every((one, place) => one === first[place])).toBe(true);
  drawing.forget();
  drawing.show(layout("/luoc-do"));
  expect(parts()).toHaveLength(first.length);
  expect(parts().some((one) => first.includes(one))).toBe(false);
});

test("what stands alone leads nowhere and loads nothing", () => {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.append(drawn(layout("/luoc-do?doc=x")));
  document.body.append(svg);
  const copy = standalone(svg, 400, 300);
  expect(copy.querySelector("a, image, use, style, script")).toBeNull();
  expect(new XMLSerializer().serializeToString(copy)).not.toContain("href");
  expect(copy.textContent).toContain("alert(1)");
});

test("names of files keep letters, and nothing that a file system reads", () => {
  expect(fileName("18-NQ/TW@XII", "svg")).toBe("18-NQ-TW@XII.svg");
  expect(fileName("../..//\u0000", "png")).toBe("luoc-do.png");
  expect(fileName("06-CTr/TU@Hà Nội@2026", "png")).toBe("06-CTr-TU@Hà-Nội@2026.png");
});

test("hits are read from the search page with their marks, foreign addresses left out", () => {
  const html = `<ol class="hits"><li class="lv-central"><span class="what"><a href="/id/document/a"><mark>Nghị</mark> quyết<script>x</script></a> <span class="by">Bộ</span></span><span class="when">1-1-2025</span><span class="about">về <b>a</b></span></li>
    <li><span class="what"><a href="//e.org/x">x</a></span></li><li><span class="what"><span>Bộ Chính trị</span></span></li></ol>`;
  const [hit, ...rest] = hitsOf(html);
  expect(rest).toHaveLength(0);
  expect(hit?.address).toBe("/id/document/a");
  expect(hit?.day).toBe("Bộ · 1-1-2025");
  expect(hit?.name.querySelectorAll("mark")).toHaveLength(1);
  expect(hit?.name.querySelector("script")).toBeNull();
});
