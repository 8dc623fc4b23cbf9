/** Asking the server: a page as a document, or why there is none, in its own words. */

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly place?: string;
  readonly remedy?: string;
}

/** What the server refused, told as one line. */
export class Told extends Error {
  constructor(message: string, readonly status = 0) {
    super(message);
  }
}

/** Return the sentence that a problem of the server makes: what, where, what to do. */
export function sentence(problem: Problem): string {
  const what = [problem.place, problem.detail ?? problem.title].filter(Boolean).join(": ");
  return [what, problem.remedy].filter(Boolean).map((part) => `${part}.`.replace(/\.\.$/, ".")).join(" ");
}

async function refusal(answer: Response): Promise<Told> {
  const problem = await answer.json().catch(() => ({ title: `${answer.status} ${answer.statusText}` }));
  return new Told(sentence(problem as Problem), answer.status);
}

/** Send or ask, and return the page that comes of it with its address. */
export async function page(address: string, body?: FormData): Promise<{ readonly address: string; readonly page: Document }> {
  const asked = body ? { method: "POST", body } : {};
  const answer = await fetch(address, { ...asked, headers: { accept: "application/json" } });
  if (!answer.ok) throw await refusal(answer);
  return { address: answer.url, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
}
