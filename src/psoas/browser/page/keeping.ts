/** Never losing a person's data: a saved file is offered once there is a plan, then weekly; it is opened again before it counts.
 *
 *    save      everything as one file, under a passphrase if wanted, shared or downloaded
 *    check     the file chosen again from where it lies, opened and compared: only then is it called checked
 *    bring     a file from another device, sealed or not, through the pages' own import; what was handed over is only looked at */

import { readKey, write } from "../../web/elements/handover/health-link.ts";
import { isSealed, open as openHandOver } from "../../web/elements/handover/jwe.ts";
import { button, paragraph } from "./element.ts";
import type { Offers } from "./offers.ts";
import { readSealed, seal, unseal, WrongPassphrase } from "./sealed.ts";
import { fill, language, SAYS } from "./words.ts";

const WEEK_MS = 7 * 24 * 3600 * 1000;
const SAVED_AT = "psoas-saved-at";
const ASKED_AT = "psoas-asked-at";

export class Keeping {
  readonly #dialog: HTMLElement;
  readonly #base: string;
  readonly #frame: HTMLIFrameElement;
  #offered = false;

  constructor(dialog: HTMLElement, frame: HTMLIFrameElement, base: string) {
    this.#dialog = dialog;
    this.#frame = frame;
    this.#base = base;
  }

  /** After each page: a plan is there and no file of the last week? Then offer one. On the settings and the way in, say where. */
  async seen(address: string, inside: Document, offers: Offers): Promise<void> {
    offers.draw();
    if (address.startsWith("welcome/") || address.startsWith("settings/")) this.#addWays(inside);
    const planned = address === "" || address.startsWith("plan/");
    if (!planned || this.#offered || !this.#isDue() || !inside.querySelector("a[href*='/session/']")) return;
    this.#offered = true;
    const says = this.#ago();
    offers.urge({ says, does: SAYS.saveFile, act: () => void this.open(), later: () => this.#note(ASKED_AT) });
    if (!(await navigator.storage?.persist?.())) offers.warn(SAYS.mayGo);
  }

  #isDue(): boolean {
    const last = Math.max(Number(localStorage.getItem(SAVED_AT)), Number(localStorage.getItem(ASKED_AT)));
    return Date.now() - last > WEEK_MS;
  }

  #ago(): string {
    const saved = Number(localStorage.getItem(SAVED_AT));
    if (!saved) return SAYS.onThisDeviceAlone;
    return fill(SAYS.lastSaved, { day: new Date(saved).toLocaleDateString(language()) });
  }

  #note(name: string): void {
    localStorage.setItem(name, String(Date.now()));
  }

  /** A door to saving and bringing back, on the pages where one looks for it. */
  #addWays(inside: Document): void {
    const main = inside.querySelector("main");
    if (!main || inside.getElementById("phone-file")) return;
    const box = Object.assign(inside.createElement("p"), { id: "phone-file", className: "buttons" });
    const save = Object.assign(inside.createElement("button"), { type: "button", className: "button", textContent: SAYS.saveAFile });
    const bring = Object.assign(inside.createElement("button"), { type: "button", className: "button quiet", textContent: SAYS.haveAFile });
    save.addEventListener("click", () => void this.open());
    bring.addEventListener("click", () => this.#bring());
    box.append(...(this.#isWelcome(inside) ? [bring] : [save, bring]));
    main.append(box);
  }

  #isWelcome(inside: Document): boolean {
    return inside.location.pathname.startsWith(`${this.#base}welcome/`);
  }

  async open(): Promise<void> {
    const passphrase = field(SAYS.passphrase, "password");
    const form = this.#form(SAYS.saveAFile, [
      paragraph(SAYS.oneFile),
      passphrase.label,
    ]);
    form.append(row(button(SAYS.save, () => void this.#save(passphrase.input.value)), button(SAYS.close, () => this.#close(), "quiet")));
  }

  async #save(passphrase: string): Promise<void> {
    try {
      const contents = await this.#everything();
      const files = await Promise.all(contents.map((content, at) => fileOf(content, passphrase, at + 1, contents.length)));
      await hand(files);
      this.#offerCheck(contents, passphrase);
    } catch {
      this.#say(SAYS.notWritten);
    }
  }

  /** One file, or several where one cannot hold it all: the name of the first says of how many. */
  async #everything(): Promise<Uint8Array<ArrayBuffer>[]> {
    const contents: Uint8Array<ArrayBuffer>[] = [];
    for (let part = 1, of = 1; part <= of; part += 1) {
      const answer = await fetch(`${this.#base}settings/export/json/${part > 1 ? `${part}/` : ""}`, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      of = Number(/-of-(\d+)/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? 1);
      contents.push(new Uint8Array(await answer.arrayBuffer()));
    }
    return contents;
  }

  #offerCheck(contents: readonly Uint8Array[], passphrase: string): void {
    const chosen = field(contents.length > 1 ? SAYS.allTheFiles : SAYS.theFile, "file");
    chosen.input.multiple = contents.length > 1;
    const form = this.#form(SAYS.checkIt, [paragraph(SAYS.chooseSaved), chosen.label]);
    const check = async (): Promise<void> => {
      const read = await Promise.all([...(chosen.input.files ?? [])].map((file) => openFile(file, passphrase).catch(() => null)));
      if (read.length === 0) return this.#say(SAYS.chooseFirst);
      if (!contents.every((content) => read.some((one) => one && same(one, content)))) return this.#say(SAYS.notAll);
      this.#note(SAVED_AT);
      this.#form(SAYS.checked, [paragraph(SAYS.opensWhole)]).append(row(button(SAYS.close, () => this.#close())));
    };
    form.append(row(button(SAYS.check, () => void check()), button(SAYS.later, () => (this.#note(ASKED_AT), this.#close()), "quiet")));
  }

  #bring(): void {
    const chosen = field(SAYS.savedFile, "file");
    const passphrase = field(SAYS.itsPassphrase, "password");
    const form = this.#form(SAYS.bringBack, [chosen.label, passphrase.label]);
    form.append(row(button(SAYS.openIt, () => void this.#take(chosen.input.files?.[0], passphrase.input.value)), button(SAYS.close, () => this.#close(), "quiet")));
  }

  /** Opened here, then handed to the pages' own way of bringing a file back, which asks before it replaces anything. */
  async #take(file: File | undefined, passphrase: string): Promise<void> {
    if (!file) return this.#say(SAYS.chooseFirst);
    const words = await file.text();
    if (isSealed(words)) return this.#visit(words, passphrase);
    try {
      const content = await openFile(file, passphrase);
      this.#close();
      this.#frame.addEventListener("load", () => send(this.#frame.contentDocument, content), { once: true });
      this.#frame.src = `${this.#base}settings/import/`;
    } catch (error) {
      this.#say(error instanceof WrongPassphrase ? SAYS.otherPassphrase : SAYS.cannotBeRead);
    }
  }

  /** A hand-over is looked at, and never brought in: this tab becomes a guest's, as if its link had been opened. */
  async #visit(sealed: string, words: string): Promise<void> {
    const link = readKey(words);
    const opened = link && (await openHandOver(sealed, link.key).catch(() => null));
    if (!link || opened === null) return this.#say(SAYS.otherPassphrase);
    location.hash = write({ ...link, sealed });
  }

  #form(title: string, parts: HTMLElement[]): HTMLFormElement {
    const form = document.createElement("form");
    form.method = "dialog";
    const head = Object.assign(document.createElement("h2"), { id: "keeping-name", textContent: title });
    form.append(head, ...parts, Object.assign(paragraph(""), { id: "keeping-says", role: "status" }));
    this.#dialog.replaceChildren(form);
    if (!(this.#dialog as HTMLDialogElement).open) (this.#dialog as HTMLDialogElement).showModal();
    return form;
  }

  #say(words: string): void {
    const place = this.#dialog.querySelector("#keeping-says");
    if (place) place.textContent = words;
  }

  #close(): void {
    (this.#dialog as HTMLDialogElement).close();
  }
}

/** Shared where the device has a sheet for it, else downloaded. */
async function hand(files: File[]): Promise<void> {
  if (navigator.canShare?.({ files }) && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ files, title: "Psoas" });
      return;
    } catch {
      // declined, or not allowed: then it is downloaded
    }
  }
  for (const file of files) {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

async function fileOf(content: Uint8Array<ArrayBuffer>, passphrase: string, part: number, of: number): Promise<File> {
  const words = passphrase ? JSON.stringify(await seal(content, passphrase)) : new TextDecoder().decode(content);
  const name = `psoas${passphrase ? "-sealed" : ""}${of > 1 ? `-${part}-of-${of}` : ""}.json`;
  return new File([words], name, { type: "application/json" });
}

/** Fill in the page's own form, as if the file had been chosen there. */
function send(page: Document | null, content: Uint8Array<ArrayBuffer>): void {
  const chosen = page?.querySelector<HTMLInputElement>("input[type=file]");
  if (!chosen?.form) return;
  const files = new DataTransfer();
  files.items.add(new File([content], "psoas.json", { type: "application/json" }));
  chosen.files = files.files;
  chosen.form.requestSubmit();
}

/** What a saved file holds. WrongPassphrase where it does not open. */
async function openFile(file: File, passphrase: string): Promise<Uint8Array<ArrayBuffer>> {
  const words = await file.text();
  const sealed = readSealed(words);
  return sealed ? unseal(sealed, passphrase) : new TextEncoder().encode(words);
}

const same = (one: Uint8Array, other: Uint8Array): boolean => one.length === other.length && one.every((byte, at) => byte === other[at]);

function field(says: string, type: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const input = Object.assign(document.createElement("input"), { type, autocomplete: "off" });
  const label = document.createElement("label");
  label.append(says, input);
  return { label, input };
}

function row(...buttons: HTMLButtonElement[]): HTMLDivElement {
  const made = Object.assign(document.createElement("div"), { className: "buttons" });
  made.append(...buttons);
  return made;
}
