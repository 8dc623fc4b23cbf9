/**
 * Triples as a network. The service lays them out and writes data and options; this draws them with
 * vis-network, which is fetched when the first network is looked at. A node opens by click or key.
 */

import { type Answer, problemOf, Refusal } from "./asking";
import { button, element } from "./elements";
import { figure, said, tidy } from "./formats";
import { leads } from "./labels";
import type { Setting } from "./table";
import { readTerm } from "./terms";

interface Node {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly facts: readonly [string, string][];
  readonly x?: number;
  readonly y?: number;
}

interface Edge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** What the relation is called, whether it is written along the line or not. */
  readonly said?: string;
}

interface Net {
  readonly nodes: Node[];
  readonly edges: Edge[];
  readonly options: Record<string, unknown>;
  readonly left_out: number;
}

interface DataSet<T> {
  add(items: T | T[]): void;
  update(items: object | object[]): void;
  get(id: string): T | null;
  get(): T[];
  getIds(): string[];
}

interface VisNetwork {
  on(event: string, deed: (said: { nodes: string[] }) => void): void;
  fit(options?: object): void;
  getScale(): number;
  moveTo(options: object): void;
  focus(id: string, options?: object): void;
  selectNodes(ids: string[]): void;
  getPositions(ids: string[]): Record<string, { x: number; y: number }>;
  setOptions(options: object): void;
  destroy(): void;
}

interface Vis {
  readonly DataSet: new <T>(items: T[]) => DataSet<T>;
  readonly Network: new (host: HTMLElement, data: object, options: object) => VisNetwork;
}

const READ = 60; // nodes of which the labels stay readable, even where not all are in sight
const FEW = 14; // lines that can all bear their relation
const MOST = 1500; // triples sent to be laid out
const GROUPS: Record<string, string> = { document: "--province", body: "--district", official: "--commune", term: "--mute", type: "--ministry", other: "--edge" };
let library: Promise<Vis> | undefined;

function load(address: string): Promise<Vis> {
  library ??= new Promise((done, failed) => {
    const script = element("script");
    script.src = address;
    script.addEventListener("load", () => done((globalThis as unknown as { vis: Vis }).vis));
    script.addEventListener("error", () => {
      library = undefined;
      failed(new Error("vis-network"));
    });
    document.head.append(script);
  });
  return library;
}

async function post(path: string, body: object, language: string): Promise<Net> {
  const answer = await fetch(`/truy-van/${path}?lang=${language}`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Refusal(await problemOf(answer));
  return (await answer.json()) as Net;
}

/** Triples as the service takes them: subject, predicate, object, and whether that is a literal. */
export function sent(rows: readonly (readonly string[])[]): [string, string, string, boolean][] {
  return rows.slice(0, MOST).flatMap((row): [string, string, string, boolean][] => {
    const [own, predicate, value] = row.map(readTerm);
    if (!own || !predicate || !value || own.kind === "other") return [];
    const literal = value.kind === "literal" || value.kind === "other";
    return [[own.value, predicate.value, value.value.slice(0, literal ? 600 : 2000), literal]];
  });
}

export class NetworkView {
  private readonly stage = element("div", "stage");
  private readonly panel = element("div", "nodepanel");
  private readonly list = element("ol", "nodelist");
  private readonly told = element("p", "note");
  private nodes: DataSet<Node> | undefined;
  private edges: DataSet<Edge> | undefined;
  private network: VisNetwork | undefined;
  private opened = new Set<string>();

  constructor(private readonly host: HTMLElement, private readonly answer: Answer, private readonly setting: Setting, private readonly address: string) {}

  /** Draw it, unless it is no longer wanted once it is there. */
  async draw(wanted: () => boolean): Promise<void> {
    const { words, language } = this.setting;
    this.host.replaceChildren(element("p", "waiting", words["network_wait"] ?? ""));
    const [vis, net] = await Promise.all([load(this.address), post("mang", { triples: sent(this.answer.rows) }, language)]);
    if (!wanted()) return;
    if (!net.nodes.length) {
      this.host.replaceChildren(element("p", "note", words["network_none"] ?? ""));
      return;
    }
    this.build(net);
    this.nodes = new vis.DataSet(net.nodes.map(grouped));
    this.edges = new vis.DataSet(net.edges.map(quiet));
    this.network = new vis.Network(this.stage, { nodes: this.nodes, edges: this.edges }, this.options(net.options));
    this.network.on("click", ({ nodes: [id] }) => void (id !== undefined && this.open(id)));
    const again = (): void => this.network?.setOptions(this.options(net.options));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    document.querySelector("button.theme")?.addEventListener("click", again);
    this.fit();
    this.name(null);
    this.host.dataset["drawn"] = String(net.nodes.length);
  }

  private build(net: Net): void {
    const { words, language } = this.setting;
    this.stage.setAttribute("role", "img");
    this.stage.setAttribute("aria-label", `${words["network"]}: ${figure(net.nodes.length, language)}`);
    const notes = [words["network_hint"] ?? ""];
    notes.push(`${words["network_relations"]}: ${relations(net.edges, language)}.`);
    if (this.answer.rows.length > MOST) notes.push(said(words["network_part"], figure(MOST, language)));
    if (net.left_out) notes.push(said(words["network_left"], figure(net.left_out, language)));
    this.told.append(notes.join(" "));
    const fit = button("light", words["network_fit"] ?? "", () => this.fit());
    this.panel.setAttribute("aria-live", "polite");
    this.list.setAttribute("aria-label", words["network_nodes"] ?? "");
    for (const node of net.nodes) this.listed(node);
    const side = element("div", "netside", this.panel, element("h3", "", words["network_nodes"] ?? ""), this.list);
    this.host.replaceChildren(element("div", "nethead", this.told, fit), element("div", "net", this.stage, side));
  }

  /** Show all of it, with room for the labels at its edges. */
  private fit(): void {
    this.network?.fit({ animation: false });
    const least = (this.nodes?.getIds().length ?? 0) <= READ ? 0.6 : 0;
    this.network?.moveTo({ scale: Math.max(Math.min((this.network.getScale() || 1) * 0.88, 1.3), least) });
  }

  /** Write the relations along the lines of one node; along all of them where they are few. */
  private name(id: string | null): void {
    const all = this.edges?.get() ?? [];
    const few = all.length <= FEW;
    this.edges?.update(all.map((edge) => ({ id: edge.id, label: few || edge.from === id || edge.to === id ? edge.said : "" })));
  }

  private listed(node: Node): void {
    this.list.append(element("li", "", button(`plain g-${GROUPS[node.group] ? node.group : "other"}`, tidy(node.name), () => void this.open(node.id, true))));
  }

  private options(made: Record<string, unknown>): object {
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => resolved(style, name);
    const font = { face: getComputedStyle(document.body).fontFamily, color: colour("--ink"), size: 12, strokeWidth: 3, strokeColor: colour("--white") };
    const groups = Object.fromEntries(
      Object.entries(GROUPS).map(([name, token]) => [name, { color: colours(colour(token), colour("--accent")) }]),
    );
    return {
      ...made,
      groups: { ...groups, useDefaultGroups: false },
      nodes: { ...(made["nodes"] as object), font, color: colours(colour("--edge"), colour("--accent")) },
      edges: {
        ...(made["edges"] as object),
        color: { color: colour("--fill"), highlight: colour("--accent"), hover: colour("--mute") },
        font: { ...font, color: colour("--mute"), size: 11, align: "middle" },
      },
    };
  }

  /** Choose a node, tell of it, and bring what stands around it once. */
  private async open(id: string, bring = false): Promise<void> {
    const node = this.nodes?.get(id);
    if (!node) return;
    this.network?.selectNodes([id]);
    if (bring) this.network?.focus(id, { scale: 1, animation: false });
    this.name(id);
    this.tell(node);
    if (this.opened.has(id) || !/^https?:/.test(id)) return;
    this.opened.add(id);
    await this.expand(node);
  }

  private async expand(node: Node): Promise<void> {
    const { language, words } = this.setting;
    const known = (this.nodes?.getIds() ?? []).slice(0, 1000);
    const at = this.network?.getPositions([node.id])[node.id] ?? { x: 0, y: 0 };
    let net: Net;
    try {
      net = await post("quanh", { iri: node.id, x: at.x, y: at.y, known }, language);
    } catch (error) {
      this.opened.delete(node.id);
      this.tell(node, error instanceof Refusal ? error.problem.detail : (words["failed"] ?? ""));
      return;
    }
    const there = new Set(known);
    const fresh = net.nodes.filter((one) => !there.has(one.id)).map(grouped);
    const itself = net.nodes.find((one) => one.id === node.id);
    this.nodes?.add(fresh);
    this.edges?.update(net.edges.map(quiet));
    this.name(node.id);
    if (itself) this.nodes?.update({ id: node.id, facts: itself.facts });
    for (const one of fresh) this.listed(one);
    this.host.dataset["drawn"] = String(known.length + fresh.length);
    const left = net.left_out ? `. ${said(words["network_left"], figure(net.left_out, language))}` : "";
    this.tell(this.nodes?.get(node.id) ?? node, said(words["network_new"], figure(fresh.length, language)) + left);
  }

  private tell(node: Node, note = ""): void {
    const { words, kept } = this.setting;
    const target = leads(node.id, kept);
    const facts = element("dl", "facts");
    for (const [name, value] of node.facts) facts.append(element("dt", "", tidy(name)), element("dd", "", tidy(value)));
    const inside: HTMLElement[] = [element("h3", "chosen", tidy(node.name))];
    if (target) {
      const link = element("a", "", words["network_page"] ?? "");
      link.href = target.href;
      if (target.outside) link.rel = "noopener noreferrer external";
      inside.push(element("p", "", link));
    }
    inside.push(facts);
    if (note) inside.push(element("p", "note", note));
    this.panel.replaceChildren(...inside);
  }
}

/** A node in one of the groups that have a colour. */
function grouped(node: Node): Node {
  return { ...node, group: GROUPS[node.group] ? node.group : "other" };
}

function quiet(edge: Edge): Edge {
  return { ...edge, label: "", said: tidy(edge.label) };
}

/** The relations that are drawn, the most frequent first, with how often. */
export function relations(edges: readonly { readonly label: string }[], language: string): string {
  const counts = new Map<string, number>();
  for (const { label } of edges) counts.set(label, (counts.get(label) ?? 0) + 1);
  const told = [...counts].sort((one, other) => other[1] - one[1]).map(([label, count]) => `${tidy(label)} (${figure(count, language)})`);
  return told.length > 8 ? `${told.slice(0, 8).join(", ")}, …` : told.join(", ");
}

function colours(fill: string, accent: string): object {
  return { background: fill, border: fill, highlight: { background: accent, border: accent }, hover: { background: fill, border: accent } };
}

/** A colour of the page as a canvas takes it: the tokens say two, one for each ground. */
function resolved(style: CSSStyleDeclaration, name: string): string {
  const probe = element("i");
  probe.style.color = `var(${name})`;
  probe.hidden = true;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour || style.color;
}
