/** What addresses are called: asked for in batches, only for what is looked at. */

import { DATA, ONTOLOGY } from "./terms";

const WAIT = 40;
const MOST = 300;

export class Labels {
  private readonly known = new Map<string, string>();
  private readonly wanted = new Set<string>();
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private readonly heard: (() => void)[] = [];

  constructor(private readonly language: string) {}

  /** What an address is called, its end until that is known. */
  of(iri: string): string {
    const name = this.known.get(iri);
    if (name !== undefined) return name || short(iri);
    this.want(iri);
    return short(iri);
  }

  /** Be told when names came that were asked for. */
  listen(deed: () => void): void {
    this.heard.splice(0, this.heard.length, deed);
  }

  private want(iri: string): void {
    if (!/^https?:/.test(iri) || iri.length > 2000) return;
    this.wanted.add(iri);
    this.waiting ??= setTimeout(() => void this.fetch(), WAIT);
  }

  private async fetch(): Promise<void> {
    const iris = [...this.wanted].slice(0, MOST);
    for (const iri of iris) {
      this.wanted.delete(iri);
      this.known.set(iri, "");
    }
    this.waiting = this.wanted.size ? setTimeout(() => void this.fetch(), WAIT) : undefined;
    try {
      const answer = await fetch(`/truy-van/ten?lang=${this.language}`, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ iris }),
      });
      if (!answer.ok) return;
      const { names } = (await answer.json()) as { names: Record<string, string> };
      for (const [iri, name] of Object.entries(names)) this.known.set(iri, name);
      for (const deed of this.heard) deed();
    } catch {
      // the ends of the addresses stand for the names
    }
  }
}

/** The end of an address by which people tell it from others. */
export function short(iri: string): string {
  for (const space of [DATA, ONTOLOGY]) if (iri.startsWith(space)) return iri.slice(space.length);
  return iri;
}

/** Where an address leads from here: to our own page of it, or out to the web; null: nowhere. */
export function leads(iri: string, kept: string): { href: string; outside: boolean } | null {
  if (/[\s\u0000-\u001f<>"'\\`]/.test(iri)) return null;
  const more = kept ? `?lang=${kept}` : "";
  if (iri.startsWith(DATA)) return { href: `/id/${iri.slice(DATA.length)}${iri.includes("?") ? "" : more}`, outside: false };
  if (iri.startsWith(ONTOLOGY)) return { href: `/ontology${more}#${iri.slice(ONTOLOGY.length)}`, outside: false };
  try {
    const { protocol, username, host } = new URL(iri);
    return /^https?:$/.test(protocol) && host && !username ? { href: iri, outside: true } : null;
  } catch {
    return null;
  }
}
