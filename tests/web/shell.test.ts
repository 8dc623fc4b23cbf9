import { beforeEach, expect, test, vi } from "vitest";

const source = "../../api/web/src/shell";

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  delete document.documentElement.dataset["theme"];
  document.body.innerHTML = `<button class="theme" aria-pressed="false"></button><input type="search"><textarea></textarea>`;
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
});

test("the system decides until the reader does", async () => {
  await import(source);
  expect(document.documentElement.dataset["theme"]).toBeUndefined();
  expect(document.documentElement.classList.contains("js")).toBe(true);
});

test("the button goes to and fro, and the choice is kept", async () => {
  await import(source);
  const button = document.querySelector("button")!;
  button.click();
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  expect(button.getAttribute("aria-pressed")).toBe("true");
  expect(localStorage.getItem("cascade-theme")).toBe("dark");
  button.click();
  expect(localStorage.getItem("cascade-theme")).toBe("light");
});

test("what is kept is taken up, what is no theme is not", async () => {
  localStorage.setItem("cascade-theme", "dark");
  await import(source);
  expect(document.documentElement.dataset["theme"]).toBe("dark");
  vi.resetModules();
  localStorage.setItem("cascade-theme", "<script>");
  await import(source);
  expect(document.documentElement.dataset["theme"]).toBeUndefined();
});

test("a slash leads to the search, but not out of a text", async () => {
  await import(source);
  const search = document.querySelector("input")!;
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  expect(document.activeElement).toBe(search);
  const text = document.querySelector("textarea")!;
  text.focus();
  text.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
  expect(document.activeElement).toBe(text);
});
