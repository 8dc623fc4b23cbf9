/** Values as people read them, in Vietnamese or English; what is in no known form stays as it is. */

import { type Term, XSD } from "./terms";

export interface Words {
  readonly [key: string]: string;
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WHOLE = new Set(
  ["integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger", "negativeInteger", "nonPositiveInteger", "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"].map((name) => XSD + name),
);
const BROKEN = new Set(["decimal", "double", "float"].map((name) => XSD + name));
const DAY = /^(-?\d{4,})(?:-(\d\d))?(?:-(\d\d))?$/;
const MOMENT = /^(-?\d{4,}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;
const DATED = new Set(["date", "gYear", "gYearMonth"].map((name) => XSD + name));

/** The number that a term is, undefined when it is none. */
export function numberOf(term: Term | null): number | undefined {
  if (term?.kind !== "literal" || !(WHOLE.has(term.datatype) || BROKEN.has(term.datatype))) return undefined;
  const number = Number(term.value);
  return Number.isFinite(number) ? number : undefined;
}

/** The moment of a date, in milliseconds, undefined when it is none. */
export function timeOf(term: Term | null): number | undefined {
  if (term?.kind !== "literal") return undefined;
  if (term.datatype === XSD + "dateTime") return finite(Date.parse(term.value));
  const day = DATED.has(term.datatype) ? DAY.exec(term.value) : null;
  return day ? finite(Date.UTC(Number(day[1]), Number(day[2] ?? 1) - 1, Number(day[3] ?? 1))) : undefined;
}

function finite(number: number): number | undefined {
  return Number.isFinite(number) ? number : undefined;
}

/** A number with its thousands set apart: `3.882,5`, in English `3,882.5`. */
export function figure(value: number | string, language: string): string {
  const text = String(value).replace(/^\+/, "");
  const plain = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!plain) return text;
  const [, sign = "", whole = "", part] = plain;
  const [apart, point] = language === "en" ? [",", "."] : [".", ","];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, apart);
  return `${sign ? "−" : ""}${grouped}${part ? point + part : ""}`;
}

/** A value as text for people. */
export function shown(term: Term, language: string, words: Words): string {
  const { value, datatype } = term;
  if (term.kind !== "literal") return tidy(value);
  if (datatype === XSD + "boolean") return words[value === "true" || value === "1" ? "yes" : "no"] ?? value;
  if (WHOLE.has(datatype)) return figure(value, language);
  if (BROKEN.has(datatype)) return figure(rounded(value), language);
  if (DATED.has(datatype)) return day(value, language);
  const moment = datatype === XSD + "dateTime" ? MOMENT.exec(value) : null;
  if (moment) return `${day(moment[1] ?? "", language)}, ${moment[2]}${moment[3] === "Z" ? " UTC" : (moment[3] ?? "")}`;
  return tidy(value);
}

function rounded(value: string): string {
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  return /^[+-]?\d+\.?\d*$/.test(value) && value.length < 16 ? String(number) : String(Number(number.toPrecision(10)));
}

function day(text: string, language: string): string {
  const found = DAY.exec(text);
  if (!found) return tidy(text);
  const [, year = "", month, date] = found;
  const english = language === "en";
  const parts = [date && String(Number(date)), month && (english ? MONTHS[Number(month) - 1] : String(Number(month))), year];
  return parts.filter(Boolean).join(english ? " " : "-");
}

/** Text without controls that could turn what stands around it. */
export function tidy(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
}

/** Text without tone marks, in small letters: what people type. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
}

/** A phrase with its figure (`#`) and its names (`@`) put in. */
export function said(phrase: string | undefined, ...parts: string[]): string {
  const rest = [...parts];
  return (phrase ?? "").replace(/[#@]/g, (mark) => rest.shift() ?? mark);
}
