/** Never losing a person's data: a saved file is offered once there is a plan, then weekly; it is opened again before it counts.
 *
 *    save      everything as one file, under a passphrase if wanted, shared or downloaded
 *    check     the file chosen again from where it lies, opened and compared: only then is it called checked
 *    bring     a file from another device, sealed or not, through the pages' own import */

import { button, paragraph } from "./element.ts";
import type { Offers } from "./offers.ts";
import { readSealed, seal, unseal, WrongPassphrase } from "./sealed.ts";
import { SAYS } from "./words.ts";

const WEEK_MS = 7 * 24 * 3600 * 1000;
const SAVED_AT = "psoas-saved-at";
const ASKED_AT = "psoas-asked-at";

export class Keeping {
  readonly #dialog: HTMLElement;
  readonly #base: string;
  #offered = false;

  constructor(dialog: HTMLElement, base: string) {
    this.#dialog = dialog;
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
    offers.make({ says, does: "Save a file", act: () => void this.open(), later: () => this.#note(ASKED_AT) });
    if (!(await navigator.storage.persist())) offers.warn(SAYS.mayGo);
  }

  #isDue(): boolean {
    const last = Math.max(Number(localStorage.getItem(SAVED_AT)), Number(localStorage.getItem(ASKED_AT)));
    return Date.now() - last > WEEK_MS;
  }

  #ago(): string {
    const saved = Number(localStorage.getItem(SAVED_AT));
    if (!saved) return "Your plan is on this device alone. A saved file brings it to another one, should this one be lost.";
    return `Your last saved file is from ${new Date(saved).toLocaleDateString()}. What you entered since is on this device alone.`;
  }

  #note(name: string): void {
    localStorage.setItem(name, String(Date.now()));
  }

  /** A door to saving and bringing back, on the pages where one looks for it. */
  #addWays(inside: Document): void {
    const main = inside.querySelector("main");
    if (!main || inside.getElementById("phone-file")) return;
    const box = Object.assign(inside.createElement("p"), { id: "phone-file", className: "buttons" });
    const save = Object.assign(inside.createElement("button"), { type: "button", className: "button", textContent: "Save a file of everything" });
    const bring = Object.assign(inside.createElement("button"), { type: "button", className: "button quiet", textContent: "I have a saved file" });
    save.addEventListener("click", () => void this.open());
    bring.addEventListener("click", () => this.#bring());
    box.append(...(this.#isWelcome(inside) ? [bring] : [save, bring]));
    main.append(box);
  }

  #isWelcome(inside: Document): boolean {
    return inside.location.pathname.startsWith(`${this.#base}welcome/`);
  }

  async open(): Promise<void> {
    const passphrase = field("Passphrase (if you want one; without it nobody can open the file, you neither)", "password");
    const form = this.#form("Save a file of everything", [
      paragraph("One file holds your answers, plan and log. Keep it where you keep what matters: your own cloud, a computer, a mail to yourself."),
      passphrase.label,
    ]);
    form.append(row(button("Save", () => void this.#save(passphrase.input.value)), button("Close", () => this.#close(), "quiet")));
  }

  async #save(passphrase: string): Promise<void> {
    const answer = await fetch(`${this.#base}settings/export/json/`, { cache: "no-store" });
    if (!answer.ok) return this.#say("It could not be written. Nothing is lost; try again.");
    const content = new Uint8Array(await answer.arrayBuffer());
    const words = passphrase ? JSON.stringify(await seal(content, passphrase)) : new TextDecoder().decode(content);
    const name = passphrase ? "psoas-sealed.json" : "psoas.json";
    await hand(new File([words], name, { type: "application/json" }));
    this.#offerCheck(content, passphrase);
  }

  #offerCheck(content: Uint8Array, passphrase: string): void {
    const chosen = field("The file, from where you put it", "file");
    const form = this.#form("Check it", [paragraph("Choose the file you just saved. Psoas opens it and compares it: a file that was never opened is a hope, not a copy."), chosen.label]);
    const check = async (): Promise<void> => {
      const file = chosen.input.files?.[0];
      if (!file) return this.#say("Choose the file first.");
      const read = await openFile(file, passphrase).catch(() => null);
      if (!read || !same(read, content)) return this.#say("This is not the file, or it was changed. Save it once more.");
      this.#note(SAVED_AT);
      this.#form("Checked", [paragraph("The file opens and holds everything. Psoas asks again in a week.")]).append(row(button("Close", () => this.#close())));
    };
    form.append(row(button("Check", () => void check()), button("Later", () => (this.#note(ASKED_AT), this.#close()), "quiet")));
  }

  #bring(): void {
    const chosen = field("The saved file", "file");
    const passphrase = field("Its passphrase, if it has one", "password");
    const form = this.#form("Bring everything back", [chosen.label, passphrase.label]);
    form.append(row(button("Open it", () => void this.#take(chosen.input.files?.[0], passphrase.input.value)), button("Close", () => this.#close(), "quiet")));
  }

  async #take(file: File | undefined, passphrase: string): Promise<void> {
    if (!file) return this.#say("Choose the file first.");
    try {
      const content = await openFile(file, passphrase);
      const sent = new FormData();
      sent.append("file", new File([content], "psoas.json", { type: "application/json" }));
      await fetch(`${this.#base}settings/import/`); // asked first, so that there is a token
      const answer = await fetch(`${this.#base}settings/import/`, { method: "POST", body: sent, headers: { "X-CSRFToken": "" } });
      if (!answer.ok) return this.#say("This file cannot be read: it is no saved file of Psoas, or a newer release made it.");
      this.#close();
      location.replace(this.#base);
      location.reload();
    } catch (error) {
      this.#say(error instanceof WrongPassphrase ? "It does not open: the passphrase is another one, or the file was changed." : "This file cannot be read.");
    }
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
async function hand(file: File): Promise<void> {
  if (navigator.canShare?.({ files: [file] }) && matchMedia("(pointer: coarse)").matches) {
    try {
      await navigator.share({ files: [file], title: "Psoas" });
      return;
    } catch {
      // declined, or not allowed: then it is downloaded
    }
  }
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
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
