/** What /api/layout/cascade answers, as api/sheet/shapes.py describes it. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export type Force = "on" | "ended" | "unknown";

export interface Band {
  readonly box: Box;
  readonly level: string;
  readonly label: string;
  readonly notes: readonly string[];
  readonly empty: string | null;
}

export interface Region {
  readonly box: Box;
  readonly label: string | null;
}

export interface Bar {
  readonly box: Box;
  readonly reach: Box;
  readonly level: string;
  readonly unit: string;
  readonly name: string;
  readonly count: number;
  readonly state: string;
  readonly open: boolean;
  readonly href: string | null;
  readonly label: string;
}

export interface Line {
  readonly id: string;
  readonly text: string;
  readonly date: string;
  readonly force: Force;
  readonly unverified: boolean;
  readonly chosen: boolean;
  readonly href: string;
  readonly label: string;
}

export interface Card {
  readonly box: Box;
  readonly id: string;
  readonly kind: "root" | "document" | "unit";
  readonly level: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly count: string | null;
  readonly lines: readonly Line[];
  readonly more: Line | null;
  readonly force: Force;
  readonly unverified: boolean;
  readonly chosen: boolean;
  readonly href: string;
  readonly label: string;
}

export interface Chip {
  readonly box: Box;
  readonly kind: "unit" | "more";
  readonly level: string;
  readonly label: string;
  readonly state: string;
  readonly href: string | null;
}

export interface Caption {
  readonly box: Box;
  readonly text: string;
}

export interface Link {
  readonly above: string;
  readonly below: string;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly stated: boolean;
  readonly chosen: boolean;
  readonly relation: string;
}

export interface TimeRow {
  readonly level: string;
  readonly label: string;
  readonly days: readonly (readonly [place: number, documents: number, day: string])[];
}

export interface Time {
  readonly start: string;
  readonly end: string;
  readonly label: string;
  readonly rows: readonly TimeRow[];
  readonly ticks: readonly (readonly [place: number, name: string])[];
  readonly root: readonly [place: number, label: string] | null;
  readonly today: string;
  readonly cursor: string | null;
  readonly undated: string | null;
}

export interface Layout {
  readonly title: string;
  readonly summary: string;
  readonly width: number;
  readonly height: number;
  readonly documents: number;
  readonly bands: readonly Band[];
  readonly regions: readonly Region[];
  readonly bars: readonly Bar[];
  readonly cards: readonly Card[];
  readonly chips: readonly Chip[];
  readonly captions: readonly Caption[];
  readonly links: readonly Link[];
  readonly time: Time | null;
  readonly legend: readonly (readonly [key: string, text: string])[];
  readonly follow: string;
}
