import { describe, expect, test } from "vitest";

import { csv, harmless, json, tsv, turtle } from "../../api/web/src/query/exports";
import { figure, folded, numberOf, said, shown, timeOf } from "../../api/web/src/query/formats";
import { leads } from "../../api/web/src/query/labels";
import { ordered } from "../../api/web/src/query/sorting";
import { columns, readTerm, triple, XSD } from "../../api/web/src/query/terms";

const words = { yes: "có", no: "không" };
const typed = (value: string, name: string): string => `"${value}"^^<${XSD}${name}>`;

describe("terms", () => {
  test.each([
    ["<http://e/a>", "iri", "http://e/a", ""],
    ["_:b1", "blank", "_:b1", ""],
    ['"x\\ty\\n\\"q\\" \\u1EA1"', "literal", 'x\ty\n"q" ạ', `${XSD}string`],
    ["12", "literal", "12", `${XSD}integer`],
    ["-1.5", "literal", "-1.5", `${XSD}decimal`],
    ["1e3", "literal", "1e3", `${XSD}double`],
    ["true", "literal", "true", `${XSD}boolean`],
    [typed("2020-01-01", "date"), "literal", "2020-01-01", `${XSD}date`],
  ])("%s is read", (text, kind, value, datatype) => {
    expect(readTerm(text)).toMatchObject({ kind, value, datatype });
  });

  test("a language is kept, an empty field is nothing, what is no term is shown as it is", () => {
    expect(readTerm('"đề án"@vi')).toMatchObject({ value: "đề án", language: "vi", datatype: "" });
    expect(readTerm("")).toBeNull();
    expect(readTerm("<<( <a:a> <b:b> <c:c> )>>")).toMatchObject({ kind: "other" });
  });

  test("a code beyond Unicode breaks nothing", () => {
    expect(readTerm('"\\UFFFFFFFF"')?.value).toBe("\ufffd");
  });

  test("a triple keeps its literal whole", () => {
    expect(triple('<a:s> <a:p> "x . y <z> ."@vi .')).toEqual(["<a:s>", "<a:p>", '"x . y <z> ."@vi']);
    expect(triple("")).toBeNull();
  });

  test("columns lose their marks", () => expect(columns("?a\t$b")).toEqual(["a", "b"]));
});

describe("values for people", () => {
  test.each([
    ["3882", "integer", "3.882", "3,882"],
    ["-1234567.50", "decimal", "−1.234.567,5", "−1,234,567.5"],
    ["2018-08-05", "date", "5-8-2018", "5 August 2018"],
    ["2018-08", "gYearMonth", "8-2018", "August 2018"],
    ["2018", "gYear", "2018", "2018"],
    ["2026-11-27T16:18:04Z", "dateTime", "27-11-2026, 16:18 UTC", "27 November 2026, 16:18 UTC"],
    ["true", "boolean", "có", "có"],
    ["NaN", "double", "NaN", "NaN"],
    ["not a day", "date", "not a day", "not a day"],
  ])("%s as %s", (value, name, vi, en) => {
    const term = readTerm(typed(value, name))!;
    expect(shown(term, "vi", words)).toBe(vi);
    expect(shown(term, "en", words)).toBe(en);
  });

  test("what could turn the text around it is left out", () => {
    expect(shown(readTerm('"\u202egnp.exe\u202c"')!, "vi", words)).toBe("gnp.exe");
  });

  test("figures, names without marks, phrases", () => {
    expect(figure("1000", "vi")).toBe("1.000");
    expect(folded("Nghị quyết Đảng")).toBe("nghi quyet dang");
    expect(said("# dòng sau @", "1.000", "một")).toBe("1.000 dòng sau một");
    expect(said("@", "#@")).toBe("#@");
  });

  test("numbers and moments are what they are typed to be", () => {
    expect(numberOf(readTerm('"12"'))).toBeUndefined();
    expect(numberOf(readTerm("12"))).toBe(12);
    expect(timeOf(readTerm(typed("1970-01-02", "date")))).toBe(86_400_000);
    expect(timeOf(readTerm(typed("9999-99-99", "dateTime")))).toBeUndefined();
  });
});

describe("the order of rows", () => {
  const rows = [["10"], ['"Ấp"'], [""], ["9"], ['"ao"'], [typed("2020-01-01", "date")], ['"đi"'], ['"e"']];
  const told = (down: boolean): string[] => ordered(rows, { column: 0, down }).map((place) => rows[place]![0]!);

  test("numbers before days before text, marks disregarded, nothing last both ways", () => {
    expect(told(false)).toEqual(["9", "10", typed("2020-01-01", "date"), '"ao"', '"Ấp"', '"đi"', '"e"', ""]);
    expect(told(true).at(-1)).toBe("");
    expect(told(true)[0]).toBe('"e"');
  });

  test("equal rows keep their order", () => {
    expect(ordered([["1", "b"], ["1", "a"]], { column: 0, down: true })).toEqual([0, 1]);
  });

  test("what rows are sorted by is read once for a column", () => {
    const keys = new Map();
    expect(ordered([["2"], ["1"]], { column: 0, down: false }, keys)).toEqual([1, 0]);
    expect(ordered([["9"], ["9"]], { column: 0, down: true }, keys)).toEqual([0, 1]);
    expect([...keys.keys()]).toEqual([0]);
  });
});

describe("files", () => {
  const rows = [["<http://e/a>", '"=1+1"'], ['"a,\\"b\\"\\nc"@vi', "-5"], ["", '"@SUM(A1)"']];

  test("CSV begins with a mark of order, breaks lines for spreadsheets, and holds no formula", () => {
    expect(csv(["=x", "y"], rows)).toBe("\ufeff'=x,y\r\nhttp://e/a,'=1+1\r\n\"a,\"\"b\"\"\nc\",-5\r\n,'@SUM(A1)\r\n");
    expect(harmless("\t=1")).toBe("'\t=1");
    expect(harmless("+84")).toBe("+84");
  });

  test("TSV is what the service wrote", () => expect(tsv(["a", "b"], rows).split("\n")[1]).toBe('<http://e/a>\t"=1+1"'));

  test("JSON leaves out what is not bound", () => {
    const { results } = JSON.parse(json(["a", "b"], rows)) as { results: { bindings: object[] } };
    expect(results.bindings[2]).toEqual({ b: { type: "literal", value: "@SUM(A1)" } });
    expect(results.bindings[1]).toEqual({
      a: { type: "literal", value: 'a,"b"\nc', "xml:lang": "vi" },
      b: { type: "literal", value: "-5", datatype: `${XSD}integer` },
    });
  });

  test("Turtle puts together what is said of one thing, and shortens only what may be", () => {
    const text = turtle([
      ["<https://w3id.org/cascade-vn/id/document/tw/1>", "<https://w3id.org/cascade-vn/ontology#number>", '"1"'],
      ["<https://w3id.org/cascade-vn/id/document/tw/1>", "<https://w3id.org/cascade-vn/ontology#number>", '"2"'],
    ]);
    expect(text).toContain('<https://w3id.org/cascade-vn/id/document/tw/1> cas:number "1", "2" .');
  });
});

describe("where an address leads", () => {
  test("to our own pages, out to the web, or nowhere", () => {
    expect(leads("https://w3id.org/cascade-vn/id/body/x", "en")).toEqual({ href: "/id/body/x?lang=en", outside: false });
    expect(leads("https://w3id.org/cascade-vn/ontology#Document", "")).toEqual({ href: "/ontology#Document", outside: false });
    expect(leads("https://example.org/a", "")).toEqual({ href: "https://example.org/a", outside: true });
    for (const bad of ["javascript:alert(1)", "data:text/html,x", "https://a@b.example/", "http://e/ x", "urn:x:y", 'https://e/"']) {
      expect(leads(bad, "")).toBeNull();
    }
  });
});
