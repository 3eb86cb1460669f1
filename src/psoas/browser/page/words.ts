/** What shell, worker and service worker say to the person themselves, where no page can.
 *
 *    words.json     the English, by name; the release carries it in every complete language
 *    speak()        once, before anything is said: the person's language, as a page was last shown in it, else the browser's */

import english from "./words.json" with { type: "json" };

const SPOKEN = "psoas-language";

export type Words = Readonly<Record<keyof typeof english, string>>;
/** By language, then by name; `direction` is how the language runs. */
export type Languages = Readonly<Record<string, { readonly direction: string; readonly says: Words }>>;

export let SAYS: Words = english;
let spoken = "en";
let direction = "ltr";

export const language = (): string => spoken;
export const runs = (): string => direction;

/** The first language that is there: the one asked for, the one last shown, the browser's in their order, English. */
export function speak(languages: Languages, asked = remembered()): void {
  const wanted = [asked, ...navigator.languages].flatMap((tag) => [tag, tag.split("-")[0] ?? tag]);
  const found = wanted.find((tag) => tag in languages);
  const chosen = found === undefined ? undefined : languages[found];
  if (found === undefined || !chosen) return;
  [spoken, direction, SAYS] = [found, chosen.direction, chosen.says];
}

/** What the shell's own page says before anything else happens. */
export function direct(shell: Document): void {
  Object.assign(shell.documentElement, { lang: spoken, dir: direction });
  for (const part of shell.querySelectorAll<HTMLElement>("[data-says]")) part.textContent = SAYS[part.dataset["says"] as keyof Words];
  for (const part of shell.querySelectorAll<HTMLElement>("[data-label]")) part.ariaLabel = SAYS[part.dataset["label"] as keyof Words];
  if (spoken === "en") return;
  for (const link of shell.querySelectorAll<HTMLAnchorElement>("a[href^='pages/']")) link.href = (link.getAttribute("href") ?? "").replace("pages/", `pages/${spoken}/`);
}

/** A page was shown in this language: the shell speaks it from now on, also at the next start. */
export function remember(tag: string, languages: Languages): void {
  const known = Object.keys(languages).find((code) => code.toLowerCase() === tag.toLowerCase());
  if (known === undefined || known === spoken) return;
  localStorage.setItem(SPOKEN, known);
  speak(languages, known);
}

/** A browser that keeps no site data throws at the mere name: it has to be told so, in whatever language it asks for. */
function remembered(): string {
  try {
    return "localStorage" in globalThis ? (localStorage.getItem(SPOKEN) ?? "") : "";
  } catch {
    return "";
  }
}

/** A sentence with its gaps filled: `{day}`. */
export function fill(sentence: string, gaps: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (gap, name: string) => gaps[name] ?? gap);
}
