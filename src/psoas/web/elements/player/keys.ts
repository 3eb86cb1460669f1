/** Keys of the player. The letters can be switched off (a voice that types, a cat): then only Tab, Enter and Space on a button act.
 *  Arrow keys do one thing everywhere: they turn the figure that has the focus. */

const PRESSES: { readonly [key: string]: string } = { " ": "go", b: "back", n: "skip", e: "swap", h: "hurts" };
const TYPING = "dialog, [popover], input, select, textarea, summary, a";

/** What this key asks for; null when it is meant for something else. */
export function pressOf(event: KeyboardEvent, letters: boolean): string | null {
  const press = letters ? PRESSES[event.key] : undefined;
  const target = event.target as Element;
  if (!press || event.ctrlKey || event.metaKey || event.altKey || target.closest(TYPING)) return null;
  return event.key === " " && target.closest("button, svg[tabindex]") ? null : press;
}
