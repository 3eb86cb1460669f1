/** The service worker: pages from the network first, from this device when there is none.
 *
 *    install    keep the shell (scripts, styles, the emergency page, the offline page) named by the server
 *    fetch      network first; the player, Today and the shell fall back to what was kept; any other page to the offline page
 *    messages   { kind: "keep", paths }: keep these player pages as well
 *               { kind: "forget" }: drop every page, and whatever is still on its way
 *
 *  The server puts `self.SHELL` in front of this file, so a new release is a new worker. Nothing but pages and static files of
 *  this address is ever kept; answers to posts never. */

export {};

interface Shell {
  readonly version: string;
  readonly paths: readonly string[];
}

declare const self: ServiceWorkerGlobalScope & { readonly SHELL: Shell };

const SHELL_CACHE = `psoas-shell-${self.SHELL.version}`;
const PAGES_CACHE = "psoas-pages";
const OFFLINE = "/offline/";
const PATIENCE_MS = 6_000;
const KEPT = /^\/(?:session\/.*)?$/;
let generation = 0;

self.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldShells().then(() => self.clients.claim()));
});

self.addEventListener("message", (event) => {
  const said = event.data as { kind?: string; paths?: string[] };
  if (said.kind === "forget") event.waitUntil(forget());
  if (said.kind === "keep") event.waitUntil(keepPages(said.paths ?? []));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin || url.pathname.startsWith("/api/")) return;
  if (request.mode === "navigate") event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/static/")) event.respondWith(asset(request));
});

async function page(request: Request, url: URL): Promise<Response> {
  const fresh = fetchAndKeep(request, KEPT.test(url.pathname) ? PAGES_CACHE : null, url.pathname);
  const kept = await orElse(fresh, () => caches.match(url.pathname));
  return kept ?? (await caches.match(OFFLINE)) ?? Response.error();
}

async function asset(request: Request): Promise<Response> {
  const fresh = fetchAndKeep(request, SHELL_CACHE, request.url);
  return (await orElse(fresh, () => caches.match(request, { ignoreVary: true }))) ?? Response.error();
}

async function fetchAndKeep(request: Request, cache: string | null, name: string): Promise<Response> {
  const begun = generation;
  const answer = await fetch(request);
  if (cache !== null && isKeepable(answer)) await keepIn(cache, name, answer.clone(), begun);
  return answer;
}

/** The network's answer; what was kept, when the network fails or hangs. A slow page that was never kept is waited for. */
async function orElse(
  fresh: Promise<Response>,
  kept: () => Promise<Response | undefined>,
): Promise<Response | undefined> {
  const failed = fresh.catch(() => undefined);
  const patience = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  return (await Promise.race([failed, patience])) ?? (await kept()) ?? failed;
}

const isKeepable = (answer: Response): boolean => answer.status === 200 && answer.type === "basic" && !answer.redirected;

/** Nothing that was asked for before "delete everything" is kept after it. */
async function keepIn(cache: string, name: string, answer: Response, begun: number): Promise<void> {
  if (begun !== generation) return;
  const opened = await caches.open(cache);
  await opened.put(name, answer);
  if (begun !== generation) await opened.delete(name);
}

async function keepShell(): Promise<void> {
  await Promise.all(self.SHELL.paths.map((path) => keepOne(SHELL_CACHE, path)));
}

async function keepPages(paths: readonly string[]): Promise<void> {
  const kept = paths.filter((path) => KEPT.test(path));
  await Promise.all(kept.map((path) => keepOne(PAGES_CACHE, path)));
  const figures = await Promise.all(kept.map(figuresOn));
  await Promise.all([...new Set(figures.flat())].map((path) => keepOne(SHELL_CACHE, path)));
}

/** The moving figures that a player page will ask for, read from its script. */
async function figuresOn(path: string): Promise<string[]> {
  const text = await (await caches.match(path))?.text();
  const found = [...(text ?? "").matchAll(/"exercise": ?"([a-z0-9-]+)"/g)];
  return [...new Set(found.map(([, id]) => `/static/built/figures/${id}.json`))];
}

/** One missing page must not keep the others from being kept. */
async function keepOne(cache: string, path: string): Promise<void> {
  const begun = generation;
  try {
    const answer = await fetch(path, { credentials: "same-origin", cache: "no-cache" });
    if (isKeepable(answer)) await keepIn(cache, path, answer, begun);
  } catch {
    // it will be kept when it is next visited
  }
}

async function dropOldShells(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith("psoas-shell-") && name !== SHELL_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function forget(): Promise<void> {
  generation += 1;
  await caches.delete(PAGES_CACHE);
}
