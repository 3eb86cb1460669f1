/** The shell: the one real page of the phone edition.
 *
 *    owns the worker, so that closing the last page closes the store
 *    a guest's shell (guest.ts) owns a worker of its own, and nothing else of this device
 *    passes the frame's requests from the service worker to it, and says "not yet" for the few pages that have a copy
 *    shows the last Today, dated, while Python starts; then the page that the address names
 *    follows the frame with title, address and focus; offers a saved file, installing, and a new release, one at a time */

import { button } from "./element.ts";
import { FIRST_PLACE, folderOfGuest, handedOver, isHandOver, leave } from "./guest.ts";
import { Keeping } from "./keeping.ts";
import type { FromWorker, NotYet, Open, PageRequest, Release, ToWorker, Trouble } from "./messages.ts";
import { Offers } from "./offers.ts";
import { Ownership } from "./ownership.ts";
import { direct, fill, language, remember, SAYS, speak } from "./words.ts";

const HOME = location.pathname.replace(/[^/]*$/, "");
/** Whose pages: the person's own, or for a guest a folder that no other tab answers for. */
const isGuest = isHandOver(location.hash);
const BASE = isGuest ? HOME + folderOfGuest() : HOME;
const LOCK = `psoas ${HOME}`;
const SMALL_BYTES = 40_000_000;

const part = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const frame = part<HTMLIFrameElement>("pages");
const release = JSON.parse(part("release").textContent ?? "{}") as Release;

let worker: Worker | null = null;
let isShown = false;
let ready = false;
let wake: () => void = () => undefined;
const whenReady = new Promise<void>((resolve) => (wake = resolve));
const ownership = new Ownership(LOCK, giveWay, () => elsewhere());
const offers = new Offers(isGuest ? document.createElement("section") : part("offer"), () => frame.contentWindow?.location.pathname.slice(BASE.length) ?? "");
const keeping = new Keeping(part("keeping"), frame, BASE);
/** For tests and `make bench`: what happened when, in ms since the page was opened. */
const marks: Record<string, unknown> = {};
Object.assign(globalThis, { psoas: marks });

void begin();

async function begin(): Promise<void> {
  speak(release.words);
  direct(document);
  say(SAYS.starting);
  frame.addEventListener("load", followed);
  addEventListener("hashchange", () => (isHandOver(location.hash) ? location.reload() : show(location.hash.slice(1))));
  if (isGuest) return visit(location.hash);
  if (!(await canKeep())) return trouble(SAYS.noStorage);
  navigator.serviceWorker.addEventListener("message", heard);
  await control();
  mark("service worker");
  if (await ownership.claim()) await start();
  else elsewhere();
}

/** Opened, then shown from memory by a worker that ends with this tab. */
async function visit(hash: string): Promise<void> {
  part("bar").hidden = true;
  const handed = await handedOver(hash, part("ways"), say);
  say(SAYS.starting);
  part("bar").hidden = false;
  navigator.serviceWorker.addEventListener("message", heard);
  await control();
  open({ base: BASE, home: HOME, handed });
}

/** Private windows and blocked site data are told before anything is entered. */
async function canKeep(): Promise<boolean> {
  try {
    const { quota = Infinity, usage = 0 } = await estimated();
    if (quota - usage < SMALL_BYTES) offers.warn(SAYS.tooSmall);
    await caches.has("psoas");
    return "serviceWorker" in navigator && "locks" in navigator;
  } catch {
    return false;
  }
}

/** Older Safari and WebKit cannot say how much room there is; that is no reason to keep anybody out. */
async function estimated(): Promise<StorageEstimate> {
  const storage: Partial<StorageManager> | undefined = navigator.storage;
  return storage?.estimate ? storage.estimate() : {};
}

async function control(): Promise<void> {
  const registration = await navigator.serviceWorker.register(`${HOME}service-worker.js`, { scope: HOME });
  await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    await new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done, { once: true }));
  }
  if (!isGuest) offers.watch(registration);
}

async function start(): Promise<void> {
  part("ways").replaceChildren();
  await showLast();
  open({ base: BASE });
}

function open(whose: Pick<Open, "base" | "home" | "handed">): void {
  worker = new Worker(`${HOME}${release.worker}`, { type: "module" });
  worker.addEventListener("message", (event: MessageEvent<FromWorker>) => told(event.data));
  worker.addEventListener("error", () => trouble(SAYS.broken));
  post({ kind: "open", language: language(), host: location.host, secure: location.protocol === "https:", release, ...whose });
}

/** The last Today, for the seconds in which nothing newer can be had. */
async function showLast(): Promise<void> {
  const held = await (await caches.open("psoas-last")).match(`${BASE}last/`);
  const day = held?.headers.get("X-Psoas-Day");
  if (!day) return;
  part("start").hidden = true;
  strip(fill(SAYS.lastDay, { day: new Date(day).toLocaleDateString(language(), { weekday: "long", day: "numeric", month: "long" }) }));
  frame.hidden = false;
  frame.src = `${BASE}last/`;
  mark("last Today");
}

function told(message: FromWorker): void {
  if (message.kind === "step") {
    part<HTMLProgressElement>("bar").value = message.part;
    if (message.says) mark(message.says);
  } else if (message.kind === "ready") {
    Object.assign(marks, { store: message.store, heap: message.heap, kept: message.bytes });
    ready = true;
    wake();
    mark("ready");
    if (isGuest) look();
    else show(location.hash.slice(1), { replace: true });
  } else if (message.kind === "trouble") {
    Object.assign(marks, { trouble: message.says });
    failed(message.what);
  }
}

/** The guest's pages lead to what was handed over themselves; here is the way out. */
function look(): void {
  part("offer").replaceChildren(button(SAYS.guestLeave, leave, "quiet"));
  part("offer").hidden = false;
  show(FIRST_PLACE, { replace: true });
}

function failed(what: Trouble): void {
  const stops = { "no-storage": SAYS.noStorage, newer: SAYS.newer, broken: SAYS.broken };
  if (what === "not-handed") return trouble(SAYS.cannotBeRead, [SAYS.guestHome, leave]);
  if (what === "damaged") trouble(SAYS.damaged, [SAYS.beginAnew, () => (post({ kind: "begin-anew" }), setTimeout(() => location.reload(), 1000))]);
  else trouble(stops[what], [SAYS.loadAgain, () => location.reload()]);
}

/** The frame's requests: to the worker, whose answer goes straight back. */
function heard(event: MessageEvent<PageRequest & { readonly copied: boolean }>): void {
  const port = event.ports[0];
  if (event.data.kind !== "page" || !port || !isMine(event.data.address)) return;
  if (!ready && event.data.copied) return port.postMessage({ kind: "not-yet" } satisfies NotYet);
  void whenReady.then(() => worker?.postMessage(event.data, [port]));
}

/** Several shells may be open: the person's own, and guests', each with a folder of its own. */
function isMine(address: string): boolean {
  return isGuest ? address.startsWith(BASE) : ownership.owns && !address.startsWith(`${HOME}guest/`);
}

function show(asked: string, { replace = false } = {}): void {
  const address = !isGuest && asked.startsWith("guest/") ? "" : asked;
  if (!ready || current() === address) return;
  const whole = BASE + address;
  part("start").hidden = true;
  frame.hidden = false;
  if (replace && frame.contentWindow) frame.contentWindow.location.replace(whole);
  else frame.src = whole;
}

const current = (): string | null => {
  const here = frame.contentWindow?.location;
  return here && here.pathname.startsWith(BASE) && here.href !== "about:blank" ? here.pathname.slice(BASE.length) + here.search + here.hash : null;
};

/** The frame shows another page: the address, the title and the focus follow it. */
function followed(): void {
  const address = current();
  const inside = frame.contentDocument;
  if (address === null || !inside || address === "last/") return;
  part("strip").hidden = true;
  if (!("first page" in marks) && ready) mark("first page");
  if (!isGuest) {
    history.replaceState(null, "", address === "" ? BASE : `${BASE}#${address}`);
    remember(inside.documentElement.lang, release.words);
  }
  document.title = inside.title || "Psoas";
  frame.title = inside.title || "Psoas";
  frame.contentWindow?.focus();
  if (ready && !isGuest) void afterPage(address, inside);
}

async function afterPage(address: string, inside: Document): Promise<void> {
  if (!("whole" in marks)) keepTheRest();
  if (address === "welcome/" && !isShown) {
    isShown = true;
    offers.showInstalling(release.pictures);
  }
  await keeping.seen(address, inside, offers);
}

/** Figures and the planner, so that all of it works without a network from now on. */
function keepTheRest(): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = (event) => event.data && mark("whole");
  navigator.serviceWorker.controller?.postMessage("keep-the-rest", [port2]);
}

async function giveWay(): Promise<void> {
  const closing = worker;
  worker = null;
  ready = false;
  if (!closing) return;
  await new Promise<void>((done) => {
    closing.addEventListener("message", (event: MessageEvent<FromWorker>) => {
      if (event.data.kind === "closed") done();
    });
    closing.postMessage({ kind: "close" } satisfies ToWorker);
  });
  closing.terminate();
}

/** Another tab owns Psoas: nothing of it is shown here, so that nothing old is read or sent. */
function elsewhere(): void {
  frame.hidden = true;
  frame.src = "about:blank";
  trouble(SAYS.elsewhere, [SAYS.useHere, () => void takeOver()]);
}

async function takeOver(): Promise<void> {
  say(SAYS.oneMoment);
  await ownership.take();
  location.reload();
}

function trouble(says: string, ...ways: (readonly [string, () => void])[]): void {
  part("start").hidden = false;
  part("strip").hidden = true;
  part("bar").hidden = true;
  frame.hidden = true;
  say(says);
  part("ways").replaceChildren(...ways.map(([name, act]) => button(name, act)));
}

function say(words: string): void {
  part("says").textContent = words;
}

function strip(words: string): void {
  Object.assign(part("strip"), { hidden: false, textContent: words });
}

function post(message: ToWorker): void {
  worker?.postMessage(message);
}

function mark(name: string): void {
  marks[name] = Math.round(performance.now());
}
