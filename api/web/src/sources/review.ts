/** One text under review: a choice lights up in the text, keys decide, the page follows. */

import { type Deed, deedOf, stepped, undoing } from "./keys";
import { page, Told } from "./send";

const SCROLLED = [".text", ".claims"] as const;

interface Done {
  readonly key: string;
  readonly deed: string;
}

/** What was decided here, last one last; taken back by one key. */
const done: Done[] = [];
let sending: Promise<void> = Promise.resolve();

function cards(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("#cards > .card")];
}

function chosen(): HTMLElement | undefined {
  const focused = document.activeElement?.closest<HTMLElement>(".card");
  return focused ?? cards().find((card) => card.classList.contains("on"));
}

function card(key: string | undefined): HTMLElement | undefined {
  return cards().find((one) => one.dataset["key"] === key);
}

/** Choose a proposal: its card, its sentences and its words are lit, the address says so. */
export function choose(one: HTMLElement, focus: boolean): void {
  const key = one.dataset["key"] ?? "";
  for (const each of cards()) each.classList.toggle("on", each === one);
  for (const link of document.querySelectorAll(".pick")) link.removeAttribute("aria-current");
  const pick = one.querySelector<HTMLAnchorElement>(".pick");
  pick?.setAttribute("aria-current", "true");
  light(key);
  const address = new URL(location.href);
  address.searchParams.set("chon", key);
  address.searchParams.delete("vua");
  history.replaceState(null, "", address);
  if (focus) pick?.focus({ preventScroll: true });
  if (focus) one.scrollIntoView({ block: "nearest" });
}

function light(key: string): void {
  const text = document.getElementById("bai");
  if (!text) return;
  const named = CSS.escape(key);
  for (const [name, selector] of [
    ["lit", `[data-in~="${named}"]`],
    ["said", `[data-said~="${named}"]`],
    ["on", `.m[data-key="${named}"]`],
  ] as const) {
    for (const old of text.querySelectorAll(`.${name}`)) old.classList.remove(name);
    for (const piece of text.querySelectorAll(selector)) piece.classList.add(name);
  }
  const first = text.querySelector(".said") ?? text.querySelector(".lit") ?? text.querySelector(".m.on");
  first?.scrollIntoView({ block: "nearest" });
}

/** Send a form after those that are under way: nobody's next key is lost to a slow answer. */
function send(address: string, body: FormData, deed: Done | null): void {
  sending = sending.then(() => sent(address, body, deed));
}

/** Send a form and show the page that comes of it, where the reader was. */
async function sent(address: string, body: FormData, deed: Done | null): Promise<void> {
  const view = document.getElementById("view");
  if (!view) return;
  view.setAttribute("aria-busy", "true");
  try {
    const answer = await page(address, body);
    if (deed) done.push(deed);
    show(answer.page, answer.address);
  } catch (error) {
    const told = document.querySelector<HTMLElement>(".claims .failed");
    view.removeAttribute("aria-busy");
    if (!told) return;
    told.textContent = error instanceof Told ? error.message : (told.dataset["lost"] ?? "");
    told.hidden = false;
    told.scrollIntoView({ block: "nearest" });
  }
}

function show(fresh: Document, address: string): void {
  const [old, now] = [document.getElementById("view"), fresh.getElementById("view")];
  if (!old || !now) {
    location.assign(address);
    return;
  }
  const places = SCROLLED.map((one) => old.querySelector(one)?.scrollTop ?? 0);
  old.replaceWith(now);
  SCROLLED.forEach((one, at) => now.querySelector(one)?.scrollTo({ top: places[at] ?? 0, behavior: "instant" }));
  history.replaceState(null, "", address);
  announce(now.querySelector<HTMLElement>(".said-done"));
  const language = fresh.querySelector(".lang");
  if (language) document.querySelector(".lang")?.replaceWith(language);
  ready(true);
}

/** Say what came of it once the line is there: what comes with its line is not read aloud. */
function announce(line: HTMLElement | null): void {
  const told = line?.textContent.trim();
  if (!line || !told) return;
  line.textContent = "";
  setTimeout(() => (line.textContent = told), 50);
}

function submitted(event: SubmitEvent): void {
  const form = event.target;
  const one = form instanceof HTMLFormElement ? form.closest<HTMLElement>(".card") : null;
  if (!(form instanceof HTMLFormElement) || !one) return;
  event.preventDefault();
  const body = new FormData(form, event.submitter);
  const deed = String(body.get("viec"));
  const key = one.dataset["key"] ?? "";
  const whole = !deed.includes(".") && deed !== "hoan";
  body.set("tiep", (whole ? one.dataset["next"] : "") || key);
  send(form.action, body, deed.startsWith("hoan") ? null : { key, deed });
}

function undo(): void {
  const last = done.pop();
  const here = chosen();
  const key = last?.key ?? (here?.dataset["state"] === "pending" ? undefined : here?.dataset["key"]);
  if (!key) return;
  const body = new FormData();
  const csrf = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
  const told = { csrf, the: key, tiep: key, viec: undoing(last?.deed ?? "") };
  for (const [name, value] of Object.entries(told)) body.set(name, value);
  send(location.href, body, null);
}

function act(deed: Deed): boolean {
  const one = chosen();
  if (deed === "help") return unfold("keys");
  if (deed === "undo") undo();
  else if (deed === "next" || deed === "before") {
    const to = stepped(cards(), one, deed === "next" ? 1 : -1);
    if (to) choose(to, true);
    else return false;
  } else if (!one) return false;
  else if (deed === "correct") return correct(one);
  else if (typeof deed === "object") one.querySelectorAll<HTMLInputElement>(".possible input:enabled")[deed.candidate]?.click();
  else decide(one, deed);
  return true;
}

function decide(one: HTMLElement, deed: "accept" | "reject"): void {
  const choice = deed === "accept" ? one.querySelector<HTMLButtonElement>("[data-deed=choose]") : null;
  const ready = one.querySelector<HTMLInputElement>(".possible input:checked");
  if (choice && !ready) one.querySelector<HTMLInputElement>(".possible input:enabled")?.focus();
  else (choice ?? one.querySelector<HTMLButtonElement>(`[data-deed=${deed}]`))?.click();
}

function correct(one: HTMLElement): boolean {
  const fold = one.querySelector<HTMLDetailsElement>(".fix");
  if (!fold) return false;
  choose(one, false);
  fold.open = true;
  fold.querySelector<HTMLElement>("input:not([type=hidden]), select")?.focus();
  return true;
}

function unfold(id: string): boolean {
  const fold = document.getElementById(id);
  if (!(fold instanceof HTMLDetailsElement)) return false;
  fold.open = !fold.open;
  if (fold.open) fold.scrollIntoView({ block: "nearest" });
  return true;
}

/** Whether a key is meant for what has the focus: a field, a list of choices, another page part. */
function elsewhere(target: EventTarget | null, deed: Deed): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement && target.type === "radio") return deed === "next" || deed === "before";
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}

function pressed(event: KeyboardEvent): void {
  if (event.key === "Escape" && event.target instanceof HTMLElement) {
    const fold = event.target.closest<HTMLDetailsElement>(".fix");
    if (!fold) return;
    fold.open = false;
    fold.closest<HTMLElement>(".card")?.querySelector<HTMLElement>(".pick")?.focus();
    return;
  }
  const deed = deedOf(event);
  if (!deed || elsewhere(event.target, deed)) return;
  if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !document.activeElement?.closest(".card")) return;
  if (act(deed)) event.preventDefault();
}

function clicked(event: MouseEvent): void {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const target = event.target instanceof Element ? event.target : null;
  const link = target?.closest<HTMLElement>("#bai a.m, .pick");
  const key = link?.dataset["key"] ?? link?.closest<HTMLElement>(".card")?.dataset["key"];
  const one = link ? card(key) : undefined;
  if (one) {
    event.preventDefault();
    choose(one, true);
    return;
  }
  const inside = target?.closest<HTMLElement>(".card");
  if (inside && !target?.closest("a, button, input, select, label, summary")) choose(inside, false);
}

/** Make a page that has come ready: names in the text are left out of the order of the Tab key. */
function ready(follow: boolean): void {
  for (const link of document.querySelectorAll<HTMLElement>("#bai a.m")) link.tabIndex = -1;
  const one = cards().find((each) => each.classList.contains("on"));
  if (one) choose(one, follow);
  else if (follow) document.querySelector<HTMLElement>(".claims .pick")?.focus();
}

export function review(): void {
  document.addEventListener("submit", submitted);
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", clicked);
  ready(false);
}
