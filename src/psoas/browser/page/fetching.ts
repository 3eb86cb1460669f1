/** Fetching what Python needs, with the share that has come, so that a first start shows an honest bar. */

/** The files to keep in hand, by name. The others are only brought to this device, for whoever asks for them next. */
export async function bring(base: string, sizes: Readonly<Record<string, number>>, hold: readonly string[], told: (share: number) => void): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let come = 0;
  const count = (more: number): void => told(Math.min(1, (come += more) / total));
  const held = new Map<string, Uint8Array<ArrayBuffer>>();
  const one = async (name: string, size: number): Promise<void> => {
    if (hold.includes(name)) held.set(name, await read(base + name, count));
    else if (await caches.match(base + name)) count(size);
    else await read(base + name, count);
  };
  await Promise.all(Object.entries(sizes).map(([name, size]) => one(name, size)));
  return held;
}

async function read(address: string, count: (more: number) => void): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(address);
  if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
  const counted = answer.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(piece, out) {
        count(piece.length);
        out.enqueue(piece);
      },
    }),
  );
  return new Uint8Array(await new Response(counted).arrayBuffer());
}
