import { expect, test } from "vitest";

import { nearest } from "../../api/web/src/sheet/view";

function at(x: number, y: number, name: string): { name: string; getBoundingClientRect(): DOMRect } {
  return { name, getBoundingClientRect: () => new DOMRect(x, y, 10, 10) };
}

const from = at(100, 100, "from");

test("the nearest in a direction is found, what is off to the side comes later", () => {
  const stops = [from, at(100, 300, "straight"), at(160, 180, "aside"), at(100, 0, "behind")];
  expect(nearest(from, stops, [0, 1])?.name).toBe("straight");
  expect(nearest(from, stops, [0, -1])?.name).toBe("behind");
});

test("a row is not left sideways", () => {
  expect(nearest(from, [from, at(120, 160, "below")], [1, 0])).toBeUndefined();
  expect(nearest(from, [from, at(160, 130, "a little lower")], [1, 0])?.name).toBe("a little lower");
});
