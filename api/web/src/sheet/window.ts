/** What of a drawing is seen, so that what is not can be drawn later. */

import type { Box } from "./shapes";

/** Tells whether something at a place of the drawing is seen, or nearly. */
export type Near = (box: Box) => boolean;

export const EVERYWHERE: Near = () => true;

const AROUND = 120; // pixels beyond the frame that a small movement brings into it

/** Return what is near a frame of a size in pixels when the drawing is moved and scaled so. */
export function nearTo(width: number, height: number, at: { readonly x: number; readonly y: number; readonly k: number }): Near {
  const [left, top] = [(-AROUND - at.x) / at.k, (-AROUND - at.y) / at.k];
  const [right, bottom] = [(width + AROUND - at.x) / at.k, (height + AROUND - at.y) / at.k];
  return ({ x, y, w, h }) => x + w >= left && x <= right && y + h >= top && y <= bottom;
}
