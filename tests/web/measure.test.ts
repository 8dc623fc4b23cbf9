import { expect, test } from "vitest";

import { fitted, wrapped } from "../../api/web/src/sheet/measure";

const width = (text: string): number => [...text].length;

test("what fits stays, what does not is cut with an ellipsis", () => {
  expect(fitted("Hà Tĩnh", 7, width)).toBe("Hà Tĩnh");
  expect(fitted("Chương trình hành động", 10, width)).toBe("Chương tr…");
  expect(fitted("Chương trình", 8, width)).toBe("Chương…");
  expect(fitted("abc", 0, width)).toBe("a…");
});

test("lines break between words, and only the last is cut", () => {
  expect(wrapped("một hai ba bốn năm", 8, 2, width)).toEqual(["một hai", "ba bốn…"]);
  expect(wrapped("một hai", 20, 2, width)).toEqual(["một hai"]);
  expect(wrapped("", 20, 2, width)).toEqual([]);
  expect(wrapped("dài-quá-không-vừa rồi", 6, 3, width)).toEqual(["dài-q…", "rồi"]);
});

test("no line is ever wider than its room", () => {
  for (let room = 2; room < 30; room += 1) {
    for (const line of wrapped("Một số vấn đề về tiếp tục đổi mới, sắp xếp tổ chức bộ máy", room, 4, width)) {
      expect(width(line)).toBeLessThanOrEqual(room);
    }
  }
});
