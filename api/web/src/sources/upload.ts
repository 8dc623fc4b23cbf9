/** Sending texts in: files can be dropped, a refusal is told beside the form, a job is followed. */

import { page, Told } from "./send";

const WAIT = 400; // milliseconds between looks at a job
const LOST = 3000; // the same while the connection is lost
const PASSING = [429, 502, 503, 504]; // answers that are another one a little later

/** Follow a job until it has ended; a job that leads to a source is followed there. */
export async function follow(again = () => location.reload(), wait = WAIT): Promise<void> {
  const view = document.getElementById("view");
  if (view?.dataset["job"] !== "open") return;
  await new Promise((wake) => setTimeout(wake, wait));
  let answer: Awaited<ReturnType<typeof page>>;
  try {
    answer = await page(location.href);
  } catch (error) {
    const told = error instanceof Told ? error : undefined;
    if (told?.status === 404) return again();
    alarm(view, told?.message ?? view.dataset["lost"] ?? "");
    return told && !PASSING.includes(told.status) ? undefined : follow(again, LOST);
  }
  if (new URL(answer.address).pathname !== location.pathname) {
    location.replace(answer.address);
    return;
  }
  const fresh = answer.page.getElementById("view");
  if (fresh) view.replaceWith(fresh);
  return follow(again);
}

/** Say in the view of a job why it is not followed now; the next look at the job replaces it. */
function alarm(view: HTMLElement, message: string): void {
  const told = view.querySelector<HTMLElement>(".failed") ?? document.createElement("p");
  [told.className, told.textContent] = ["failed", message];
  told.setAttribute("role", "alert");
  if (!told.isConnected) view.append(told);
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector<HTMLButtonElement>("button:not([type])");
  const told = form.querySelector<HTMLElement>(".failed");
  if (button) button.disabled = true;
  try {
    location.assign((await page(form.action, new FormData(form))).address);
  } catch (error) {
    if (told) [told.hidden, told.textContent] = [false, error instanceof Told ? error.message : String(error)];
    if (button) button.disabled = false;
  }
}

function list(field: HTMLInputElement, picked: HTMLElement): void {
  const names = [...(field.files ?? [])].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  });
  picked.replaceChildren(...names);
}

export function upload(form: HTMLFormElement): void {
  const zone = form.querySelector<HTMLElement>(".drop");
  const field = form.querySelector<HTMLInputElement>("input[type=file]");
  const picked = form.querySelector<HTMLElement>(".picked");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form);
  });
  if (!zone || !field || !picked) return;
  field.addEventListener("change", () => list(field, picked));
  for (const kind of ["dragenter", "dragover", "dragleave", "drop"] as const) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.toggle("over", kind === "dragenter" || kind === "dragover");
      if (kind !== "drop" || !event.dataTransfer?.files.length) return;
      field.files = event.dataTransfer.files;
      list(field, picked);
    });
  }
}
