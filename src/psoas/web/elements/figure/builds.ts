/** The bodies that show the movements: one skeleton, so that one solved motion fits all; flesh, hair and cloth differ.
 *  What is worn keeps its colours everywhere: hips navy, trunk teal. */

/** The person chooses one in the settings; `<html data-build>` carries it. */
export type Build = "lean" | "full" | "broad";
export const BUILDS: readonly Build[] = ["lean", "full", "broad"];
export const asBuild = (text: string | null | undefined): Build => BUILDS.find((one) => one === text) ?? "lean";

/** Metres more (or less) than the lean body at each station of a part: moved forward, half depth, half width. One row is for all. */
export type Flesh = readonly (readonly [shift: number, deep: number, wide: number])[];
export interface Looks {
  readonly flesh: Readonly<Record<string, Flesh>>;
  /** Parts that wear something else. */
  readonly worn: Readonly<Record<string, "top" | "shorts">>;
  /** How far the hair reaches from the crown (radians); none on a bald head. */
  readonly hair: number | null;
  readonly bun: boolean;
  readonly beard: boolean;
}

const FULL_BELLY = [0.028, 0.03, 0.026] as const;
export const LOOKS: Readonly<Record<Build, Looks>> = {
  lean: { flesh: {}, worn: {}, hair: 1.27, bun: false, beard: false },
  full: {
    flesh: {
      pelvis: [[0, 0.004, 0.012], [0.002, 0.01, 0.018], [0.008, 0.014, 0.02], [0.02, 0.022, 0.022], [0.026, 0.028, 0.024], FULL_BELLY],
      top: [FULL_BELLY, FULL_BELLY, [0.026, 0.028, 0.022], [0.022, 0.024, 0.015], [0.02, 0.022, 0.006], [0.014, 0.016, -0.002], [0.002, 0.002, -0.012], [0, 0, -0.01], [0, 0, 0]],
      thigh: [[0, 0.01, 0.012]], leg: [[0, 0.009, 0.009]], shank: [[0, 0.004, 0.004]],
      yoke: [[0, 0.002, 0]], sleeve: [[0, 0.006, 0.006]], arm: [[0, 0.006, 0.006]], forearm: [[0, 0.003, 0.003]], neck: [[0, 0.002, 0.003]],
    },
    worn: { leg: "shorts" },
    hair: 1.36,
    bun: true,
    beard: false,
  },
  broad: {
    flesh: {
      pelvis: [[0, 0, 0], [0, 0, 0], [0.002, 0.004, 0], [0.012, 0.014, 0.006], [0.02, 0.022, 0.014], [0.024, 0.026, 0.018]],
      top: [[0.024, 0.026, 0.018], [0.024, 0.026, 0.02], [0.02, 0.022, 0.02], [0.012, 0.014, 0.018], [0.006, 0.008, 0.016], [0.004, 0.006, 0.014], [0.002, 0.004, 0.014], [0, 0, 0.01], [0, 0.008, 0.008]],
      thigh: [[0, 0.005, 0.005]], leg: [[0, 0.004, 0.004]], shank: [[0, 0.003, 0.003]],
      yoke: [[0, 0.004, 0.008]], sleeve: [[0, 0.009, 0.009]], arm: [[0, 0.008, 0.008]], forearm: [[0, 0.005, 0.005]], neck: [[0, 0.006, 0.008]],
    },
    worn: { arm: "top" },
    hair: null,
    bun: false,
    beard: true,
  },
};
