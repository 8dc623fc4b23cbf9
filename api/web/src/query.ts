/**
 * The SPARQL page: a query is written with help, run by a click, and its answer looked at. A link
 * runs nothing by itself. Without this the page is a form that brings back a table.
 */

import { type Answer, ask, type Problem, Refusal } from "./query/asking";
import { Completing } from "./query/completing";
import { Editor, type Slip } from "./query/editor";
import { button, element, part } from "./query/elements";
import { figure, folded, said, type Words } from "./query/formats";
import { Labels } from "./query/labels";
import { forget, gist, keep, type Run, runs } from "./query/past";
import { type Libraries, type Looking, Result } from "./query/result";
import { addressOf, looking, OF_VIEW, QUESTION } from "./query/state";

const TELL = 250; // milliseconds between two tellings of how many rows came

class Desk {
  private readonly main = part<HTMLElement>("content");
  private readonly words = JSON.parse(this.main.dataset["words"] ?? "{}") as Words;
  private readonly language = document.documentElement.lang;
  private readonly kept = new URLSearchParams(location.search).get("lang") ?? "";
  private readonly labels = new Labels(this.language);
  private readonly shown = part<HTMLElement>("shown");
  private readonly told = part<HTMLElement>("told");
  private readonly stop = part<HTMLButtonElement>("stop");
  private readonly editor: Editor;
  private look: Looking = looking(location.search);
  /** The query as the address has it: a question with its values, as long as its text is untouched. */
  private own = "";
  private asked: AbortController | undefined;
  private result: Result | undefined;

  constructor() {
    const field = part<HTMLTextAreaElement>("q");
    this.own = field.value;
    this.editor = new Editor(field, this.language, this.words, new Completing(this.language, this.words), {
      run: () => void this.run(),
      changed: () => this.slip(null),
      slip: (slip) => this.slip(slip),
    });
    for (const one of document.querySelectorAll<HTMLElement>(".key[hidden], .filter[hidden], #share")) one.hidden = false;
    document.querySelector(".noscript")?.remove();
    this.listen();
    this.past(runs());
  }

  private listen(): void {
    part("writing").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.run();
    });
    document.addEventListener("submit", (event) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.id !== "fill") return;
      event.preventDefault();
      void this.fill(event.target);
    });
    this.stop.addEventListener("click", () => this.asked?.abort());
    part("share").addEventListener("click", () => void this.share());
    part("filter").addEventListener("input", () => this.filter());
    document.querySelector("#past > button")?.addEventListener("click", () => {
      forget();
      this.past([]);
    });
    addEventListener("popstate", () => location.reload());
    addEventListener("beforeprint", () => this.result?.print());
    addEventListener("afterprint", () => this.result?.printed());
    const narrow = matchMedia("(max-width: 760px)").matches;
    if (narrow) for (const shelf of document.querySelectorAll(".library > details")) shelf.removeAttribute("open");
  }

  private slip(slip: Slip | null): void {
    part("slip").textContent = slip ? `${begun(slip.message)}. ${begun(slip.remedy)}` : "";
  }

  /** Bring the values of a question's form into its query, and run it. */
  private async fill(form: HTMLFormElement): Promise<void> {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") values.set(name, value.trim());
    if (this.kept) values.set("lang", this.kept);
    const address = `${location.pathname}?${values}`;
    const answer = await fetch(address, { headers: { accept: "text/html" } }).catch(() => null);
    const page = answer ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    const text = page?.querySelector<HTMLTextAreaElement>("#q")?.value;
    const refused = page?.querySelector("#shown > .refused");
    if (!answer || text === undefined) {
      this.failed({ title: "", detail: this.words["failed"] ?? "", remedy: this.words["failed_do"] ?? "" });
      return;
    }
    history.pushState(null, "", address);
    this.look = looking("");
    if (refused) {
      this.result = undefined;
      this.shown.replaceChildren(refused);
      return;
    }
    this.own = text;
    this.editor.text = text;
    await this.run(false);
  }

  /** Run what stands in the editor; the one before it is stopped. */
  private async run(push = true): Promise<void> {
    const text = this.editor.text;
    if (!text.trim()) return this.editor.focus();
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    if (push) this.state(text, true);
    this.waiting(true);
    try {
      const answer = await ask(`/sparql?lang=${this.language}`, text, Number(this.main.dataset["rows"]), asked.signal, this.arriving(asked));
      if (asked === this.asked) this.show(text, answer);
    } catch (error) {
      if (asked !== this.asked) return;
      if (asked.signal.aborted) this.ended(this.words["stopped"] ?? "");
      else if (error instanceof Refusal) this.failed(error.problem);
      else this.failed({ title: "", detail: this.words["failed"] ?? "", remedy: this.words["failed_do"] ?? "" });
    } finally {
      if (asked === this.asked) this.waiting(false);
    }
  }

  private waiting(on: boolean): void {
    this.stop.hidden = !on;
    this.shown.toggleAttribute("aria-busy", on);
    if (on) {
      this.result = undefined;
      this.told.textContent = this.words["running"] ?? "";
      this.shown.replaceChildren(element("p", "waiting", this.words["running"] ?? ""));
    } else this.told.textContent = "";
  }

  private arriving(asked: AbortController): (rows: number) => void {
    let last = 0;
    return (rows) => {
      const now = performance.now();
      if (asked !== this.asked || now - last < TELL) return;
      last = now;
      this.told.textContent = said(this.words["arriving"], figure(rows, this.language));
    };
  }

  private show(text: string, answer: Answer): void {
    const setting = {
      language: this.language,
      kept: this.kept,
      words: this.words,
      labels: this.labels,
      headings: this.headings(text, answer),
    };
    const name = (text === this.own && new URLSearchParams(location.search).get(QUESTION)) || "truy-van";
    this.result = new Result(this.shown, answer, setting, this.look, this.libraries(), name, (look) => {
      this.look = look;
      this.state(text, false);
    });
    this.result.show();
    this.past(keep({ text, when: Date.now(), rows: answer.rows.length }));
  }

  private libraries(): Libraries {
    return { network: this.main.dataset["library"] ?? "", atlas: this.main.dataset["atlas"] ?? "" };
  }

  private headings(text: string, answer: Answer): string[] {
    if (answer.kind === "triples") return ["subject", "predicate", "object"].map((one) => this.words[one] ?? one);
    const labels = text === this.own ? (JSON.parse(part("given").dataset["columns"] ?? "{}") as Record<string, string>) : {};
    return answer.names.map((name) => labels[name] ?? name);
  }

  private ended(text: string): void {
    this.shown.replaceChildren(element("section", "nothing", element("h3", "", text)));
  }

  private failed(problem: Problem): void {
    const inside = [element("h3", "", problem.detail)];
    const told = element("section", "nothing refused", ...inside);
    if (problem.place) told.append(element("p", "", `${this.words["limit"]}: `, element("code", "", problem.place)));
    if (problem.remedy) told.append(element("p", "", `${this.words["remedy"]}: ${problem.remedy}`));
    told.setAttribute("role", "alert");
    this.shown.replaceChildren(told);
  }

  /** Say in the address what is on the page; false where it does not fit. */
  private state(text: string, push: boolean): boolean {
    const now = new URLSearchParams(location.search);
    const query = new URLSearchParams();
    if (text === this.own && now.get(QUESTION)) {
      for (const [name, value] of now) if (name !== "q" && !OF_VIEW.includes(name)) query.set(name, value);
    } else {
      query.set("q", text);
      if (this.kept) query.set("lang", this.kept);
    }
    const address = addressOf(location.pathname, query, this.look);
    if (address === null) return false;
    if (push && address !== location.pathname + location.search) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
    this.languages(query);
    return true;
  }

  /** The other language shows the same query. */
  private languages(query: URLSearchParams): void {
    const link = document.querySelector<HTMLAnchorElement>("a.lang");
    if (!link) return;
    const other = new URLSearchParams(query);
    other.set("lang", link.hreflang);
    link.href = addressOf(location.pathname, other, this.look) ?? link.href;
  }

  private async share(): Promise<void> {
    if (!this.state(this.editor.text, false)) {
      this.told.textContent = this.words["too_long_to_share"] ?? "";
      return;
    }
    try {
      await navigator.clipboard.writeText(location.href);
      this.told.textContent = this.words["copied"] ?? "";
    } catch {
      this.told.textContent = this.words["copy_by_hand"] ?? "";
    }
  }

  private filter(): void {
    const wanted = folded(part<HTMLInputElement>("filter").value).split(/\s+/).filter(Boolean);
    let matched = 0;
    for (const section of document.querySelectorAll<HTMLElement>(".kindred")) {
      let here = 0;
      for (const item of section.querySelectorAll<HTMLElement>("li")) {
        const text = folded(item.textContent ?? "");
        item.hidden = !wanted.every((word) => text.includes(word));
        here += item.hidden ? 0 : 1;
      }
      section.hidden = here === 0;
      matched += here;
    }
    const none = part("unmatched");
    none.textContent = matched ? "" : (none.dataset["none"] ?? "");
  }

  private past(kept: readonly Run[]): void {
    const list = part("past").querySelector("ol");
    part("past").hidden = kept.length === 0;
    list?.replaceChildren(
      ...kept.map((run) => {
        const again = button("plain", gist(run.text) || "…", () => {
          this.editor.text = run.text;
          this.editor.focus();
        });
        const when = new Date(run.when).toLocaleString(this.language === "en" ? "en-GB" : "vi-VN", { dateStyle: "short", timeStyle: "short" });
        return element("li", "", again, element("span", "when", `${when} · ${said(this.words["rows"], figure(run.rows, this.language))}`));
      }),
    );
  }
}

/** A sentence with its first letter large. */
function begun(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

new Desk();
