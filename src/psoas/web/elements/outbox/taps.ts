/** A tap that did not arrive is said: the notice that the page carries for it is shown, and hidden by the next tap that does. */

export function tellFailedTaps(): void {
  const notice = (): HTMLElement | null => document.querySelector("[data-part=tap-failed]");
  for (const name of ["htmx:sendError", "htmx:timeout", "htmx:responseError"])
    document.addEventListener(name, () => notice()?.removeAttribute("hidden"));
  document.addEventListener("htmx:afterOnLoad", () => notice()?.setAttribute("hidden", ""));
}
