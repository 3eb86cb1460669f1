/** The skeleton in the browser: where every frame of the body is for given joint angles.
 *  The same table and the same signs as `psoas.figure.skeleton`; tests/vectors/figure.json holds both to one answer. */
import table from "../../../figure/data/body.json" with { type: "json" };

export type Vec = readonly [number, number, number];
/** A turn: nine numbers, row by row. */
export type Turn = readonly number[];
export interface Pose {
  readonly at: Vec;
  readonly turn: readonly [number, number, number, number];
  readonly angles: readonly number[];
}
export interface Placed {
  readonly turns: readonly Turn[];
  readonly origins: readonly Vec[];
}
interface Axis { readonly column: number; readonly share: number }
interface Frame { readonly parent: number; readonly at: Vec; readonly bend: number; readonly turns: readonly (Axis | null)[] }
type Share = [column: string, share: number] | null | undefined;
type Row = { name: string; parent?: string | null; at: number[]; bend: number; z?: Share; x?: Share; y?: Share };

const rows = table.frames as unknown as readonly Row[];
const turnsOf = ({ z, x, y }: Row): readonly Share[] => [z, x, y];
/** The angles of a pose, in the order in which the frames first name them; so they need not be listed for the browser again. */
export const columns: readonly string[] = [...new Set(rows.flatMap(turnsOf).flatMap((turn) => turn?.[0] ?? []))];
const names = rows.map((row) => row.name);
const frames: readonly Frame[] = rows.map((row) => ({
  parent: row.parent ? names.indexOf(row.parent) : -1,
  at: row.at as unknown as Vec,
  bend: row.bend,
  turns: turnsOf(row).map((turn) => (turn ? { column: columns.indexOf(turn[0]), share: turn[1] } : null)),
}));

export function frameIndex(name: string): number {
  return names.indexOf(name);
}

/** Forward kinematics of one pose. Lumbar levels named in `fused` (L5 is L5-S1, and so on) keep their resting tilt; the others share. */
export function place(pose: Pose, fused: readonly string[] = []): Placed {
  const free = LUMBAR.filter((level) => !fused.includes(level)).length;
  const turns: Turn[] = [turnOf(pose.turn)];
  const origins: Vec[] = [pose.at];
  frames.forEach((frame, index) => {
    if (index === 0) return;
    const name = names[index] ?? "";
    const parent = turns[frame.parent] as Turn;
    const scale = fused.includes(name) ? 0 : LUMBAR.includes(name) && free > 0 ? LUMBAR.length / free : 1;
    turns.push(times(parent, localTurn(frame, pose.angles, scale)));
    origins.push(add(origins[frame.parent] as Vec, apply(parent, frame.at)));
  });
  return { turns, origins };
}
const LUMBAR = ["L5", "L4", "L3", "L2", "L1"];

/** A place given in a frame, in the room. */
export function within(placed: Placed, frame: number, at: Vec): Vec {
  return add(placed.origins[frame] as Vec, apply(placed.turns[frame] as Turn, at));
}

function localTurn(frame: Frame, angles: readonly number[], scale: number): Turn {
  const [z, x, y] = frame.turns.map((turn) => (turn ? (angles[turn.column] ?? 0) * turn.share * scale : 0)) as [number, number, number];
  const [az, ax, ay] = [z + frame.bend, x, y].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const [cz, sz, cx, sx, cy, sy] = [Math.cos(az), Math.sin(az), Math.cos(ax), Math.sin(ax), Math.cos(ay), Math.sin(ay)];
  return [
    cz * cy - sz * sx * sy, -sz * cx, cz * sy + sz * sx * cy,
    sz * cy + cz * sx * sy, cz * cx, sz * sy - cz * sx * cy,
    -cx * sy, sx, cx * cy,
  ];
}

function turnOf(quaternion: readonly [number, number, number, number]): Turn {
  const size = Math.hypot(...quaternion) || 1;
  const [w, x, y, z] = quaternion.map((part) => part / size) as [number, number, number, number];
  return [
    1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y),
    2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x),
    2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y),
  ];
}

function times(a: Turn, b: Turn): Turn {
  const found = new Array<number>(9);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++)
      found[row * 3 + column] = a[row * 3]! * b[column]! + a[row * 3 + 1]! * b[column + 3]! + a[row * 3 + 2]! * b[column + 6]!;
  return found;
}

export function apply(turn: Turn, v: Vec): Vec {
  return [
    turn[0]! * v[0] + turn[1]! * v[1] + turn[2]! * v[2],
    turn[3]! * v[0] + turn[4]! * v[1] + turn[5]! * v[2],
    turn[6]! * v[0] + turn[7]! * v[1] + turn[8]! * v[2],
  ];
}

export function add(a: Vec, b: Vec): Vec {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}
