/** Which rows of a long table are drawn: those that can be seen, and some on either side. */

export interface Window {
  readonly first: number;
  readonly end: number;
}

export const ROW = 29; // pixels
const BESIDE = 12;

export function visible(top: number, height: number, rows: number): Window {
  const first = Math.max(0, Math.min(Math.floor(top / ROW), rows) - BESIDE);
  return { first, end: Math.min(rows, Math.ceil((top + height) / ROW) + BESIDE) };
}

/** Where to scroll so that a row is seen, null when it is already. */
export function bring(row: number, top: number, height: number): number | null {
  const at = row * ROW;
  if (at < top) return at;
  return at + ROW > top + height ? at + ROW - height : null;
}

/** Widths of columns in pixels, by the letters of the heading and of some cells. */
export function widths(letters: readonly (readonly number[])[], room: number): number[] {
  const wanted = letters.map((lengths) => {
    const sorted = [...lengths].sort((one, other) => one - other);
    const usual = sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 0;
    return Math.min(Math.max(usual * 7.2 + 26, (lengths[0] ?? 0) * 7.4 + 34, 96), 440);
  });
  const total = wanted.reduce((sum, width) => sum + width, 0);
  return total >= room || !total ? wanted : wanted.map((width) => (width / total) * room);
}
