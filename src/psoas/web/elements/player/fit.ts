/** Makes the words of the player fit: as large as there is room, the longest sentence of the movement always whole.
 *
 *  The figure has given way already (it takes what is left). Then text and count shrink together from what the person's text
 *  size asks for (`--fit: 1`) down to what is still read from two metres (`--fit: 0`); at last what comes next is left out, then
 *  the name grows smaller (`data-tight`). Measured once a movement, so that nothing moves while it lasts. */

const STEPS = [1, 0.85, 0.7, 0.55, 0.4, 0.25, 0.1, 0] as const;
const TIGHTER = ["", "next", "name", "all"] as const;
/** Below this a figure tells nothing. */
const FIGURE_FROM_PX = 84;

export function fit(stage: HTMLElement, line: HTMLElement, longest: string): void {
  const said = line.textContent ?? "";
  line.style.removeProperty("min-block-size");
  line.textContent = longest;
  shrink(stage);
  line.style.minBlockSize = `${line.getBoundingClientRect().height}px`;
  line.textContent = said;
}

function shrink(stage: HTMLElement): void {
  delete stage.dataset.tight;
  delete stage.dataset.bare;
  const words = stage.querySelector<HTMLElement>("[data-part=words]");
  if (!words) return;
  for (const tight of TIGHTER) {
    if (tight !== "") stage.dataset.tight = tight;
    for (const share of tight === "" ? STEPS : [0]) {
      stage.style.setProperty("--fit", String(share));
      if (fits(words)) return dropSmallFigure(stage);
    }
  }
  dropSmallFigure(stage);
}

function fits(words: HTMLElement): boolean {
  return words.scrollHeight <= words.clientHeight && words.scrollWidth <= words.clientWidth;
}

function dropSmallFigure(stage: HTMLElement): void {
  const frame = stage.querySelector<HTMLElement>("[data-part=frame]");
  if (!frame) return;
  const { width, height } = frame.getBoundingClientRect();
  stage.toggleAttribute("data-bare", Math.min(width, height) < FIGURE_FROM_PX);
}
