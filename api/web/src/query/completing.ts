/** Completion: keywords, variables, terms and prefixes of ours, and things by their names. */

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import type { Words } from "./formats";
import { KEYWORDS } from "./language";
import { declaration, matching, phrase, type Vocabulary, type Word } from "./words";

type Apply = NonNullable<Completion["apply"]>;

const KEYS = new Set(KEYWORDS);
const WAIT = 160;
const THINGS = 8;

interface Hit {
  readonly iri: string;
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
}

export class Completing {
  private vocabulary: Promise<Vocabulary> | undefined;

  constructor(private readonly language: string, private readonly words: Words) {}

  readonly source = async (context: CompletionContext): Promise<CompletionResult | null> => {
    const line = context.state.doc.lineAt(context.pos);
    const before = line.text.slice(0, context.pos - line.from);
    if (inside(before)) return null;
    const variable = /[?$][\p{L}\p{N}_]*$/u.exec(before);
    if (variable) return this.variables(context, variable[0]);
    const address = /<([^<>"{}|^`\\]*)$/u.exec(before);
    if (address) return this.named(context, address[1] ?? "", address[0].length);
    const word = /[\p{L}_][\p{L}\p{M}\p{N}_-]*:?[\p{L}\p{N}_-]*$/u.exec(before)?.[0] ?? "";
    const name = phrase(before, KEYS);
    if (!word && !name && !context.explicit) return null;
    return this.anything(context, word, name, /[\p{L}\p{N}_>]\s+$/u.test(before.slice(0, before.length - word.length)));
  };

  private variables(context: CompletionContext, typed: string): CompletionResult {
    const found = new Set(context.state.doc.toString().match(/[?$][\p{L}\p{N}_]+/gu) ?? []);
    found.delete(typed);
    const options = [...found].map((label) => ({ label, type: "variable", detail: this.words["variable"] ?? "" }));
    return { from: context.pos - typed.length, options, validFor: /^[?$][\p{L}\p{N}_]*$/u };
  }

  private async named(context: CompletionContext, typed: string, length: number): Promise<CompletionResult | null> {
    const from = context.pos - length;
    const values = typed.length > 1 ? this.matched((await this.known()).terms.filter((one) => one.term.startsWith("<")), typed, from) : [];
    const things = [...values.slice(0, 8), ...(await this.things(context, typed))];
    return things.length ? { from, options: things, filter: false } : null;
  }

  /** `within`: what stands before is a term, so that another is likelier than a keyword. */
  private async anything(context: CompletionContext, word: string, name: string, within: boolean): Promise<CompletionResult | null> {
    const known = await this.known();
    const several = name.includes(" ") ? this.matched(known.terms, name, context.pos - name.length) : [];
    const terms = several.length ? several : this.terms(known, word, context.pos - word.length);
    const keys = word && !word.includes(":") ? this.keys(word, context.pos - word.length) : [];
    const things = name.length > 1 && !context.aborted ? await this.things(context, name, context.pos - name.length) : [];
    const longer = name.includes(" ") || /\d/.test(name);
    const own = within ? [...terms, ...keys] : [...keys, ...terms];
    const options = longer && !several.length ? [...things, ...own] : [...own, ...things];
    const from = context.pos - Math.max(word.length, things.length || several.length ? name.length : 0);
    return options.length ? { from, options, filter: false } : null;
  }

  private keys(word: string, from: number): Completion[] {
    const wanted = word.toUpperCase();
    return KEYWORDS.filter((key) => key.startsWith(wanted) && key !== wanted)
      .slice(0, 5)
      .map((label) => ({ label, type: "keyword", detail: this.words["keyword"] ?? "", apply: put(label, from) }));
  }

  private terms({ prefixes, terms }: Vocabulary, word: string, from: number): Completion[] {
    if (!word) return [];
    const spaces = Object.entries(prefixes)
      .filter(([prefix]) => `${prefix}:`.startsWith(word) && !word.includes(":"))
      .map(([prefix, space]) => ({ label: `${prefix}:`, detail: space, type: "namespace", apply: this.term(`${prefix}:`, from) }));
    return [...spaces, ...this.matched(terms, word, from)];
  }

  private matched(terms: readonly Word[], typed: string, from: number): Completion[] {
    return matching(terms, typed).map((one) => ({
      label: one.term.startsWith("<") ? this.label(one) : one.term,
      detail: one.term.startsWith("<") ? (this.words[one.kind] ?? "") : `${this.label(one)} · ${this.words[one.kind] ?? ""}`,
      type: one.kind,
      apply: this.term(one.term, from),
    }));
  }

  private label(word: Word): string {
    return this.language === "en" ? word.en : word.vi;
  }

  private term(term: string, from: number): Apply {
    return async (view) => {
      const { prefixes } = await this.known();
      const needed = declaration(view.state.doc.toString(), term, prefixes);
      replace(view, from, term, needed);
    };
  }

  private async things(context: CompletionContext, typed: string, from?: number): Promise<Completion[]> {
    const wanted = typed.trim();
    if (wanted.length < 2 || wanted.includes("://")) return [];
    await new Promise((done) => setTimeout(done, WAIT));
    if (context.aborted) return [];
    const asked = new URLSearchParams({ q: wanted.slice(0, 200), limit: String(THINGS), lang: this.language });
    try {
      const answer = await fetch(`/api/find?${asked}`, { headers: { accept: "application/json" } });
      const { rows } = (await answer.json()) as { rows?: Hit[] };
      return (rows ?? []).map((hit) => this.thing(hit, from));
    } catch {
      return [];
    }
  }

  private thing(hit: Hit, from: number | undefined): Completion {
    const iri = `<${encoded(hit.iri)}>`;
    const kind = this.words[hit.kind] ?? hit.kind;
    return { label: hit.name, detail: hit.detail ? `${kind} · ${hit.detail.slice(0, 60)}` : kind, type: hit.kind, apply: from === undefined ? iri : put(iri, from) };
  }

  private known(): Promise<Vocabulary> {
    this.vocabulary ??= fetch("/truy-van/tu-vung", { headers: { accept: "application/json" } }).then(
      (answer) => answer.json() as Promise<Vocabulary>,
      () => ({ prefixes: {}, terms: [] }),
    );
    return this.vocabulary;
  }
}

/** Whether the end of a line stands in a comment or in a string. */
function inside(before: string): boolean {
  const bare = before.replace(/<[^<>"{}|^`\\\s]*>/g, "").replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, "");
  return /["'#]/.test(bare);
}

/** An address as it may stand in a query, whatever it is made of. */
function encoded(iri: string): string {
  return iri.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (letter) => encodeURIComponent(letter));
}

function put(text: string, from: number): Apply {
  return (view) => replace(view, from, text);
}

/** Put a text in place of what was typed, and what it needs at the head of the query. */
function replace(view: EditorView, from: number, text: string, head = ""): void {
  const to = view.state.selection.main.head;
  view.dispatch({
    changes: [...(head ? [{ from: 0, insert: head }] : []), { from, to, insert: text }],
    selection: { anchor: from + head.length + text.length },
    userEvent: "input.complete",
  });
}
