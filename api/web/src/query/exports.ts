/** Rows as files: for spreadsheets, which run nothing of them, and for programs. */

import { DATA, ONTOLOGY, readTerm, type Term, XSD } from "./terms";

const FORMULA = /^[=+\-@\t\r]/;
const FIGURE = /^[+-]?\d+(?:[.,]\d+)*$/;
const PREFIXES: Record<string, string> = {
  cas: ONTOLOGY,
  id: DATA,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: XSD,
  skos: "http://www.w3.org/2004/02/skos/core#",
};
const LOCAL = /^[A-Za-z_](?:[\w-]*\w)?$/;

/** A cell that no spreadsheet takes for a formula: such text gets an apostrophe. */
export function harmless(text: string): string {
  return FORMULA.test(text) && !FIGURE.test(text) ? `'${text}` : text;
}

/** CSV for a spreadsheet: byte order mark, CRLF, every formula made text. */
export function csv(headings: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [headings.map(quoted).join(",")];
  for (const row of rows) lines.push(row.map((raw) => quoted(readTerm(raw)?.value ?? "")).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

function quoted(text: string): string {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** SPARQL 1.1 TSV, as the service wrote it. */
export function tsv(names: readonly string[], rows: Iterable<readonly string[]>): string {
  const lines = [names.map((name) => `?${name}`).join("\t")];
  for (const row of rows) lines.push(row.join("\t"));
  return `${lines.join("\n")}\n`;
}

/** SPARQL 1.1 results in JSON. */
export function json(names: readonly string[], rows: Iterable<readonly string[]>): string {
  const bindings = [...rows].map((row) =>
    Object.fromEntries(
      names.flatMap((name, place) => {
        const term = readTerm(row[place] ?? "");
        return term ? [[name, binding(term)]] : [];
      }),
    ),
  );
  return JSON.stringify({ head: { vars: names }, results: { bindings } }, null, 1);
}

function binding(term: Term): Record<string, string> {
  if (term.kind === "iri") return { type: "uri", value: term.value };
  if (term.kind === "blank") return { type: "bnode", value: term.value.slice(2) };
  const literal = { type: "literal", value: term.value };
  if (term.language) return { ...literal, "xml:lang": term.language };
  return term.datatype && term.datatype !== XSD + "string" ? { ...literal, datatype: term.datatype } : literal;
}

/** Triples as Turtle: what is said of one thing stands together, known prefixes are used. */
export function turtle(triples: Iterable<readonly string[]>): string {
  const of = new Map<string, Map<string, string[]>>();
  for (const [own = "", predicate = "", value = ""] of triples) {
    const said = of.get(own) ?? new Map<string, string[]>();
    const values = said.get(predicate);
    if (values) values.push(value);
    else of.set(own, said.set(predicate, [value]));
  }
  const lines = Object.entries(PREFIXES).map(([name, space]) => `@prefix ${name}: <${space}> .`);
  for (const [own, said] of of) {
    const parts = [...said].map(([predicate, values]) => `${short(predicate)} ${values.map(short).join(", ")}`);
    lines.push("", `${short(own)} ${parts.join(" ;\n  ")} .`);
  }
  return `${lines.join("\n")}\n`;
}

function short(raw: string): string {
  if (!raw.startsWith("<")) return raw;
  const iri = raw.slice(1, -1);
  for (const [name, space] of Object.entries(PREFIXES)) {
    if (iri.startsWith(space) && LOCAL.test(iri.slice(space.length))) return `${name}:${iri.slice(space.length)}`;
  }
  return raw;
}

/** Give a file to the reader. */
export function save(name: string, kind: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
