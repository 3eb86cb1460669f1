/** Routes and caches; never runs Python, holds no state: the browser may end it whenever nothing is asked.
 *
 *    a page opened by itself     the shell; its address goes behind the # so that the shell can open it in its frame
 *    a file of this release      the cache, else the host
 *    a page of a guest           handed to that guest's shell alone; from there no way leads to the person's own pages
 *    anything else               handed to the shell that owns the worker, over a channel; without one, the copy that needs none
 *
 *  A new release keeps all of its files before it may take over, and waits until it is let. */

import type { NotYet, PageAnswer, PageRequest } from "./messages.ts";
import { typeOf, unpacking } from "./packed.ts";

interface Kept {
  readonly version: string;
  /** The shell and what a first start shows at once. */
  readonly first: readonly string[];
  /** What Python needs. */
  readonly python: readonly string[];
  /** Of those, the ones that the host has packed. */
  readonly packed: readonly string[];
  /** Figures and the like: fetched when there is time. */
  readonly later: readonly string[];
  /** Languages in which a copy lies under `pages/<language>/`; English lies under `pages/`. */
  readonly languages: readonly string[];
  /** Pages that are there before Python is, by their address. */
  readonly copies: Readonly<Record<string, string>>;
}
declare const RELEASE: Kept;
declare const self: ServiceWorkerGlobalScope;

const BASE = new URL(self.registration.scope).pathname;
const CACHE = `psoas-${RELEASE.version}`;
const LAST = "psoas-last";
const OF_GUEST = /^guest\/[0-9a-f]+\//;
const SHELL = "index.html";
/** Their names carry their content. */
const HASHED = /^(?:assets|static)\//;
const FILES = /^(?:assets|static|pages)\/|^manifest\.webmanifest$/;
const POLICY = [
  "default-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "img-src 'self' data: blob:", "media-src 'self' blob:",
  "connect-src 'self'", "worker-src 'self'", "frame-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'self'",
].join("; ");

self.addEventListener("install", (event) => {
  // At a first visit all else comes as it is asked for, and then in one go: nobody waits for it before Python begins.
  const names = self.registration.active ? [...RELEASE.first, ...RELEASE.python] : [SHELL];
  event.waitUntil(Promise.all(names.map(keepFile)));
});

async function keepFile(name: string): Promise<void> {
  const found = await file(new Request(BASE + name, { cache: HASHED.test(name) ? "default" : "no-cache" }));
  if (!found.ok) throw new Error(`${name}: ${found.status}`);
  await found.body?.cancel();
  if (!(await caches.match(BASE + name))) throw new Error(`${name}: not kept`);
}

self.addEventListener("activate", (event) => {
  event.waitUntil(tidy().then(() => self.clients.claim()));
});

async function tidy(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith("psoas-") && ![CACHE, LAST].includes(name));
  await Promise.all(old.map((name) => caches.delete(name)));
}

self.addEventListener("message", (event) => {
  if (event.data === "take-over") void self.skipWaiting();
  if (event.data === "keep-the-rest") event.waitUntil(keepTheRest().then((whole) => event.ports[0]?.postMessage(whole)));
});

/** One after the other, so that nobody waits for it; true when all of it is on the device. */
async function keepTheRest(): Promise<boolean> {
  const cache = await caches.open(CACHE);
  for (const name of [...RELEASE.first, ...RELEASE.python, ...RELEASE.later]) {
    if (!(await cache.match(BASE + name))) await file(new Request(BASE + name)).catch(() => undefined);
  }
  return (await cache.keys()).length >= RELEASE.first.length + RELEASE.python.length + RELEASE.later.length;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin) return;
  const path = insideOf(url);
  const plain = path.replace(OF_GUEST, "");
  if (FILES.test(plain)) event.respondWith(file(new Request(BASE + plain), event));
  else if (event.request.referrer && OF_GUEST.test(insideOf(new URL(event.request.referrer))) && !OF_GUEST.test(path)) event.respondWith(Response.error());
  else if (event.request.destination === "document") event.respondWith(shell(path + url.search));
  else if (path === "last/") event.respondWith(last());
  else if (path !== "service-worker.js") event.respondWith(page(event.request, path));
});

function insideOf(url: URL): string {
  return url.pathname.startsWith(BASE) ? url.pathname.slice(BASE.length) : url.pathname.slice(1);
}

/** The one real page. */
async function shell(path: string): Promise<Response> {
  if (path !== "" && path !== SHELL) return Response.redirect(`${BASE}#${path}`);
  return file(new Request(BASE + SHELL));
}

/** From the cache, else from the host and into the cache, without making the page wait for that. */
async function file(request: Request, event?: ExtendableEvent): Promise<Response> {
  const cache = await caches.open(CACHE);
  const held = await cache.match(request, { ignoreVary: true });
  if (held) return held;
  const found = guarded(await fromHost(request));
  if (!found.ok) return found;
  const kept = cache.put(request, found.clone()).catch(() => undefined);
  if (event) event.waitUntil(kept);
  else await kept;
  return found;
}

async function fromHost(request: Request): Promise<Response> {
  const name = new URL(request.url).pathname.slice(BASE.length);
  if (!RELEASE.packed.includes(name)) return fetch(request);
  const found = await fetch(new Request(`${request.url}.zst`, { cache: request.cache }));
  if (!found.ok || !found.body) return found;
  return new Response(found.body.pipeThrough(unpacking()), { headers: { "Content-Type": typeOf(name) } });
}

/** A static host need not send the policy: workers and the shell get it here. */
function guarded(found: Response): Response {
  const headers = new Headers(found.headers);
  headers.set("Content-Security-Policy", POLICY);
  return new Response(found.body, { status: found.status, headers });
}

async function last(): Promise<Response> {
  const held = await (await caches.open(LAST)).match(`${BASE}last/`);
  if (!held) return new Response("", { status: 404 });
  const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY };
  // It is a picture of the last day, not a page: nothing in it can be pressed.
  const text = (await held.text()).replace("<body", "<body inert").replaceAll("<script", "<template").replaceAll("</script>", "</template>");
  return new Response(text, { headers });
}

async function page(request: Request, path: string): Promise<Response> {
  const copy = inTheirLanguage(RELEASE.copies[path]);
  const shells = (await self.clients.matchAll({ type: "window", includeUncontrolled: true })).filter(isShell);
  if (shells.length === 0) return copy ? Response.redirect(BASE + copy) : Response.redirect(BASE);
  const body = ["GET", "HEAD"].includes(request.method) ? null : await request.arrayBuffer();
  const { pathname, search } = new URL(request.url);
  const asked: PageRequest = { kind: "page", method: request.method, address: pathname + search, headers: [...request.headers], body };
  const answer = await ask(shells, asked);
  if (answer.kind === "not-yet") return Response.redirect(BASE + (copy ?? ""));
  const empty = [101, 204, 205, 304].includes(answer.status) || (answer.status >= 300 && answer.status < 400);
  return new Response(empty ? null : answer.body, { status: answer.status, headers: answer.headers.map(([name, value]) => [name, value]) });
}

/** The copy in the browser's language, where there is one: what the person chose is known to Python alone. */
function inTheirLanguage(copy: string | undefined): string | undefined {
  const wanted = navigator.languages.map((tag) => tag.split("-")[0] ?? tag).find((tag) => RELEASE.languages.includes(tag));
  return wanted === undefined || wanted === "en" ? copy : copy?.replace("pages/", `pages/${wanted}/`);
}

const isShell = (client: Client): boolean =>
  "frameType" in client && client.frameType === "top-level" && [BASE, BASE + SHELL].includes(new URL(client.url).pathname);

/** Only the shell that owns the worker answers. */
function ask(shells: readonly Client[], asked: PageRequest): Promise<PageAnswer | NotYet> {
  return new Promise((resolve) => {
    for (const client of shells) {
      const channel = new MessageChannel();
      channel.port1.onmessage = (event: MessageEvent<PageAnswer | NotYet>) => resolve(event.data);
      client.postMessage({ ...asked, copied: asked.address.slice(BASE.length) in RELEASE.copies }, [channel.port2]);
    }
  });
}
