import { describe, expect, test } from "vitest";
import { neighbour } from "../../api/web/src/matrix/grid";
import { fileName } from "../../api/web/src/matrix/picture";

const ROWS = [
  ["a", "b", "c"],
  ["d", "e", "f"],
];

describe("arrow keys in the matrix", () => {
  test.each([
    ["b", "left", "a"],
    ["b", "right", "c"],
    ["b", "down", "e"],
    ["e", "up", "b"],
    ["f", "first", "d"],
    ["d", "last", "f"],
  ] as const)("from %s %s leads to %s", (cell, direction, expected) => {
    expect(neighbour(ROWS, cell, direction)).toBe(expected);
  });

  test.each([
    ["a", "left"],
    ["c", "right"],
    ["a", "up"],
    ["f", "down"],
  ] as const)("from %s nothing lies %s", (cell, direction) => {
    expect(neighbour(ROWS, cell, direction)).toBeUndefined();
  });

  test("what is in no row has no neighbour", () => {
    expect(neighbour(ROWS, "x", "right")).toBeUndefined();
    expect(neighbour([], "x", "first")).toBeUndefined();
  });
});

test.each([
  ["Ma trận độ phủ", "ma-tran-do-phu.png"],
  ["Coverage matrix", "coverage-matrix.png"],
  ["../../etc/Đà Nẵng", "etc-da-nang.png"],
  ["///", "cascade.png"],
])("the picture of %s is called %s", (title, name) => {
  expect(fileName(title)).toBe(name);
});
