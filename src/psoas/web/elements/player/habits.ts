/** How this person likes the player, on this device: switches that stay as they were left. */

export type Habit = "countdown" | "letters" | "reader";

const PREFIX = "psoas-habit:";
const USUAL: { readonly [habit in Habit]: boolean } = { countdown: false, letters: true, reader: false };

export function habitOf(habit: Habit): boolean {
  try {
    const said = localStorage.getItem(PREFIX + habit);
    return said === null ? USUAL[habit] : said === "on";
  } catch {
    return USUAL[habit]; // storage is closed
  }
}

export function setHabit(habit: Habit, on: boolean): void {
  try {
    localStorage.setItem(PREFIX + habit, on ? "on" : "off");
  } catch {
    // it holds as long as this page is open
  }
}

const VOICE = `${PREFIX}voice`;

/** The voice chosen on this device, by its address; empty for the device's own. Voices differ from device to device, so it stays here. */
export function keptVoice(): string {
  try {
    return localStorage.getItem(VOICE) ?? "";
  } catch {
    return "";
  }
}

export function keepVoice(address: string): void {
  try {
    localStorage.setItem(VOICE, address);
  } catch {
    // it holds for nothing: the device's own voice speaks
  }
}
