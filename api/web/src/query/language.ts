/** SPARQL 1.1 for the editor: what each piece of the text is, to be coloured. */

import { StreamLanguage, type StringStream } from "@codemirror/language";

export const KEYWORDS = (
  "SELECT CONSTRUCT DESCRIBE ASK WHERE FROM NAMED PREFIX BASE DISTINCT REDUCED AS OPTIONAL UNION MINUS FILTER BIND VALUES GRAPH " +
  "SERVICE SILENT GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET UNDEF EXISTS NOT IN COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT " +
  "SEPARATOR STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE " +
  "ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID " +
  "STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX " +
  "SUBSTR REPLACE"
).split(" ");
const KNOWN = new Set(KEYWORDS);

interface State {
  /** The quotes that close the string that is open, empty when none is. */
  quote: string;
}

function inString(stream: StringStream, state: State): string {
  while (!stream.eol()) {
    if (stream.match(state.quote)) {
      state.quote = "";
      return "string";
    }
    if (stream.next() === "\\") stream.next();
  }
  if (state.quote.length === 1) state.quote = ""; // one quote does not reach over the line
  return "string";
}

export function token(stream: StringStream, state: State): string | null {
  if (state.quote) return inString(stream, state);
  if (stream.eatSpace()) return null;
  if (stream.match(/^#.*/)) return "comment";
  if (stream.match(/^<[^<>"{}|^`\\\s]*>/)) return "link";
  const quote = stream.match(/^(?:"""|'''|"|')/) as RegExpMatchArray | null;
  if (quote) {
    state.quote = quote[0];
    return inString(stream, state);
  }
  if (stream.match(/^[?$][\p{L}\p{N}_]+/u)) return "variableName";
  if (stream.match(/^@[a-z]+(?:-[a-z0-9]+)*/i)) return "labelName";
  if (stream.match(/^(?:[\p{L}][\p{L}\p{N}_.-]*)?:(?:[\p{L}\p{N}_.:%-]|\\.)*/u)) return "propertyName";
  if (stream.match(/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return "number";
  const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u) as RegExpMatchArray | null;
  if (word) return word[0] === "a" ? "keyword" : /^(?:true|false)$/i.test(word[0]) ? "bool" : KNOWN.has(word[0].toUpperCase()) ? "keyword" : null;
  stream.next();
  return null;
}

export const sparql = StreamLanguage.define<State>({
  name: "sparql",
  startState: () => ({ quote: "" }),
  copyState: (state) => ({ ...state }),
  token,
  languageData: { commentTokens: { line: "#" }, closeBrackets: { brackets: ["(", "[", "{", '"', "'"] } },
});
