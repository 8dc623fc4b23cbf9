import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { follow } from "../../api/web/src/sources/upload";

const page = (state: string): Response => {
  const answer = new Response(`<div id="view" data-job="${state}"><h1>${state}</h1></div>`);
  Object.defineProperty(answer, "url", { value: location.href });
  return answer;
};

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<main><div id="view" data-job="open" data-lost="lost"><h1>open</h1></div></main>';
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("following a job", () => {
  test("goes on after the connection was lost, and says so meanwhile", async () => {
    const answers = [new TypeError("network"), page("ended")];
    vi.stubGlobal("fetch", () => {
      const next = answers.shift();
      return next instanceof Response ? Promise.resolve(next) : Promise.reject(next);
    });
    const done = follow();
    await vi.advanceTimersByTimeAsync(500);
    expect(document.querySelector('[role="alert"]')?.textContent).toBe("lost");
    await vi.advanceTimersByTimeAsync(20_000);
    await done;
    expect(document.querySelector('[role="alert"]')).toBeNull();
    expect(document.querySelector("h1")?.textContent).toBe("ended");
  });

  test("tells what the service says and ends, and asks for the page where there is no such job", async () => {
    const refused = { status: 403, headers: { "content-type": "application/problem+json" } };
    vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"detail":"closed"}', refused)));
    const done = follow();
    await vi.advanceTimersByTimeAsync(500);
    await done;
    expect(document.querySelector('[role="alert"]')?.textContent).toBe("closed.");
    vi.stubGlobal("fetch", () => Promise.resolve(new Response('{"detail":"gone"}', { ...refused, status: 404 })));
    const again = vi.fn();
    const gone = follow(again);
    await vi.advanceTimersByTimeAsync(500);
    await gone;
    expect(again).toHaveBeenCalledOnce();
  });
});
