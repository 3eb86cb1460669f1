/** Path texts of M, L, C, A and Z in whole relative steps: `M1929 1871A178 82 0 0 1 1723 1868` becomes `m116 112a11 5 0 0 1-12 0`. */

const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, A: 7, Z: 0 };
type Point = readonly [number, number];
interface Part { readonly letter: string; readonly numbers: readonly number[] }

/** Left, top, right and bottom of everything that these paths touch (control points and arcs' ends included). */
export function bounds(paths: readonly string[]): readonly [number, number, number, number] {
  const points = paths.flatMap((d) => parts(d)).flatMap(({ letter, numbers }) => pairs(letter === "A" ? numbers.slice(5) : numbers));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The same path from another corner, in larger steps. Radii are rounded down: one too short is drawn as long as its chord asks. */
export function coarser(d: string, scale: number, corner: Point): string {
  let [at, began]: [Point, Point] = [[0, 0], [0, 0]];
  let told = "";
  let before = "";
  for (const { letter, numbers } of parts(d)) {
    if (letter === "Z") {
      [told, before, at] = [`${told}z`, "z", began];
      continue;
    }
    const ends = pairs(letter === "A" ? numbers.slice(5) : numbers).map(([x, y]): Point => [Math.round((x - corner[0]) * scale), Math.round((y - corner[1]) * scale)]);
    const steps = ends.flatMap(([x, y]) => [x - at[0], y - at[1]]);
    const end = ends.at(-1) ?? at;
    if (letter !== "M" && steps.every((step) => step === 0)) continue;
    const said = letter === "A" ? [...numbers.slice(0, 2).map((radius) => Math.max(1, Math.floor(radius * scale))), Math.round(numbers[2] ?? 0), ...numbers.slice(3, 5), ...steps] : steps;
    told += (letter === before && letter !== "M" ? " " : letter.toLowerCase()) + said.join(" ");
    [at, before] = [end, letter];
    if (letter === "M") began = end;
  }
  return told.replaceAll(" -", "-");
}

function parts(d: string): readonly Part[] {
  return [...d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)].flatMap(([, letter = "", text = ""]) => {
    const count = NUMBERS[letter];
    if (count === undefined) throw new Error(`a path with ${letter}`);
    const numbers = (text.match(/-?[\d.]+/g) ?? []).map(Number);
    return count === 0 ? [{ letter, numbers: [] }] : Array.from({ length: numbers.length / count }, (_, index) => ({ letter, numbers: numbers.slice(index * count, (index + 1) * count) }));
  });
}

function pairs(numbers: readonly number[]): readonly Point[] {
  return Array.from({ length: numbers.length / 2 }, (_, index): Point => [numbers[2 * index] ?? 0, numbers[2 * index + 1] ?? 0]);
}
