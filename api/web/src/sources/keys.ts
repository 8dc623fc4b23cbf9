/** What a key means on the page of one source, and which proposal comes next. */

export type Deed = "accept" | "reject" | "correct" | "undo" | "next" | "before" | "help" | { readonly candidate: number };

const DEEDS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ["j", "next"],
  ["ArrowDown", "next"],
  ["k", "before"],
  ["ArrowUp", "before"],
  ["a", "accept"],
  ["r", "reject"],
  ["c", "correct"],
  ["u", "undo"],
  ["?", "help"],
]);

export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Return what a key asks for; nothing with a modifier, which belongs to the browser. */
export function deedOf(pressed: Pressed): Deed | undefined {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return undefined;
  if (/^[1-9]$/.test(pressed.key)) return { candidate: Number(pressed.key) - 1 };
  return DEEDS.get(pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key);
}

/** Return the one so many steps on; the ends stay where they are, and from nowhere the first comes. */
export function stepped<One>(all: readonly One[], current: One | undefined, step: number): One | undefined {
  const place = current === undefined ? -1 : all.indexOf(current);
  if (place < 0) return all[0];
  return all[Math.min(Math.max(place + step, 0), all.length - 1)];
}

/** Return the deed that takes back another one: of one claim where that was of one claim. */
export function undoing(deed: string): string {
  const [, name] = deed.split(".");
  return name ? `hoan.${name}` : "hoan";
}
