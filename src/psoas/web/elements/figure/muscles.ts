/** Where a muscle runs: landmarks from origin to insertion, for the right side; the middle is where it is widest.
 *  Anatomical courses simplified to bands; a muscle's name is the catalogue's. */
export type Mark = readonly [frame: string, x: number, y: number, z: number];
export interface Muscle { readonly width: number; readonly path: readonly Mark[] }

export const MUSCLES: Readonly<Record<string, readonly Muscle[]>> = {
  iliopsoas: [{ width: 0.024, path: [["T12", 0.02, 0, 0.025], ["L3", 0.035, 0, 0.04], ["pelvis", 0.055, 0.07, 0.075], ["pelvis", 0.068, 0.005, 0.085], ["R_thigh", 0.01, -0.07, -0.02]] }],
  "rectus-femoris": [{ width: 0.026, path: [["pelvis", 0.07, 0.05, 0.1], ["R_thigh", 0.065, -0.12, 0.01], ["R_thigh", 0.062, -0.26, 0], ["R_shank", 0.05, 0.02, 0]] }],
  quadriceps: [
    { width: 0.03, path: [["R_thigh", 0.06, -0.08, 0.01], ["R_thigh", 0.068, -0.2, 0.005], ["R_thigh", 0.058, -0.32, 0], ["R_shank", 0.05, 0.02, 0]] },
  ],
  hamstrings: [{ width: 0.026, path: [["pelvis", -0.07, -0.06, 0.07], ["R_thigh", -0.068, -0.13, 0], ["R_thigh", -0.058, -0.27, 0], ["R_shank", -0.045, -0.05, 0]] }],
  adductors: [{ width: 0.026, path: [["pelvis", 0.03, -0.05, 0.02], ["R_thigh", 0.02, -0.1, -0.055], ["R_thigh", 0.005, -0.24, -0.055]] }],
  "gluteus-maximus": [{ width: 0.036, path: [["pelvis", -0.085, 0.06, 0.03], ["pelvis", -0.09, -0.01, 0.08], ["R_thigh", -0.05, -0.09, 0.05]] }],
  "gluteus-medius": [{ width: 0.035, path: [["pelvis", -0.02, 0.1, 0.115], ["pelvis", -0.015, 0.045, 0.155], ["R_thigh", -0.005, -0.03, 0.075]] }],
  "deep-external-rotators": [{ width: 0.022, path: [["pelvis", -0.105, 0.03, 0.02], ["pelvis", -0.105, -0.005, 0.09], ["R_thigh", -0.03, -0.015, 0.07]] }],
  calf: [{ width: 0.03, path: [["R_thigh", -0.05, -0.39, 0], ["R_shank", -0.062, -0.13, 0], ["R_shank", -0.04, -0.28, 0], ["R_foot", -0.06, -0.02, 0]] }],
  "tibialis-anterior": [{ width: 0.016, path: [["R_shank", 0.03, -0.06, 0.03], ["R_shank", 0.034, -0.2, 0.015], ["R_foot", 0.05, -0.02, -0.02]] }],
  "transversus-abdominis": [{ width: 0.03, path: [["L4", 0.05, 0, 0.12], ["L3", 0.11, -0.01, 0.065], ["L3", 0.127, -0.01, 0], ["L3", 0.11, -0.01, -0.065], ["L4", 0.05, 0, -0.12]] }],
  "rectus-abdominis": [{ width: 0.035, path: [["T8", 0.145, 0.03, 0.02], ["T12", 0.138, 0, 0.02], ["L3", 0.128, 0, 0.02], ["pelvis", 0.09, 0.0, 0.02]] }],
  obliques: [{ width: 0.03, path: [["T8", 0.09, -0.02, 0.12], ["T12", 0.11, -0.03, 0.09], ["L3", 0.11, -0.01, 0.04], ["pelvis", 0.1, 0.05, -0.05]] }],
  "erector-spinae": [{ width: 0.02, path: [["T4", -0.07, 0, 0.03], ["T8", -0.075, 0, 0.035], ["L1", -0.062, 0, 0.035], ["pelvis", -0.1, 0.07, 0.03]] }],
  multifidus: [{ width: 0.018, path: [["L1", -0.06, 0, 0.02], ["L4", -0.064, 0, 0.025], ["pelvis", -0.105, 0.06, 0.02]] }],
  "quadratus-lumborum": [{ width: 0.022, path: [["T12", -0.03, 0.02, 0.08], ["L3", -0.03, 0, 0.085], ["pelvis", -0.05, 0.1, 0.1]] }],
  "latissimus-dorsi": [{ width: 0.04, path: [["R_upper_arm", 0.01, -0.06, -0.03], ["T8", -0.03, 0.02, 0.135], ["T12", -0.07, 0, 0.07], ["L4", -0.066, 0, 0.02]] }],
  "thoracic-rotators": [{ width: 0.02, path: [["T4", -0.07, 0.03, 0.03], ["T8", -0.078, 0.02, 0.02], ["T12", -0.068, 0, 0.03]] }],
  "shoulder-girdle": [{ width: 0.032, path: [["T8", -0.076, 0.05, 0.02], ["T4", -0.07, 0.0, 0.07], ["R_upper_arm", -0.04, 0.0, 0]] }],
  diaphragm: [{ width: 0.024, path: [["T12", 0.05, 0.02, 0.115], ["T12", 0.12, 0.05, 0.06], ["T12", 0.14, 0.06, 0], ["T12", 0.12, 0.05, -0.06], ["T12", 0.05, 0.02, -0.115]] }],
};
/** Muscles drawn once across the middle, whatever the side. */
export const ACROSS: readonly string[] = ["transversus-abdominis", "diaphragm"];
