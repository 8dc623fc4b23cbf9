/** Rows as bars or as a line, by two chosen columns; a small drawing of our own. */

import { shape } from "./elements";
import { figure, numberOf, timeOf } from "./formats";
import { readTerm } from "./terms";

export interface Point {
  readonly name: string;
  readonly value: number;
  /** Where it stands on the horizontal axis of a line. */
  readonly at: number;
}

export interface Points {
  readonly points: readonly Point[];
  /** Rows without a number. */
  readonly left: number;
  /** Whether there were more rows than can be drawn. */
  readonly cut: boolean;
}

export const MOST = { bars: 60, line: 2000 } as const;
export type Kind = keyof typeof MOST;

/** Columns that hold a number in some row. */
export function numeric(rows: readonly (readonly string[])[], columns: number): number[] {
  const some = rows.slice(0, 500);
  return Array.from({ length: columns }, (_, column) => column).filter((column) =>
    some.some((row) => numberOf(readTerm(row[column] ?? "")) !== undefined),
  );
}

/** The points of a chart; a line stands by number or day where every row has one, else by place. */
export function pointsOf(rows: readonly (readonly string[])[], across: number, up: number, kind: Kind, name: (raw: string) => string): Points {
  const found: (Point & { scale: number | undefined })[] = [];
  let left = 0;
  let cut = false;
  for (const row of rows) {
    const value = numberOf(readTerm(row[up] ?? ""));
    if (value === undefined) left += 1;
    else if (found.length >= MOST[kind]) cut = true;
    else {
      const raw = row[across] ?? "";
      const term = readTerm(raw);
      found.push({ name: name(raw), value, at: found.length, scale: numberOf(term) ?? timeOf(term) });
    }
  }
  const scaled = kind === "line" && found.every((point) => point.scale !== undefined);
  const points = scaled ? found.map((point) => ({ ...point, at: point.scale! })).sort((one, other) => one.at - other.at) : found;
  return { points, left, cut };
}

/** Round values between which all values lie, about so many. */
export function ticks(least: number, most: number, count: number): number[] {
  const low = Math.min(least, 0);
  const high = most > low ? most : low + 1;
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((by) => by * power).find((by) => by >= rough) ?? rough;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, place) => Number(((first + place) * step).toPrecision(12)));
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(letters - 1, 1)).trimEnd()}…`;
}

function canvas(width: number, height: number, label: string): SVGElement {
  return shape("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label, class: "chart" });
}

export function bars(points: readonly Point[], width: number, language: string, label: string): SVGElement {
  const longest = Math.max(...points.map((one) => one.name.length));
  const [row, gutter, figures] = [22, Math.min(longest * 7 + 16, Math.max(width * 0.34, 110)), 74];
  const drawing = canvas(width, points.length * row + 8, label);
  const scale = ticks(Math.min(...points.map((one) => one.value)), Math.max(...points.map((one) => one.value)), 5);
  const [low, high] = [scale[0]!, scale.at(-1)!];
  const x = (value: number): number => gutter + ((value - low) / (high - low)) * (width - gutter - figures);
  points.forEach((point, place) => {
    const y = 4 + place * row;
    const [from, to] = [Math.min(x(0), x(point.value)), Math.max(x(0), x(point.value))];
    const group = shape("g", {});
    group.append(
      shape("title", {}, `${point.name}: ${figure(point.value, language)}`),
      shape("text", { x: gutter - 10, y: y + 15, class: "name" }, cut(point.name, gutter / 6.6)),
      shape("rect", { x: from, y: y + 4, width: Math.max(to - from, 1), height: row - 8, class: "bar" }),
      shape("text", { x: to + 6, y: y + 15, class: "value" }, figure(point.value, language)),
    );
    drawing.append(group);
  });
  drawing.append(shape("line", { x1: x(0), x2: x(0), y1: 0, y2: points.length * row + 8, class: "ground" }));
  return drawing;
}

export function line(points: readonly Point[], width: number, language: string, label: string): SVGElement {
  const [height, left, right, top, bottom] = [320, 62, 24, 14, 30];
  const drawing = canvas(width, height, label);
  const scale = ticks(Math.min(...points.map((one) => one.value)), Math.max(...points.map((one) => one.value)), 5);
  const [low, high] = [scale[0]!, scale.at(-1)!];
  const [start, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number): number => left + ((at - start) / (end - start || 1)) * (width - left - right);
  const y = (value: number): number => height - bottom - ((value - low) / (high - low)) * (height - top - bottom);
  for (const value of scale) {
    drawing.append(
      shape("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: value === 0 ? "ground" : "rail" }),
      shape("text", { x: left - 8, y: y(value) + 4, class: "name" }, figure(value, language)),
    );
  }
  const way = points.map((point, place) => `${place ? "L" : "M"}${x(point.at).toFixed(1)} ${y(point.value).toFixed(1)}`).join("");
  drawing.append(shape("path", { d: way, class: "way" }));
  if (points.length <= 80) for (const point of points) drawing.append(dot(x(point.at), y(point.value), point, language));
  for (const point of named(points, Math.max(2, Math.floor((width - left) / 110)))) {
    const side = point === points[0] ? "first" : point === points.at(-1) ? "last" : "middle";
    drawing.append(shape("text", { x: x(point.at), y: height - 8, class: `across ${side}` }, cut(point.name, 16)));
  }
  return drawing;
}

function dot(x: number, y: number, point: Point, language: string): SVGElement {
  const made = shape("circle", { cx: x, cy: y, r: 2.6, class: "dot" });
  made.append(shape("title", {}, `${point.name}: ${figure(point.value, language)}`));
  return made;
}

/** Some of the points, evenly, the first and the last among them. */
function named(points: readonly Point[], most: number): Point[] {
  if (points.length <= most) return [...points];
  return Array.from({ length: most }, (_, place) => points[Math.round((place * (points.length - 1)) / (most - 1))]!);
}
