/** The thread with Python in it: opens the store, brings up the pages, and answers one request at a time.
 *
 *  A request that changed anything is answered only once the store has the bytes; where it cannot be kept, the pages go back to
 *  what is kept, and the person is told that what was just entered is not. */

import type { PyodideAPI } from "pyodide";
import { bytes, watch } from "./fetching.ts";
import { solver, type Highs } from "./highs.ts";
import { forget, nameOf, recall, write, type Memory, type Written } from "./memory.ts";
import type { FromWorker, Open, PageAnswer, PageRequest, Release, ToWorker } from "./messages.ts";
import { bringUp, FOLDER, memoryOf, type Pieces } from "./python.ts";
import { Damaged, inMemory, isHeld, openSlots, Store } from "./store.ts";
import { unkept } from "./unkept.ts";
import { speak } from "./words.ts";

/** How long a plan waits for its solver to be fetched. */
const PATIENCE_MS = 20_000;
const FILE = "/data/psoas.sqlite3";
const NAME = "psoas";
/** The memory of a first start is made to count when the first page has been seen. */
const SETTLED_MS = 3_000;
/** Where the last Today lies, to be read while the next start is on its way. */
const LAST = "psoas-last";

type Plain = [number, [string, string][], Uint8Array, boolean, boolean];
interface Answer {
  toJs(): Plain;
  destroy(): void;
}
interface Gateway {
  again(): void;
  answer(method: string, address: string, headers: unknown, body: unknown): Answer;
}
interface Opening {
  warm(): void;
  wake(): void;
  receive(content: unknown): string;
  /** How the database stands beside this release. */
  tables(): "empty" | "older" | "same" | "newer";
  prepare(): void;
  let_go(): void;
  open_pages: { callKwargs(named: { host: string; secure: boolean; base: string; guest: boolean }): Gateway };
}

let asked: Open;
let python: PyodideAPI;
let opening: Opening;
let gateway: Gateway;
let store: Store;
let kept: Uint8Array<ArrayBuffer>;
/** A week was to be solved and there was no solver yet. */
let missed = false;
let lent: Highs | null = null;
let fetched = false;
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
    store = new Store(message.handed ? inMemory() : await openSlots(NAME));
  } catch (error) {
    tell({ kind: "trouble", what: isHeld(error) ? "broken" : "no-storage", says: String(error) });
    return;
  }
  try {
    kept = (await store.load()) ?? new Uint8Array(0);
  } catch (error) {
    tell({ kind: "trouble", what: error instanceof Damaged ? "damaged" : "no-storage", says: String(error) });
    return;
  }
  if (!(await start())) return tell({ kind: "trouble", what: "newer", says: "" });
  const refused = message.handed ? receive(message.handed) : "";
  if (refused) return tell({ kind: "trouble", what: "not-handed", says: refused });
  tell({ kind: "ready", store: store.slots.kind, heap: heap(), bytes: kept.length, marks });
}

/** Fetch, bring Python up, migrate: each step says so. False where a newer release wrote what is kept: it stays as it is. */
async function start(): Promise<boolean> {
  const { release, base, home = base, host, secure, handed } = asked;
  const site = `${location.origin}${home}`;
  const name = await nameOf(home, [release.python, ...release.archives]);
  const memory = await recall(name);
  const coming = watch(site, release.bytes, (share) => tell({ kind: "step", part: 0.5 * share, says: "" }), memory === null);
  const pieces = piecesOf(release, site);
  const begun = memory ? woken(pieces, memory) : Promise.resolve(false);
  const isWoken = await Promise.race([begun, coming.failed]);
  const written = isWoken ? null : await Promise.race([imported(pieces, handed ? null : name), coming.failed]);
  python.registerJsModule("psoas_page_highs", solver(borrow));
  put(kept);
  const stand = isWoken && kept.length === 0 ? "empty" : opening.tables();
  if (stand === "newer") return false;
  if (stand === "older") await store.copy(kept);
  if (stand !== "same") opening.prepare();
  step(0.92, "tables");
  gateway = opening.open_pages.callKwargs({ host, secure, base, guest: handed !== undefined });
  if (stand !== "same" || kept.length === 0) await keep();
  step(0.95, "opened");
  if (written) setTimeout(() => written.settle(), SETTLED_MS);
  return true;
}

/** Somebody's hand-over, into a database that ends with this worker; why not, where it is none. */
function receive(handed: string): string {
  const content = python.toPy(new TextEncoder().encode(handed));
  const refused = opening.receive(content.tobytes());
  content.destroy();
  return refused;
}

function piecesOf(release: Release, site: string): Pieces {
  const [folder, library, core] = [release.python, release.library, release.core].map((name) => site + name) as [string, string, string];
  return { folder, library, core, corePath: `${FOLDER}/${release.corePath}`, archives: release.archives.map((name) => bytes(site + name)) };
}

/** From the memory of an earlier start; false where it does not fit. */
async function woken(pieces: Pieces, memory: Memory): Promise<boolean> {
  try {
    python = await bringUp(pieces, memory);
    step(0.8, "woken");
    opening = python.pyimport("psoas.browser.startup") as unknown as Opening;
    opening.wake();
    memory.close();
    return true;
  } catch (error) {
    console.warn(`memory: ${error instanceof Error ? error.name : "failed"}`);
    memory.close();
    await forget();
    return false;
  }
}

/** From the beginning; the memory of it is written under this name, for the next start. */
async function imported(pieces: Pieces, name: string | null): Promise<Written | null> {
  python = await bringUp(pieces, null);
  step(0.65, "python");
  python.runPython(`import os, sys; sys.path.insert(0, "${FOLDER}"); os.environ.update(PSOAS_DATA="/data", PSOAS_STATIC="${FOLDER}/static")`);
  opening = python.pyimport("psoas.browser.startup") as unknown as Opening;
  step(0.75, "imported");
  opening.warm();
  step(0.88, "warm");
  const memory = name === null ? null : memoryOf(python);
  return name === null || !memory ? null : write(name, memory.head, memory.heap);
}

/** The solver where it is here; else its absence is noted, and the request is answered anew once it has come. */
function borrow(): Highs | null {
  missed ||= !lent;
  return lent;
}

async function loadHighs(): Promise<void> {
  fetched = true;
  const home = asked.home ?? asked.base;
  try {
    const { default: load } = (await import(`${home}${asked.release.highs}`)) as { default: (how: object) => Promise<Highs> };
    const loaded = load({ locateFile: () => `${home}${asked.release.highsWasm}` });
    lent = await Promise.race([loaded, new Promise<null>((late) => setTimeout(() => late(null), PATIENCE_MS))]);
  } catch {
    lent = null; // weeks are then filled by hand, and the plan says so
  }
}

async function respond(request: PageRequest): Promise<PageAnswer> {
  const asks = request.method === "GET" || request.method === "HEAD";
  const { answer, changed, forget: gone } = await solved(request);
  if (!asked.handed && (changed || gone)) {
    try {
      await keep(gone);
    } catch (error) {
      put(kept);
      return unkept(error);
    }
  }
  if (gone || (asks && !asked.handed && request.address === asked.base)) await rememberToday(answer, gone);
  return answer;
}

interface Called {
  readonly answer: PageAnswer;
  readonly changed: boolean;
  readonly forget: boolean;
}

/** The solver is fetched when the first plan wants it: what was done without it is undone, and asked for once more. */
async function solved(request: PageRequest): Promise<Called> {
  missed = false;
  const called = call(request);
  if (!missed || fetched) return called;
  await loadHighs();
  if (!lent) return called;
  put(kept);
  gateway.again();
  return call(request);
}

function call(request: PageRequest): Called {
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
