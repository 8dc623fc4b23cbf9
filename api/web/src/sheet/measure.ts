/** How wide text is, and what of it fits; widths in pixels at full size. */

export type Width = (text: string) => number;

const known = new Map<string, Width>();

/** Return how wide text is in a font of the page, for example `600 12px Inter`. */
export function widthIn(font: string): Width {
  let width = known.get(font);
  if (!width) {
    const canvas = document.createElement("canvas").getContext("2d");
    const cache = new Map<string, number>();
    width = (text) => {
      let found = cache.get(text);
      if (found === undefined) {
        if (canvas) canvas.font = font;
        found = canvas ? canvas.measureText(text).width : text.length * 6.4;
        if (cache.size > 20_000) cache.clear();
        cache.set(text, found);
      }
      return found;
    };
    known.set(font, width);
  }
  return width;
}

/** Forget all widths: a font has arrived. */
export function remeasure(): void {
  known.clear();
}

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
