/** Which rows of an answer are of which province, and how its values are told apart by shade. */

import { numberOf } from "./formats";
import { DATA, readTerm } from "./terms";

/** A province as it is drawn: its path, and the middle of its largest part. */
export interface Outline {
  readonly path: string;
  readonly at: readonly [x: number, y: number];
}

export type UnitSet = "34" | "63";
export const SETS: readonly UnitSet[] = ["34", "63"];

/** The drawing of the provinces, by the ends of their addresses. */
export interface Atlas {
  readonly units: Readonly<Record<UnitSet, Readonly<Record<string, Outline>>>>;
  readonly islands: readonly { readonly vi: string; readonly en: string; readonly of: Readonly<Record<UnitSet, string>>; readonly path: string }[];
}

const UNIT = `${DATA}unit/`;
const WRITTEN = `<${UNIT}`; // as a field of the answer begins

/** What is counted instead of a column: the rows themselves. */
export const ROWS = -1;

export interface Sum {
  readonly value: number;
  readonly rows: number;
}

export function addressOfUnit(slug: string): string {
  return UNIT + slug;
}

/** Columns that hold an administrative unit in some row. */
export function placed(rows: readonly (readonly string[])[], columns: number): number[] {
  return Array.from({ length: columns }, (_, column) => column).filter((column) => rows.some((row) => row[column]?.startsWith(WRITTEN)));
}

/** The values of the units, each the sum over its rows, and how many rows have no unit or no number. */
export function gathered(rows: readonly (readonly string[])[], where: number, value: number): { units: Map<string, Sum>; left: number } {
  const units = new Map<string, { value: number; rows: number }>();
  let left = 0;
  for (const row of rows) {
    const field = row[where] ?? "";
    const number = value === ROWS ? 1 : numberOf(readTerm(row[value] ?? ""));
    if (!field.startsWith(WRITTEN) || number === undefined) {
      left += 1;
      continue;
    }
    const slug = field.slice(WRITTEN.length, -1);
    const known = units.get(slug);
    if (known) {
      known.value += number;
      known.rows += 1;
    } else units.set(slug, { value: number, rows: 1 });
  }
  return { units, left };
}

/** The set of provinces that holds most of these, today's where both hold as many. */
export function setOf(slugs: Iterable<string>, atlas: Atlas): UnitSet {
  const found: Record<UnitSet, number> = { "34": 0, "63": 0 };
  for (const slug of slugs) for (const set of SETS) if (Object.hasOwn(atlas.units[set], slug)) found[set] += 1;
  return found["63"] > found["34"] ? "63" : "34";
}

export interface Shade {
  readonly least: number;
  readonly most: number;
}

/** Parts of the values, few enough to be told apart by shade, each with about as many different values. */
export function shadesOf(values: readonly number[], most = 5): Shade[] {
  const different = [...new Set(values)].sort((one, other) => one - other);
  const count = Math.min(most, different.length);
  return Array.from({ length: count }, (_, part) => {
    const [first, next] = [Math.floor((part * different.length) / count), Math.floor(((part + 1) * different.length) / count)];
    return { least: different[first]!, most: different[next - 1]! };
  });
}

/** Which shade a value has, from 1 for the least to 5; few values take the ends and the middle. */
export function shadeOf(value: number, shades: readonly Shade[]): number {
  const part = shades.findIndex((one) => value <= one.most);
  if (shades.length < 2) return 3;
  return 1 + Math.round(((part < 0 ? shades.length - 1 : part) * 4) / (shades.length - 1));
}

/** The province that lies nearest in a direction; what is off to the side counts as farther away. */
export function beside(from: string, units: Readonly<Record<string, Outline>>, [dx, dy]: readonly [number, number]): string | undefined {
  const start = units[from]?.at;
  let best: string | undefined;
  let least = Infinity;
  for (const [slug, { at }] of Object.entries(units)) {
    if (!start || slug === from) continue;
    const [x, y] = [at[0] - start[0], at[1] - start[1]];
    const along = x * dx + y * dy;
    const far = along + 2 * Math.abs(x * dy + y * dx);
    if (along > 0 && far < least) [best, least] = [slug, far];
  }
  return best;
}
