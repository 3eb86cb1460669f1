/** Path texts of M, L, C, A and Z in whole relative steps: `M1929 1871A178 82 0 0 1 1723 1868` becomes `m116 112a11 5 0 0 1-12 0`.
 *  Some hundred thousand are written when the figures are built, so a path is read in one go, letter by letter. */

const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, A: 7, Z: 0 };
/** How many numbers of an arc come before its end. */
const ARC = 5;
type Point = readonly [number, number];

/** Left, top, right and bottom of everything that these paths touch (control points and arcs' ends included). */
export function bounds(paths: readonly string[]): readonly [number, number, number, number] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const d of paths)
    read(d, (letter, numbers) => {
      for (let at = letter === "A" ? ARC : 0; at + 1 < numbers.length; at += 2) {
        const [x, y] = [numbers[at]!, numbers[at + 1]!];
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
    });
  return [left, top, right, bottom];
}

/** The same path from another corner, in larger steps. Radii are rounded down: one too short is drawn as long as its chord asks. */
export function coarser(d: string, scale: number, [left, top]: Point): string {
  let [x, y, beganX, beganY] = [0, 0, 0, 0];
  let [told, before] = ["", ""];
  read(d, (letter, numbers) => {
    if (letter === "Z") {
      [told, before, x, y] = [`${told}z`, "z", beganX, beganY];
      return;
    }
    const first = letter === "A" ? ARC : 0;
    let [said, moved, endX, endY] = ["", false, x, y];
    for (let at = first; at < numbers.length; at += 2) {
      [endX, endY] = [Math.round((numbers[at]! - left) * scale), Math.round((numbers[at + 1]! - top) * scale)];
      moved ||= endX !== x || endY !== y;
      said += `${said === "" ? "" : " "}${endX - x} ${endY - y}`;
    }
    if (letter !== "M" && !moved) return;
    if (letter === "A") said = `${arc(numbers, scale)} ${said}`;
    told += (letter === before && letter !== "M" ? " " : letter.toLowerCase()) + said;
    [x, y, before] = [endX, endY, letter];
    if (letter === "M") [beganX, beganY] = [x, y];
  });
  return told.replaceAll(" -", "-");
}

/** Radii, turn and flags of an arc. */
function arc([a = 0, b = 0, turn = 0, large = 0, sweep = 0]: readonly number[], scale: number): string {
  return `${Math.max(1, Math.floor(a * scale))} ${Math.max(1, Math.floor(b * scale))} ${Math.round(turn)} ${large} ${sweep}`;
}

/** Each step of a path in turn; its numbers are good until the next. */
function read(d: string, step: (letter: string, numbers: readonly number[]) => void): void {
  const numbers: number[] = [];
  for (let at = 0; at < d.length; ) {
    const letter = d[at++] ?? "";
    const count = NUMBERS[letter];
    if (count === undefined) throw new Error(`a path with ${letter}`);
    if (count === 0) step(letter, []);
    while (at < d.length && !isLetter(d.charCodeAt(at))) {
      const end = endOf(d, at);
      if (end === at) at += 1;
      else {
        numbers.push(Number(d.slice(at, end)));
        at = end;
      }
      if (numbers.length === count) {
        step(letter, numbers);
        numbers.length = 0;
      }
    }
  }
}

const isLetter = (code: number): boolean => code >= 65;

/** Where the number that begins here ends; here, where none does. */
function endOf(d: string, from: number): number {
  let at = d.charCodeAt(from) === 45 ? from + 1 : from;
  for (let code = d.charCodeAt(at); (code >= 48 && code <= 57) || code === 46; code = d.charCodeAt(++at));
  return at;
}
