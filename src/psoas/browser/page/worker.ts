/** The thread with Python in it: opens the store, brings up the pages, and answers one request at a time.
 *
 *  A request that changed anything is answered only once the store has the bytes; where it cannot be kept, the pages go back to
 *  what is kept, and the person is told that what was just entered is not. */

import type { loadPyodide, PyodideAPI } from "pyodide";
import { bring } from "./fetching.ts";
import { solver, type Highs } from "./highs.ts";
import type { FromWorker, Open, PageAnswer, PageRequest, ToWorker } from "./messages.ts";
import { Damaged, openSlots, Store } from "./store.ts";
import { unkept } from "./unkept.ts";
import { speak } from "./words.ts";

/** How long a plan waits for its solver to be fetched. */
const PATIENCE_MS = 20_000;
const FILE = "/data/psoas.sqlite3";
const NAME = "psoas";
/** Where the last Today lies, to be read while the next start is on its way. */
const LAST = "psoas-last";

type Plain = [number, [string, string][], Uint8Array, boolean, boolean];
interface Answer {
  toJs(): Plain;
  destroy(): void;
}
interface Gateway {
  answer(method: string, address: string, headers: unknown, body: unknown): Answer;
}
interface Opening {
  waiting(): boolean;
  prepare(): void;
  let_go(): void;
  open_pages: { callKwargs(named: { host: string; secure: boolean; base: string }): Gateway };
}

let asked: Open;
let python: PyodideAPI;
let opening: Opening;
let gateway: Gateway;
let store: Store;
let kept: Uint8Array<ArrayBuffer>;
let highs: Promise<Highs | null> = Promise.resolve(null);
let lent: Highs | null = null;
const began = performance.now();
const marks: Record<string, number> = {};

const tell = (message: FromWorker): void => postMessage(message);

function step(part: number, says: string): void {
  marks[says] = Math.round(performance.now() - began);
  tell({ kind: "step", part, says });
}

/** One after the other, in the order of their coming. */
let queue: Promise<void> = Promise.resolve();
self.addEventListener("message", (event: MessageEvent<ToWorker>) => {
  queue = queue.then(() => hear(event.data, event.ports[0])).catch((error: unknown) => tell({ kind: "trouble", what: "broken", says: String(error) }));
});

async function hear(message: ToWorker, port: MessagePort | undefined): Promise<void> {
  if (message.kind === "open") await open(message);
  else if (message.kind === "begin-anew") await store.replaceAll(new Uint8Array(0));
  else if (message.kind === "close") {
    store.close();
    tell({ kind: "closed" });
  } else {
    const answer = await respond(message);
    port?.postMessage(answer, [answer.body.buffer]);
  }
}

async function open(message: Open): Promise<void> {
  asked = message;
  speak(message.release.words, message.language);
  try {
    store = new Store(await openSlots(NAME));
  } catch (error) {
    tell({ kind: "trouble", what: "no-storage", says: String(error) });
    return;
  }
  try {
    kept = (await store.load()) ?? new Uint8Array(0);
  } catch (error) {
    tell({ kind: "trouble", what: error instanceof Damaged ? "damaged" : "no-storage", says: String(error) });
    return;
  }
  await start();
  tell({ kind: "ready", store: store.slots.kind, heap: heap(), bytes: kept.length, marks });
}

/** Fetch, unpack, import, migrate: each step says so. */
async function start(): Promise<void> {
  const { release, base, host, secure } = asked;
  const archives = await bring(base, release.bytes, release.archives, (share) => tell({ kind: "step", part: 0.5 * share, says: "" }));
  step(0.5, "fetched");
  const { loadPyodide: load } = (await import(`${base}${release.python}pyodide.mjs`)) as { loadPyodide: typeof loadPyodide };
  python = await load({ indexURL: `${location.origin}${base}${release.python}` });
  step(0.7, "python");
  for (const archive of archives.values()) python.unpackArchive(archive.buffer, "zip", { extractDir: "/psoas" });
  step(0.75, "unpacked");
  python.FS.mkdirTree("/data");
  put(kept);
  python.registerJsModule("psoas_page_highs", solver(() => lent));
  python.runPython(`import os, sys; sys.path.insert(0, "/psoas"); os.environ.update(PSOAS_DATA="/data", PSOAS_STATIC="/psoas/static")`);
  opening = python.pyimport("psoas.browser.opening") as unknown as Opening;
  step(0.85, "imported");
  const older = kept.length > 0 && opening.waiting();
  if (older) await store.copy(kept);
  opening.prepare();
  step(0.92, "tables");
  gateway = opening.open_pages.callKwargs({ host, secure, base });
  if (older || kept.length === 0) await keep();
  step(0.95, "opened");
  highs = loadHighs();
}

async function loadHighs(): Promise<Highs | null> {
  try {
    const { default: load } = (await import(`${asked.base}${asked.release.highs}`)) as { default: (how: object) => Promise<Highs> };
    const loaded = load({ locateFile: () => `${asked.base}${asked.release.highsWasm}` });
    lent = await Promise.race([loaded, new Promise<null>((late) => setTimeout(() => late(null), PATIENCE_MS))]);
  } catch {
    lent = null; // weeks are then filled by hand, and the plan says so
  }
  return lent;
}

async function respond(request: PageRequest): Promise<PageAnswer> {
  const asks = request.method === "GET" || request.method === "HEAD";
  if (!asks) await highs; // a plan may be made
  const { answer, changed, forget } = call(request);
  if (changed || forget) {
    try {
      await keep(forget);
    } catch (error) {
      put(kept);
      return unkept(error);
    }
  }
  if (forget || (asks && request.address === asked.base)) await rememberToday(answer, forget);
  return answer;
}

function call(request: PageRequest): { answer: PageAnswer; changed: boolean; forget: boolean } {
  const headers = python.toPy(Object.fromEntries(request.headers));
  const body = python.toPy(new Uint8Array(request.body ?? new ArrayBuffer(0)));
  const answer = gateway.answer(request.method, request.address, headers, body.tobytes());
  const [status, sent, content, changed, forget] = answer.toJs();
  for (const proxy of [headers, body, answer]) proxy.destroy();
  return { answer: { kind: "answer", status, headers: sent, body: new Uint8Array(content) }, changed, forget };
}

/** The database as it is now, on the disk. */
async function keep(forget = false): Promise<void> {
  const content = new Uint8Array(python.FS.readFile(FILE) as Uint8Array<ArrayBuffer>);
  await (forget ? store.replaceAll(content) : store.save(content));
  kept = content;
}

/** Put a kept database in its place, and forget what was read from another. */
function put(content: Uint8Array): void {
  if (gateway) opening.let_go();
  if (content.length > 0) python.FS.writeFile(FILE, content);
}

/** Today as it looks now, for the moments of the next start; nothing once everything was deleted. */
async function rememberToday(answer: PageAnswer, forget: boolean): Promise<void> {
  try {
    const cache = await caches.open(LAST);
    if (forget || answer.status !== 200) await cache.delete(`${asked.base}last/`);
    else await cache.put(`${asked.base}last/`, new Response(answer.body.slice(), { headers: { "Content-Type": "text/html; charset=utf-8", "X-Psoas-Day": new Date().toISOString() } }));
  } catch {
    // a start without it is slower to something useful, and no less right
  }
}

function heap(): number {
  return (python as unknown as { _module: { HEAP8: Int8Array } })._module.HEAP8.length;
}
