/**
 * What every page has: light or dark by choice, `/` leads to the search, and the mark that tells
 * the style sheet that scripts run. Loaded before the page is painted, so nothing flickers.
 */

const KEPT = "cascade-theme";
const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];

const page = document.documentElement;

function chosen(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEPT);
    return THEMES.find((theme) => theme === kept);
  } catch {
    return undefined; // storage can be forbidden; the choice then lasts as long as the page
  }
}

function apply(theme: Theme | undefined): void {
  if (theme) page.dataset["theme"] = theme;
  else delete page.dataset["theme"];
}

function shown(): Theme {
  const dark = page.dataset["theme"] ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  return dark === "dark" ? "dark" : "light";
}

function keep(theme: Theme): void {
  apply(theme);
  try {
    localStorage.setItem(KEPT, theme);
  } catch {
    // see chosen()
  }
}

function tell(button: HTMLButtonElement): void {
  const dark = shown() === "dark";
  button.setAttribute("aria-pressed", String(dark));
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

function ready(): void {
  const button = document.querySelector<HTMLButtonElement>("button.theme");
  if (button) {
    tell(button);
    button.addEventListener("click", () => {
      keep(shown() === "dark" ? "light" : "dark");
      tell(button);
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const search = document.querySelector<HTMLInputElement>("input[type=search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

page.classList.add("js");
apply(chosen());
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();
