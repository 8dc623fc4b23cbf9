import { EditorState } from "@codemirror/state";
import { ensureSyntaxTree } from "@codemirror/language";
import { beforeEach, describe, expect, test, vi } from "vitest";

import { ask, Lines, Reading, Refusal } from "../../api/web/src/query/asking";
import { bars, line, numeric, pointsOf, ticks } from "../../api/web/src/query/chart";
import { spanOf } from "../../api/web/src/query/editor";
import { KEYWORDS, sparql } from "../../api/web/src/query/language";
import { sent } from "../../api/web/src/query/network";
import { forget, gist, keep, runs } from "../../api/web/src/query/past";
import { addressOf, looking } from "../../api/web/src/query/state";
import { bring, ROW, visible, widths } from "../../api/web/src/query/window";
import { declaration, matching, phrase } from "../../api/web/src/query/words";

const signal = new AbortController().signal;

function served(pieces: (string | Error)[], media = "text/tab-separated-values", status = 200): void {
  const body = new ReadableStream<Uint8Array>({
    pull(stream) {
      const piece = pieces.shift();
      if (piece === undefined) stream.close();
      else if (piece instanceof Error) stream.error(piece);
      else stream.enqueue(new TextEncoder().encode(piece));
    },
  });
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { status, headers: { "content-type": media } })));
}

describe("asking", () => {
  test("lines are whole whatever they are cut at", () => {
    const lines = new Lines();
    expect([...lines.take("a\nb")]).toEqual(["a"]);
    expect([...lines.take("c\n")]).toEqual(["bc"]);
    expect(lines.last()).toBe("");
  });

  test("an answer that comes to its end is whole", async () => {
    served(["?a\t?b\n1\t", "2\n3\t4\n"]);
    const answer = await ask("/sparql", "", 10, signal, () => undefined);
    expect(answer).toMatchObject({ kind: "rows", names: ["a", "b"], rows: [["1", "2"], ["3", "4"]], part: "" });
  });

  test("one that breaks off is a part, its last line left out", async () => {
    served(["?a\n1\n2", new Error("cut")]);
    expect(await ask("/sparql", "", 10, signal, () => undefined)).toMatchObject({ rows: [["1"]], part: "cut" });
  });

  test("one with more rows than are kept is a part; one with just so many is not", async () => {
    served(["?a\n1\n2\n3\n"]);
    expect(await ask("/sparql", "", 2, signal, () => undefined)).toMatchObject({ rows: [["1"], ["2"]], part: "most" });
    served(["?a\n1\n2\n"]);
    expect(await ask("/sparql", "", 2, signal, () => undefined)).toMatchObject({ rows: [["1"], ["2"]], part: "" });
  });

  test("one that is stopped says so", async () => {
    const stop = new AbortController();
    served(["?a\n1\n", new Error("aborted")]);
    const answer = ask("/sparql", "", 9, stop.signal, () => stop.abort());
    expect((await answer).part).toBe("stopped");
  });

  test("truth, triples, and a refusal with its remedy", async () => {
    served(["true"]);
    expect(await ask("/sparql", "", 9, signal, () => undefined)).toMatchObject({ kind: "truth", truth: true });
    served(['<a:s> <a:p> "o" .\n'], "application/n-triples");
    expect(await ask("/sparql", "", 9, signal, () => undefined)).toMatchObject({ kind: "triples", rows: [["<a:s>", "<a:p>", '"o"']] });
    served([JSON.stringify({ detail: "quá lâu", remedy: "thêm LIMIT", place: "seconds=30" })], "application/problem+json", 400);
    await expect(ask("/sparql", "", 9, signal, () => undefined)).rejects.toMatchObject({ problem: { remedy: "thêm LIMIT", place: "seconds=30" } });
    served(["<html>"], "text/html", 502);
    await expect(ask("/sparql", "", 9, signal, () => undefined)).rejects.toBeInstanceOf(Refusal);
  });

  test("no rows are no truth", () => {
    const reading = new Reading(false, 9);
    reading.take("?a\n");
    expect(reading.answer("", 0)).toMatchObject({ kind: "rows", rows: [] });
  });
});

describe("the window of a long table", () => {
  test("holds what is seen, never more than there is", () => {
    expect(visible(0, 580, 100_000)).toEqual({ first: 0, end: 32 });
    expect(visible(ROW * 50_000, 580, 100_000)).toEqual({ first: 49_988, end: 50_032 });
    expect(visible(ROW * 99_990, 580, 100_000).end).toBe(100_000);
    expect(visible(1e9, 580, 10)).toEqual({ first: 0, end: 10 });
  });

  test("moves only when a row is not seen", () => {
    expect(bring(3, 0, 580)).toBeNull();
    expect(bring(99, 0, 580)).toBe(100 * ROW - 580);
    expect(bring(0, 100, 580)).toBe(0);
  });

  test("columns fill the room and are never too narrow", () => {
    const found = widths([[1, 1], [60, 60]], 1000);
    expect(found.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1000);
    expect(Math.min(...widths([[1], [500], [500]], 100))).toBeGreaterThanOrEqual(96);
  });
});

describe("charts", () => {
  const rows = [['"b"', "2"], ['"a"', '"x"'], ['"c"', "-1"]];
  const name = (raw: string): string => raw;

  test("columns of numbers are found, rows without one are counted", () => {
    expect(numeric(rows, 2)).toEqual([1]);
    expect(pointsOf(rows, 0, 1, "bars", name)).toMatchObject({ left: 1, cut: false, points: [{ value: 2 }, { value: -1 }] });
  });

  test("a line stands in the order of its numbers, and says when it is cut", () => {
    const many = Array.from({ length: 2100 }, (_, at) => [String(2100 - at), "1"]);
    const { points, cut } = pointsOf(many, 0, 1, "line", name);
    expect(cut).toBe(true);
    expect(points[0]!.at).toBeLessThan(points[1]!.at);
  });

  test("ticks are round and hold every value and zero", () => {
    expect(ticks(3, 97, 5)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(ticks(-7, 0, 5)[0]).toBeLessThanOrEqual(-7);
    expect(ticks(0, 0, 5).length).toBeGreaterThan(1);
  });

  test("names are text, whatever they are", () => {
    const points = [{ name: "<script>alert(1)</script>", value: 1, at: 0 }];
    for (const drawing of [bars(points, 600, "vi", "x"), line(points, 600, "vi", "x")]) {
      expect(drawing.querySelector("script")).toBeNull();
      expect(drawing.textContent).toContain("<script>");
    }
  });
});

describe("writing", () => {
  const terms = [
    { term: "cas:implements", vi: "triển khai", en: "implements", kind: "property" },
    { term: "cas:Document", vi: "Văn bản", en: "Document", kind: "class" },
    { term: "cas:documentType", vi: "loại văn bản", en: "document type", kind: "property" },
  ];

  test("terms are found by name and by label without marks", () => {
    expect(matching(terms, "trien").map((one) => one.term)).toEqual(["cas:implements"]);
    expect(matching(terms, "van ban").map((one) => one.term)).toEqual(["cas:Document", "cas:documentType"]);
    expect(matching(terms, "cas:doc").map((one) => one.term)).toEqual(["cas:Document", "cas:documentType"]);
    expect(matching(terms, "khong co")).toEqual([]);
    const values = [{ term: "<x:1>", vi: "Văn bản hợp nhất", en: "", kind: "concept" }, ...terms];
    expect(matching(values, "van ban").map((one) => one.term)).toEqual(["cas:Document", "<x:1>", "cas:documentType"]);
  });

  test("a prefix is declared once", () => {
    const prefixes = { cas: "https://c/#" };
    expect(declaration("SELECT * {}", "cas:Document", prefixes)).toBe("PREFIX cas: <https://c/#>\n");
    expect(declaration("prefix cas: <https://c/#>", "cas:Document", prefixes)).toBe("");
    expect(declaration("", "other:x", prefixes)).toBe("");
  });

  test("the words before the cursor that may be a name", () => {
    const keys = new Set(KEYWORDS);
    expect(phrase("  ?d cas:basedOn nghi quyet 57", keys)).toBe("nghi quyet 57");
    expect(phrase("SELECT bo chinh tri", keys)).toBe("bo chinh tri");
    expect(phrase("?x", keys)).toBe("");
    expect(phrase("?x a cas", keys)).toBe("cas");
  });

  test("every piece of a query is coloured by what it is", () => {
    const text = '# ghi chú\nSELECT ?đ { ?đ a cas:Document ; x:y "a\\"b"@vi , """dài\nhai""" , <http://e> , 5 }';
    const state = EditorState.create({ doc: text, extensions: [sparql] });
    const found: string[] = [];
    ensureSyntaxTree(state, text.length, 1000)?.iterate({
      enter: (node) => {
        if (node.from !== node.to && node.name !== "Document") found.push(`${node.name}:${text.slice(node.from, node.to)}`);
      },
    });
    expect(found).toEqual([
      "comment:# ghi chú",
      "keyword:SELECT",
      "variableName:?đ",
      "variableName:?đ",
      "keyword:a",
      "propertyName:cas:Document",
      "propertyName:x:y",
      'string:"a\\"b"',
      "labelName:@vi",
      'string:"""dài',
      'string:hai"""',
      "link:<http://e>",
      "number:5",
    ]);
  });

  test("a slip is shown at its word, at the last letter when the text just ends", () => {
    const text = "SELECT *\nWHERE { ?s nope:x ?o";
    expect(text.slice(...spanOf(text, 2, 14))).toBe("nope:x");
    expect(spanOf(text, 2, 22)).toEqual([text.length - 1, text.length]);
    expect(text.slice(...spanOf(text, 1, 0))).toBe("SELECT *");
    expect(text.slice(...spanOf(text, 99, 1))).toBe("WHERE");
  });
});

describe("what is kept", () => {
  beforeEach(() => localStorage.clear());

  test("queries that were run, the same one once, thirty at most", () => {
    for (let run = 0; run < 40; run += 1) keep({ text: `SELECT ${run % 35}`, when: run, rows: 1 });
    expect(runs()).toHaveLength(30);
    expect(new Set(runs().map((one) => one.text)).size).toBe(30);
    forget();
    expect(runs()).toEqual([]);
  });

  test("what others wrote there breaks nothing", () => {
    localStorage.setItem("cascade-queries", '[{"text": 1}, null, {"text": "ASK {}", "when": 1, "rows": 0}]');
    expect(runs()).toHaveLength(1);
    localStorage.setItem("cascade-queries", "{");
    expect(runs()).toEqual([]);
  });

  test("the gist of a query has no prefixes and comments", () => {
    expect(gist("PREFIX a: <b#> SELECT * { ?s <c#> 1 }")).toBe("SELECT * { ?s <c#> 1 }");
    expect(gist("PREFIX a: <b>\n# nói\nSELECT *\n  WHERE {}")).toBe("SELECT * WHERE {}");
  });
});

describe("the address", () => {
  test("says how the answer is looked at, and reads it back", () => {
    const look = { view: "bieu-do" as const, order: { column: 2, down: true }, kind: "line" as const, across: 1, up: 2, where: 0, value: null, set: null };
    const address = addressOf("/truy-van", new URLSearchParams({ q: "ASK {}" }), look);
    expect(looking(address!.slice(address!.indexOf("?")))).toEqual(look);
  });

  test("nonsense is the usual view; a query too long for an address has none", () => {
    expect(looking("?xem=x&xep=1e9&ngang=-1")).toMatchObject({ view: "bang", order: null, across: 0 });
    expect(addressOf("/truy-van", new URLSearchParams({ q: "x".repeat(9000) }), looking(""))).toBeNull();
  });
});

test("triples are sent to be drawn with what is a value told apart", () => {
  expect(sent([["<a:s>", "<a:p>", "<a:o>"], ["_:b", "<a:p>", '"giá trị"@vi'], ["<<x", "", ""]])).toEqual([
    ["a:s", "a:p", "a:o", false],
    ["_:b", "a:p", "giá trị", true],
  ]);
});
