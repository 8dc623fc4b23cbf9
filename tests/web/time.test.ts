import { expect, test, vi } from "vitest";

import { along, dayAt, moved, TimeLine } from "../../api/web/src/sheet/time";
import type { Time } from "../../api/web/src/sheet/shapes";

const span = { start: "2024-12-22", end: "2026-01-31" };

test("a day and its place are the same thing, whatever the hour of summer", () => {
  for (let day = span.start; day <= span.end; day = moved(day, 1)) expect(dayAt(span, along(span, day))).toBe(day);
});

test("what lies outside is drawn to the ends", () => {
  expect(along(span, "1990-01-01")).toBe(0);
  expect(along(span, "2030-01-01")).toBe(1);
  expect(dayAt(span, -3)).toBe(span.start);
});

test("days and months later", () => {
  expect(moved("2024-02-28", 1)).toBe("2024-02-29");
  expect(moved("2025-12-31", 1)).toBe("2026-01-01");
  expect(moved("2025-02-01", 0, 1)).toBe("2025-03-01");
});

const time: Time = {
  ...span,
  label: "",
  rows: [{ level: "province", label: "<b>Tỉnh</b>", days: [[0.1, 1, "1"], [0.9, 5, "2"]] }],
  ticks: [[0.5, "2025"]],
  root: [0, "<script>x</script>"],
  today: "2026-01-15",
  cursor: "2025-06-01",
  undated: null,
};

test("the cursor is moved by keys, and the day is chosen once the reader rests", () => {
  vi.useFakeTimers();
  const frame = document.createElement("div");
  document.body.append(frame);
  const chosen = vi.fn();
  const line = new TimeLine(frame, { asOf: "Ngày xem", today: "hôm nay", later: "sau" }, (day) => day, chosen);
  line.show(time);
  const handle = frame.querySelector(".t-cursor")!;
  handle.dispatchEvent(new KeyboardEvent("keydown", { key: "PageUp" }));
  handle.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  expect(handle.getAttribute("aria-valuetext")).toBe("Ngày xem 2025-07-02");
  expect(chosen).not.toHaveBeenCalled();
  vi.runAllTimers();
  expect(chosen.mock.calls).toEqual([["2025-07-02"]]);
  vi.useRealTimers();
});

test("labels are text, and later days are told apart", () => {
  const frame = document.createElement("div");
  new TimeLine(frame, { asOf: "", today: "", later: "" }, (day) => day, () => undefined).show(time);
  expect(frame.querySelector("script, b")).toBeNull();
  expect(frame.querySelectorAll(".t-day.later")).toHaveLength(1);
});
