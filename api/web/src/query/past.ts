/** What was run on this machine, kept by the browser alone. */

export interface Run {
  readonly text: string;
  readonly when: number;
  readonly rows: number;
}

const KEPT = "cascade-queries";
const MOST = 30;

export function runs(): readonly Run[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRun).slice(0, MOST) : [];
  } catch {
    return []; // storage can be forbidden or hold what is not ours
  }
}

export function keep(run: Run): readonly Run[] {
  const kept = [run, ...runs().filter((one) => one.text.trim() !== run.text.trim())].slice(0, MOST);
  store(kept);
  return kept;
}

export function forget(): void {
  store([]);
}

function store(kept: readonly Run[]): void {
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept));
  } catch {
    // see runs()
  }
}

function isRun(one: unknown): one is Run {
  if (typeof one !== "object" || one === null) return false;
  const { text, when, rows } = one as Record<string, unknown>;
  return typeof text === "string" && Number.isFinite(when) && Number.isFinite(rows);
}

/** The first words of a query that say something: no prefixes, no comments. */
export function gist(text: string): string {
  const bare = text.replace(/^\s*#.*$/gm, "").replace(/\b(?:prefix\s+[\w-]*:|base)\s*<[^>]*>/gi, "");
  return bare.replace(/\s+/g, " ").trim().slice(0, 120);
}
