/** Flesh that moves although no joint does: a breath fills belly and ribs, a brace draws the belly in, a squeeze draws the seat
 *  together. The movement tells how far (mm, at each key); stations of the body take their share of it. */
import { clamp } from "./clamp.ts";
import type { Motion } from "./motion.ts";
import type { Part, Station } from "./parts.ts";

/** Metres, by the name of the place. */
export type Swell = Readonly<Record<string, number>>;
interface Place { readonly shares: Readonly<Record<string, readonly number[]>>; readonly aside: boolean }

const PLACES: Readonly<Record<string, Place>> = {
  belly: { shares: { top: [0.8, 1, 0.8, 0.4], pelvis: [0, 0, 0, 0.3, 0.6, 0.8] }, aside: false },
  ribs: { shares: { top: [0, 0, 0.2, 0.6, 1, 1, 0.8, 0.3] }, aside: false },
  seat: { shares: { pelvis: [1, 1, 0.7, 0.2], thigh: [0.4] }, aside: true },
};

/** How much each place swells at a place on the chain of poses. */
export function swellAt(motion: Motion, place: number): Swell {
  const told = Object.entries(motion.swell ?? {});
  const at = clamp(place / motion.stride, 0, motion.keys.length - 1);
  const [from, share] = [Math.floor(at), at - Math.floor(at)];
  return Object.fromEntries(told.map(([name, keys]) => [name, ((keys[from] ?? 0) + share * ((keys[from + 1] ?? keys[from] ?? 0) - (keys[from] ?? 0))) / 1000]));
}

/** The parts with their flesh moved: forward with the back left where it lies, or in from both sides. */
export function swollen(parts: readonly Part[], swell: Swell): readonly Part[] {
  const moved = Object.entries(swell).filter(([, by]) => by !== 0);
  if (moved.length === 0) return parts;
  return parts.map((part) => moved.reduce((one, [name, by]) => {
    const place = PLACES[name];
    const shares = place?.shares[one.name.replace(/^[rl]_/, "")];
    return place && shares ? { ...one, chain: one.chain.map((station, index) => shifted(station, by * (shares[index] ?? 0), place.aside)) } : one;
  }, part));
}

function shifted({ frame, at, half }: Station, by: number, aside: boolean): Station {
  if (aside) return { frame, at, half: [half[0], half[1] + by / 2, half[2] + by] };
  return { frame, at: [at[0] + by / 2, at[1], at[2]], half: [half[0] + by / 2, half[1], half[2]] };
}
