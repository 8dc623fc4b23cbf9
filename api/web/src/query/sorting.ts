/** The order of rows by a column: numbers and days by what they are, text without regard to tone marks. */

import { folded, numberOf, timeOf } from "./formats";
import { readTerm } from "./terms";

export interface Order {
  readonly column: number;
  readonly down: boolean;
}

type Key = readonly [rank: number, number: number, text: string, whole: string];

/** What rows are sorted by, by column: read once, as there may be many rows and they stay the same. */
export type Keys = Map<number, readonly Key[]>;

/** The places of the rows in that order; rows that are equal keep theirs, unbound cells come last. */
export function ordered(rows: readonly (readonly string[])[], order: Order | null, known: Keys = new Map()): number[] {
  const places = rows.map((_, place) => place);
  if (!order) return places;
  const keys = known.get(order.column) ?? rows.map((row) => keyOf(row[order.column] ?? ""));
  known.set(order.column, keys);
  const turn = order.down ? -1 : 1;
  return places.sort((one, other) => compare(keys[one]!, keys[other]!, turn) || one - other);
}

function keyOf(raw: string): Key {
  const term = readTerm(raw);
  if (!term) return [3, 0, "", ""];
  const number = numberOf(term);
  if (number !== undefined) return [0, number, "", ""];
  const time = timeOf(term);
  if (time !== undefined) return [1, time, "", term.value];
  return [2, 0, folded(term.value), term.value];
}

function compare(one: Key, other: Key, turn: number): number {
  if (one[0] !== other[0]) return one[0] === 3 || other[0] === 3 ? one[0] - other[0] : (one[0] - other[0]) * turn;
  return turn * (one[1] - other[1] || less(one[2], other[2]) || less(one[3], other[3]));
}

function less(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
