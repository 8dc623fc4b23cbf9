/** How wide text is, and what of it fits; widths in pixels at full size. */

export type Width = (text: string) => number;

const known = new Map<string, Width>();

/**
 * Return how wide text is in a font of the page, for example `600 12px Inter`: the sum of its
 * letters, each measured once, which is what keeps a thousand cards quick.
 */
export function widthIn(font: string): Width {
  let width = known.get(font);
  if (!width) {
    const canvas = document.createElement("canvas").getContext("2d");
    const letters = new Map<string, number>();
    const letter = (one: string): number => {
      if (canvas) canvas.font = font;
      const found = canvas ? canvas.measureText(one).width : 6.4;
      letters.set(one, found);
      return found;
    };
    width = (text) => {
      let sum = 0;
      for (const one of text) sum += letters.get(one) ?? letter(one);
      return sum;
    };
    known.set(font, width);
  }
  return width;
}

/** Forget all widths where a font that has arrived made them others; tell whether it did. */
export function remeasure(): boolean {
  const before = [...known].map(([font, width]) => [font, width(PROBE)] as const);
  known.clear();
  return before.some(([font, width]) => Math.abs(widthIn(font)(PROBE) - width) > 0.5);
}

const PROBE = "Chương trình hành động số 0123456789-NQ/TW";

/** Cut text at its end to fit, with an ellipsis; a letter at least remains. */
export function fitted(text: string, room: number, width: Width): string {
  if (width(text) <= room) return text;
  let low = 1;
  let high = text.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (width(text.slice(0, middle).trimEnd() + "…") <= room) low = middle;
    else high = middle - 1;
  }
  return text.slice(0, low).trimEnd() + "…";
}

/** Break text between words into so many lines at most; the last is cut where it does not fit. */
export function wrapped(text: string, room: number, most: number, width: Width): string[] {
  const lines: string[] = [];
  let rest = text.split(/\s+/).filter(Boolean);
  while (rest.length && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(fitted(rest.join(" "), room, width));
      break;
    }
    let count = 1;
    while (count < rest.length && width(rest.slice(0, count + 1).join(" ")) <= room) count += 1;
    lines.push(fitted(rest.slice(0, count).join(" "), room, width));
    rest = rest.slice(count);
  }
  return lines;
}
