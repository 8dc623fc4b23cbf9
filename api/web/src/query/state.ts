/** The address: which query is on the page, and how its answer is looked at. */

import type { Looking, View } from "./result";

export const QUESTION = "cau-hoi";
const LONGEST = 7000; // letters of an address that servers and mail programs still take
const VIEWS: readonly View[] = ["bang", "bieu-do", "mang"];

export function looking(search: string): Looking {
  const asked = new URLSearchParams(search);
  const order = /^(-?)(\d{1,3})$/.exec(asked.get("xep") ?? "");
  const view = VIEWS.find((one) => one === asked.get("xem")) ?? "bang";
  return {
    view,
    order: order ? { column: Number(order[2]), down: order[1] === "-" } : null,
    kind: asked.get("kieu") === "line" ? "line" : "bars",
    across: place(asked.get("ngang")),
    up: place(asked.get("doc")),
  };
}

function place(text: string | null): number {
  return /^\d{1,3}$/.test(text ?? "") ? Number(text) : 0;
}

/** The address that shows the same; null when the query is too long for one. */
export function addressOf(path: string, query: URLSearchParams, look: Looking): string | null {
  const said = new URLSearchParams(query);
  if (look.view !== "bang") said.set("xem", look.view);
  if (look.order) said.set("xep", `${look.order.down ? "-" : ""}${look.order.column}`);
  if (look.view === "bieu-do") {
    said.set("kieu", look.kind);
    said.set("ngang", String(look.across));
    said.set("doc", String(look.up));
  }
  const address = said.size ? `${path}?${said}` : path;
  return address.length > LONGEST ? null : address;
}
