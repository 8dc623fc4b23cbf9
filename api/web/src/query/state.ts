/** The address: which query is on the page, and how its answer is looked at. */

import { ROWS, SETS } from "./places";
import type { Looking, View } from "./result";

export const QUESTION = "cau-hoi";
const LONGEST = 7000; // letters of an address that servers and mail programs still take
const COUNTED = "dong"; // the rows are counted, no column is summed
/** What of an address is how the answer is looked at, not what is asked. */
export const OF_VIEW: readonly string[] = ["xem", "xep", "kieu", "ngang", "doc", "noi", "gia-tri", "bo"];
const VIEWS: readonly View[] = ["bang", "bieu-do", "ban-do", "mang"];

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
    where: place(asked.get("noi")),
    value: asked.get("gia-tri") === COUNTED ? ROWS : asked.has("gia-tri") ? place(asked.get("gia-tri")) : null,
    set: SETS.find((one) => one === asked.get("bo")) ?? null,
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
  if (look.view === "ban-do") {
    said.set("noi", String(look.where));
    if (look.value !== null) said.set("gia-tri", look.value === ROWS ? COUNTED : String(look.value));
    if (look.set) said.set("bo", look.set);
  }
  const address = said.size ? `${path}?${said}` : path;
  return address.length > LONGEST ? null : address;
}
