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
