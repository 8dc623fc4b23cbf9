/** RDF terms as SPARQL's TSV and N-Triples write them: one syntax, read only when a cell is looked at. */

export const XSD = "http://www.w3.org/2001/XMLSchema#";
export const DATA = "https://w3id.org/cascade-vn/id/";
export const ONTOLOGY = "https://w3id.org/cascade-vn/ontology#";

export interface Term {
  readonly kind: "iri" | "blank" | "literal" | "other";
  readonly value: string;
  readonly datatype: string;
  readonly language: string;
}

const LITERAL = /^"((?:[^"\\]|\\.)*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)(?:--[a-z]+)?|\^\^<([^>]*)>)?$/su;
const BARE: readonly [RegExp, string][] = [
  [/^[+-]?\d+$/, "integer"],
  [/^[+-]?\d*\.\d+$/, "decimal"],
  [/^[+-]?(?:\d+\.?\d*|\.\d+)[eE][+-]?\d+$/, "double"],
  [/^(?:true|false)$/, "boolean"],
];
const ESCAPED = /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gsu;
const LETTERS: Record<string, string> = { t: "\t", n: "\n", r: "\r", b: "\b", f: "\f" };

/** What a field of TSV or a part of a triple says; null where nothing is bound. */
export function readTerm(text: string): Term | null {
  if (!text) return null;
  if (text.startsWith("<") && !text.startsWith("<<")) return term("iri", unescaped(text.slice(1, -1)));
  if (text.startsWith("_:")) return term("blank", text);
  const literal = text.startsWith('"') ? LITERAL.exec(text) : null;
  if (literal) {
    const [, value = "", language = "", datatype] = literal;
    return term("literal", unescaped(value), datatype ?? (language ? "" : XSD + "string"), language);
  }
  const bare = BARE.find(([form]) => form.test(text));
  return bare ? term("literal", text, XSD + bare[1]) : term("other", text);
}

function term(kind: Term["kind"], value: string, datatype = "", language = ""): Term {
  return { kind, value, datatype, language };
}

function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(ESCAPED, (_, four?: string, eight?: string, letter?: string) => {
    if (letter !== undefined) return LETTERS[letter] ?? letter;
    const code = parseInt(four ?? eight ?? "", 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
  });
}

/** Subject, predicate and object of a line of N-Triples, as they stand; null where there is no triple. */
export function triple(line: string): [string, string, string] | null {
  const first = line.indexOf(" ");
  const second = line.indexOf(" ", first + 1);
  const end = line.lastIndexOf(" .");
  if (line.startsWith("<<") || line.startsWith("#") || first < 0 || second < 0 || end <= second) return null;
  return [line.slice(0, first), line.slice(first + 1, second), line.slice(second + 1, end)];
}

/** Names of the columns in the first line of TSV. */
export function columns(line: string): string[] {
  return line ? line.split("\t").map((name) => name.replace(/^[?$]/, "")) : [];
}
