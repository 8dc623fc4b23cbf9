/** Searching while typing: what the search page would show, as a list below the field. */

const WAIT = 140;
const MOST = 8;

interface Hit {
  readonly address: string;
  readonly name: DocumentFragment;
  readonly day: string;
  readonly about: DocumentFragment;
  readonly level: string;
}

export class Search {
  private readonly list: HTMLUListElement;
  private readonly hint: HTMLElement;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private asked: AbortController | undefined;
  private hits: readonly Hit[] = [];
  private at = -1;

  constructor(private readonly field: HTMLInputElement, private readonly open: (address: string) => void) {
    const form = field.form;
    const list = form?.querySelector<HTMLUListElement>("[role=listbox]");
    const hint = form?.querySelector<HTMLElement>("[role=status]");
    if (!form || !list || !hint) throw new Error("the search has no list");
    [this.list, this.hint] = [list, hint];
    field.addEventListener("input", () => this.typed());
    field.addEventListener("keydown", (event) => this.key(event));
    list.addEventListener("mousedown", (event) => this.pointed(event));
  }

  private typed(): void {
    clearTimeout(this.waiting);
    this.asked?.abort();
    const query = this.field.value.trim();
    if (!query) this.show([], this.hint.dataset["hint"] ?? "");
    else this.waiting = setTimeout(() => void this.find(query), WAIT);
  }

  private async find(query: string): Promise<void> {
    this.asked = new AbortController();
    const language = new URLSearchParams(location.search).get("lang");
    const asked = new URLSearchParams({ q: query, ...(language ? { lang: language } : {}) });
    try {
      const answer = await fetch(`/tim?${asked}`, { signal: this.asked.signal, headers: { accept: "text/html" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const found = hitsOf(await answer.text());
      const none = this.hint.dataset["none"] ?? "";
      const count = (this.hint.dataset["count"] ?? "#").replace("#", String(found.length));
      this.show(found.slice(0, MOST), found.length ? count : none);
    } catch (error) {
      if ((error as Error).name !== "AbortError") this.show([], this.hint.dataset["failed"] ?? "");
    }
  }

  private show(hits: readonly Hit[], said: string): void {
    this.hits = hits;
    this.at = -1;
    this.hint.textContent = said;
    this.list.hidden = hits.length === 0;
    this.field.setAttribute("aria-expanded", String(hits.length > 0));
    this.field.removeAttribute("aria-activedescendant");
    this.list.replaceChildren(...hits.map((hit, place) => row(hit, place)));
  }

  private key(event: KeyboardEvent): void {
    const last = this.hits.length - 1;
    if (event.key === "ArrowDown" && last >= 0) this.mark(this.at < last ? this.at + 1 : 0);
    else if (event.key === "ArrowUp" && last >= 0) this.mark(this.at > 0 ? this.at - 1 : last);
    else if (event.key === "Enter" && this.hits[this.at]) this.choose(this.at);
    else if (event.key === "Escape" && this.hits.length) this.show([], this.hint.dataset["hint"] ?? "");
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private mark(place: number): void {
    this.at = place;
    [...this.list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === place));
      if (index === place) {
        this.field.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  }

  private pointed(event: MouseEvent): void {
    const item = (event.target as Element).closest("li");
    const place = item ? [...this.list.children].indexOf(item) : -1;
    if (place < 0) return;
    event.preventDefault();
    this.choose(place);
  }

  private choose(place: number): void {
    const hit = this.hits[place];
    if (!hit) return;
    this.show([], this.hint.dataset["hint"] ?? "");
    this.open(hit.address);
  }
}

/** Read the documents among the hits of the search page. */
export function hitsOf(html: string): Hit[] {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.querySelectorAll(".hits > li")].flatMap((item) => {
    const name = item.querySelector<HTMLAnchorElement>(".what > a");
    const address = name?.getAttribute("href");
    if (!name || !address?.startsWith("/") || address.startsWith("//")) return [];
    const level = [...item.classList].find((one) => one.startsWith("lv-")) ?? "lv-none";
    const by = item.querySelector(".by")?.textContent.trim() ?? "";
    const day = item.querySelector(".when")?.textContent.trim() ?? "";
    return [{ address, name: marked(name), about: marked(item.querySelector(".about")), day: [by, day].filter(Boolean).join(" · "), level }];
  });
}

/** Copy text with its marks, and nothing else. */
function marked(from: Element | null): DocumentFragment {
  const copy = document.createDocumentFragment();
  for (const node of from?.childNodes ?? []) {
    const piece = node instanceof Element && node.localName === "mark" ? document.createElement("mark") : null;
    if (piece) piece.textContent = node.textContent;
    copy.append(piece ?? document.createTextNode(node.textContent ?? ""));
  }
  return copy;
}

function row(hit: Hit, place: number): HTMLLIElement {
  const item = document.createElement("li");
  item.id = `hit${place}`;
  item.className = hit.level;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const day = document.createElement("i");
  day.textContent = ` ${hit.day}`;
  const about = document.createElement("small");
  about.append(hit.about);
  item.append(hit.name, day, about);
  return item;
}
