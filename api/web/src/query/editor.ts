/** The editor: CodeMirror over the page's own field, which holds the text without it. */

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { bracketMatching, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { type Diagnostic, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import { minimalSetup } from "codemirror";
import type { Completing } from "./completing";
import { said, type Words } from "./formats";
import { sparql } from "./language";

const PAUSE = 600;

export interface Slip {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

export interface Deeds {
  readonly run: () => void;
  readonly changed: (text: string) => void;
  readonly slip: (slip: Slip | null) => void;
}

export class Editor {
  private readonly view: EditorView;

  constructor(
    private readonly field: HTMLTextAreaElement,
    private readonly language: string,
    private readonly words: Words,
    completing: Completing,
    private readonly deeds: Deeds,
  ) {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    this.view = new EditorView({
      state: EditorState.create({
        doc: field.value,
        extensions: [
          EditorView.cspNonce.of(nonce),
          Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => (deeds.run(), true) }])),
          minimalSetup,
          lineNumbers(),
          bracketMatching(),
          closeBrackets(),
          indentOnInput(),
          sparql,
          syntaxHighlighting(classHighlighter),
          autocompletion({ override: [completing.source], icons: false, maxRenderedOptions: 40 }),
          linter((view) => this.check(view), { delay: PAUSE }),
          lintGutter(),
          keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": label(field), spellcheck: "false", tabindex: "0" }),
          EditorView.domEventHandlers({ beforeinput: typedOver }),
          EditorState.phrases.of({ Completions: words["completions"] ?? "Completions" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) this.changed();
          }),
        ],
      }),
    });
    field.before(this.view.dom);
    field.hidden = true;
  }

  get text(): string {
    return this.view.state.doc.toString();
  }

  set text(text: string) {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
  }

  focus(): void {
    this.view.focus();
  }

  private changed(): void {
    this.field.value = this.text;
    this.deeds.changed(this.text);
  }

  private async check(view: EditorView): Promise<Diagnostic[]> {
    const text = view.state.doc.toString();
    if (!text.trim()) {
      this.deeds.slip(null);
      return [];
    }
    const slip = await this.slipOf(text);
    if (view.state.doc.toString() !== text) return [];
    this.deeds.slip(slip);
    return slip ? [this.marked(view, slip)] : [];
  }

  private async slipOf(text: string): Promise<Slip | null> {
    try {
      const answer = await fetch(`/truy-van/kiem?lang=${this.language}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ text }),
      });
      return answer.ok ? ((await answer.json()) as { slip: Slip | null }).slip : null;
    } catch {
      return null; // who runs the query is told
    }
  }

  private marked(view: EditorView, slip: Slip): Diagnostic {
    const [from, to] = spanOf(view.state.doc.toString(), slip.line, slip.column);
    const remedy = slip.remedy ? ` ${said(this.words["remedy"])}: ${slip.remedy}` : "";
    return { from, to, severity: "error", message: `${slip.message}.${remedy}` };
  }
}

/** Which characters a slip is shown at: the word that it begins in, or the last one of the text. */
export function spanOf(text: string, line: number, column: number): [number, number] {
  const lines = text.split("\n");
  const row = lines[Math.min(line, lines.length) - 1] ?? "";
  const start = lines.slice(0, Math.min(line, lines.length) - 1).reduce((sum, one) => sum + one.length + 1, 0);
  if (column <= 0) return [start, start + row.length];
  // Columns count characters, places in a text halves of some of them.
  const before = [...row].slice(0, column - 1).join("").length;
  const word = /^(?:[^\s{}()\[\].;,]+|\S)/u.exec(row.slice(before))?.[0] ?? "";
  const begun = /[^\s{}()\[\].;,]*$/u.exec(row.slice(0, before))?.[0] ?? "";
  if (word) return [start + before - begun.length, start + before + word.length];
  const said = text.trimEnd().length;
  const at = Math.min(start + before, Math.max(said, 1));
  return [Math.max(at - 1, 0), at];
}

/**
 * Put what is typed over a selection in its place ourselves. Browsers would keep the look of what
 * was there by an inline style, which the policy of these pages refuses.
 */
function typedOver(event: InputEvent, view: EditorView): boolean {
  const { from, to, empty } = view.state.selection.main;
  const text = event.data;
  if (empty || event.isComposing || event.inputType !== "insertText" || !text || view.state.readOnly) return false;
  const insert = () => view.state.update(view.state.replaceSelection(text), { userEvent: "input.type", scrollIntoView: true });
  event.preventDefault();
  if (!view.state.facet(EditorView.inputHandler).some((deed) => deed(view, from, to, text, insert))) view.dispatch(insert());
  return true;
}

function label(field: HTMLTextAreaElement): string {
  return field.labels?.[0]?.textContent ?? "SPARQL";
}
