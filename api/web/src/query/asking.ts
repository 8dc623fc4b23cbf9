/** Asking the service: rows as they stream in, and how it ended; a part is never taken for the whole. */

import { columns, triple } from "./terms";

/** Why an answer is not whole, empty when it is. */
export type Part = "" | "stopped" | "cut" | "most";

export interface Answer {
  readonly kind: "rows" | "triples" | "truth";
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly truth: boolean;
  readonly part: Part;
  readonly seconds: number;
}

export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly remedy?: string;
  readonly place?: string;
  readonly type?: string;
}

/** A query that the service does not carry out. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

const ROWS = "text/tab-separated-values";
const ACCEPT = `${ROWS}, application/n-triples`;

/** Reads lines out of pieces of text, whatever the pieces break at. */
export class Lines {
  private rest = "";

  *take(piece: string): Generator<string> {
    const lines = (this.rest + piece).split("\n");
    this.rest = lines.pop() ?? "";
    yield* lines;
  }

  /** What stands after the last line break. */
  last(): string {
    return this.rest;
  }
}

/**
 * Ask the service.
 *
 * `signal` stops it, and the worker there; `most` rows are kept; `arrived` is told how many there
 * are by now.
 */
export async function ask(address: string, text: string, most: number, signal: AbortSignal, arrived: (rows: number) => void): Promise<Answer> {
  const began = performance.now();
  const own = new AbortController();
  const stop = (): void => own.abort();
  signal.addEventListener("abort", stop);
  const answer = await fetch(address, {
    method: "POST",
    body: text,
    headers: { "content-type": "application/sparql-query", accept: ACCEPT },
    signal: own.signal,
  });
  if (!answer.ok || !answer.body) throw new Refusal(await problemOf(answer));
  const triples = !(answer.headers.get("content-type") ?? "").startsWith(ROWS);
  const read = new Reading(triples, most);
  let part: Part = "";
  try {
    part = await pour(answer.body, read, arrived);
  } catch {
    part = signal.aborted ? "stopped" : "cut";
  }
  if (part) own.abort();
  signal.removeEventListener("abort", stop);
  return read.answer(part, (performance.now() - began) / 1000);
}

async function pour(body: ReadableStream<Uint8Array>, read: Reading, arrived: (rows: number) => void): Promise<Part> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    read.take(done ? decoder.decode() : decoder.decode(value, { stream: true }));
    if (read.full) return "most";
    if (done) return "";
    arrived(read.rows.length);
  }
}

export async function problemOf(answer: Response): Promise<Problem> {
  try {
    const said = (await answer.json()) as Partial<Problem>;
    if (typeof said.detail === "string") return { title: said.title ?? "", detail: said.detail, ...said };
  } catch {
    // no problem as JSON: the status is all there is
  }
  return { title: "", detail: `HTTP ${answer.status}` };
}

/** Lines put together to an answer. */
export class Reading {
  readonly rows: (readonly string[])[] = [];
  full = false;
  private names: string[] | null = null;
  private readonly lines = new Lines();

  constructor(private readonly triples: boolean, private readonly most: number) {
    if (triples) this.names = ["subject", "predicate", "object"];
  }

  take(piece: string): void {
    for (const line of this.lines.take(piece)) this.line(line);
  }

  private line(line: string): void {
    if (this.names === null) {
      this.names = columns(line);
      return;
    }
    const row = this.triples ? triple(line) : line.split("\t");
    if (!row) return;
    if (this.rows.length >= this.most) this.full = true;
    else this.rows.push(row);
  }

  answer(part: Part, seconds: number): Answer {
    const rest = this.lines.last();
    const truth = this.names === null;
    return {
      kind: truth ? "truth" : this.triples ? "triples" : "rows",
      names: this.names ?? [],
      rows: this.rows,
      truth: rest.trim() === "true",
      part,
      seconds,
    };
  }
}
