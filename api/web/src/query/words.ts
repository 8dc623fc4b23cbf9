/** What a query can be written with: terms by name or label without tone marks, and their prefixes. */

import { folded } from "./formats";

export interface Word {
  readonly term: string;
  readonly vi: string;
  readonly en: string;
  readonly kind: string;
}

export interface Vocabulary {
  readonly prefixes: Readonly<Record<string, string>>;
  readonly terms: readonly Word[];
}

const MOST = 30;

/** The terms that match what was typed, best first: by the start of the name, of a label, within. */
export function matching(terms: readonly Word[], typed: string): Word[] {
  const wanted = folded(typed);
  const rated = terms.flatMap((word) => {
    const rate = rating(word, wanted);
    return rate === undefined ? [] : [{ word, rate }];
  });
  rated.sort((one, other) => one.rate - other.rate || value(one.word) - value(other.word) || (one.word.term < other.word.term ? -1 : 1));
  return rated.slice(0, MOST).map(({ word }) => word);
}

/** Values of properties come after terms that match as well. */
function value(word: Word): number {
  return word.term.startsWith("<") ? 1 : 0;
}

function rating(word: Word, wanted: string): number | undefined {
  const name = folded(word.term);
  const local = name.slice(name.indexOf(":") + 1);
  const labels = [folded(word.vi), folded(word.en)];
  if (local === wanted || labels.includes(wanted)) return -1;
  if (name.startsWith(wanted) || local.startsWith(wanted)) return 0;
  if (labels.some((label) => label.startsWith(wanted))) return 1;
  if (labels.some((label) => label.includes(` ${wanted}`))) return 2;
  return local.includes(wanted) ? 3 : undefined;
}

/** The line that declares a prefix that a query uses and lacks; empty when nothing is missing. */
export function declaration(text: string, term: string, prefixes: Readonly<Record<string, string>>): string {
  const prefix = /^([\w-]*):/.exec(term)?.[1];
  const space = prefix === undefined ? undefined : prefixes[prefix];
  if (!space || new RegExp(`\\bprefix\\s+${prefix}:`, "i").test(text)) return "";
  return `PREFIX ${prefix}: <${space}>\n`;
}

/** The words before the cursor that may be the name of a thing: keywords of SPARQL before them are none of it. */
export function phrase(before: string, keywords: ReadonlySet<string>): string {
  const found = /(?:^|[\s{(.;,])((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}/@_-]* ){0,6}[\p{L}\p{N}][\p{L}\p{M}\p{N}/@_-]*)$/u.exec(before);
  const words = (found?.[1] ?? "").split(" ").filter(Boolean);
  while (words.length && (keywords.has(words[0]!.toUpperCase()) || words[0] === "a")) words.shift();
  return words.join(" ");
}
