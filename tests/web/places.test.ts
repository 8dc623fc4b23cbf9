import { readFileSync } from "node:fs";

import { afterEach, expect, test, vi } from "vitest";

import { Labels } from "../../api/web/src/query/labels";
import { MapView } from "../../api/web/src/query/map";
import { addressOfUnit, type Atlas, beside, gathered, placed, ROWS, setOf, shadeOf, shadesOf } from "../../api/web/src/query/places";
import type { Looking } from "../../api/web/src/query/result";
import { addressOf, looking } from "../../api/web/src/query/state";

const atlas = JSON.parse(readFileSync("api/web/maps/provinces.json", "utf-8")) as Atlas;

function unit(slug: string): string {
  return `<${addressOfUnit(slug)}>`;
}

afterEach(() => vi.unstubAllGlobals());

test("columns of units are found wherever the first one stands, other addresses are none", () => {
  const rows = [["", "<https://w3id.org/cascade-vn/id/document/a>", "1"], [unit("ha-noi"), "", "2"]];
  expect(placed(rows, 3)).toEqual([0]);
});

test("the rows of one unit are added, rows without a unit or a number counted", () => {
  const rows = [[unit("ha-noi"), "2"], [unit("ha-noi"), "3"], [unit("hue"), '"x"'], ["", "4"], [unit("__proto__"), "1"]];
  const found = gathered(rows, 0, 1);
  expect(found.left).toBe(2);
  expect(found.units.get("ha-noi")).toEqual({ value: 5, rows: 2 });
  expect(gathered(rows, 0, ROWS).units.get("hue")).toEqual({ value: 1, rows: 1 });
  expect(setOf(found.units.keys(), atlas)).toBe("34");
});

test("the set is that of most units, today's where both hold as many", () => {
  expect(setOf(["ha-giang", "ha-noi"], atlas)).toBe("63");
  expect(setOf(["an-giang-2025", "ha-noi"], atlas)).toBe("34");
  expect(setOf(["ha-noi"], atlas)).toBe("34");
});

test("shades part the values, each with its own where they are few", () => {
  expect(shadesOf([3, 1, 3, 2])).toEqual([{ least: 1, most: 1 }, { least: 2, most: 2 }, { least: 3, most: 3 }]);
  const many = shadesOf(Array.from({ length: 63 }, (_, place) => place));
  expect(many).toHaveLength(5);
  expect([many[0]!.least, many[4]!.most]).toEqual([0, 62]);
  expect([0, 30, 62].map((value) => shadeOf(value, many))).toEqual([1, 3, 5]);
  expect(shadeOf(7, shadesOf([7]))).toBe(3);
});

test("arrow keys lead to a neighbour, and nowhere beyond the last", () => {
  const units = atlas.units["63"];
  expect(beside("ha-noi", units, [0, 1])).toBe("hung-yen");
  expect(beside("ca-mau", units, [0, 1])).toBeUndefined();
});

test("the address says what a map shows", () => {
  const look = looking("?xem=ban-do&noi=1&gia-tri=dong&bo=63");
  expect(look).toMatchObject({ view: "ban-do", where: 1, value: ROWS, set: "63" });
  expect(addressOf("/truy-van", new URLSearchParams(), look)).toBe("/truy-van?xem=ban-do&noi=1&gia-tri=dong&bo=63");
  expect(looking("?xem=ban-do&gia-tri=2&bo=64")).toMatchObject({ value: 2, set: null });
});

test("a map is drawn with names that are text, values in shades and what is absent told apart", async () => {
  const hostile = "<img src=x onerror=alert(1)>";
  const names = Object.fromEntries(["ha-noi", "hue"].map((slug) => [addressOfUnit(slug), hostile]));
  vi.stubGlobal("fetch", (address: string) => Promise.resolve(new Response(JSON.stringify(address === "/atlas" ? atlas : { names }))));
  const host = document.createElement("div");
  const rows = [[unit("ha-noi"), "9"], [unit("hue"), "1"], [unit("xa-la"), "4"]];
  const words = { map_says: "@ theo tỉnh", map_empty: "không", map_elsewhere: "# dòng khác", map_credit: "Hình: @" };
  const setting = { language: "vi", kept: "", words, labels: new Labels("vi"), headings: [hostile, hostile] };
  await new MapView(host, { kind: "rows", names: ["u", "n"], rows, part: "", seconds: 1, truth: false } as never, setting, "/atlas", looking("") as Looking, () => undefined).draw(() => true);
  await new Promise((done) => setTimeout(done, 90));
  expect(host.querySelector("img, script")).toBeNull();
  const label = (slug: string): string | null | undefined => host.querySelector(`a[data-unit="${slug}"]`)?.getAttribute("aria-label");
  expect(label("ha-noi")).toBe(`${hostile}: 9`);
  expect(label("cao-bang")).toBe("unit/cao-bang: không");
  expect([...host.querySelectorAll("a .q5, a .q1")]).toHaveLength(2);
  expect(host.querySelectorAll("a[tabindex='0']")).toHaveLength(1);
  expect(host.querySelectorAll(".isle")).toHaveLength(2);
  expect(host.textContent).toContain("1 dòng khác");
  expect(host.textContent).toContain("@svg-maps/vietnam");
});
