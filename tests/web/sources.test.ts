import { describe, expect, test } from "vitest";
import { deedOf, stepped, undoing } from "../../api/web/src/sources/keys";
import { sentence } from "../../api/web/src/sources/send";

const plain = { ctrlKey: false, metaKey: false, altKey: false };

describe("keys of the review", () => {
  test.each([
    ["j", "next"],
    ["ArrowUp", "before"],
    ["A", "accept"],
    ["r", "reject"],
    ["c", "correct"],
    ["u", "undo"],
    ["?", "help"],
  ])("%s means %s", (key, deed) => {
    expect(deedOf({ key, ...plain })).toBe(deed);
  });

  test("a digit chooses a candidate, 0 and other keys nothing", () => {
    expect(deedOf({ key: "3", ...plain })).toEqual({ candidate: 2 });
    for (const key of ["0", "x", "Enter", "constructor"]) expect(deedOf({ key, ...plain })).toBeUndefined();
  });

  test("with a modifier a key is the browser's", () => {
    expect(deedOf({ key: "r", ...plain, ctrlKey: true })).toBeUndefined();
    expect(deedOf({ key: "a", ...plain, metaKey: true })).toBeUndefined();
  });
});

describe("what comes next", () => {
  const all = ["x", "y", "z"];
  test.each([
    ["x", 1, "y"],
    ["z", 1, "z"],
    ["x", -1, "x"],
    [undefined, 1, "x"],
    ["gone", -1, "x"],
  ] as const)("from %s by %d is %s", (current, step, expected) => {
    expect(stepped(all, current, step)).toBe(expected);
  });

  test("of nothing comes nothing", () => {
    expect(stepped([], undefined, 1)).toBeUndefined();
  });
});

test("a decision on one claim is taken back for that claim alone", () => {
  expect(undoing("nhan")).toBe("hoan");
  expect(undoing("bac.12ab")).toBe("hoan.12ab");
});

test.each([
  [{ title: "T", detail: "không đọc được", place: "a.txt:3", remedy: "sửa rồi gửi lại" }, "a.txt:3: không đọc được. sửa rồi gửi lại."],
  [{ title: "Không được phép" }, "Không được phép."],
  [{ detail: "Xong." }, "Xong."],
])("a problem is one line: %o", (problem, line) => {
  expect(sentence(problem)).toBe(line);
});
