/** Fetching what Python needs, with the share that has come, so that a first start shows an honest bar.
 *
 *  Pyodide asks for its own pieces itself, and for some as they come: so whatever is fetched in this worker is counted. A piece
 *  that cannot be had ends the start, for Pyodide would wait for it for ever. */

export interface Coming {
  /** Rejected when a piece cannot be had; never resolved. */
  readonly failed: Promise<never>;
}

/** `sizes`: bytes by name, relative to `site`. `counted`: false where all of it lies on the device, and nothing is worth a bar. */
export function watch(site: string, sizes: Readonly<Record<string, number>>, told: (share: number) => void, counted: boolean): Coming {
  const total = Object.values(sizes).reduce((sum, size) => sum + size, 0);
  let come = 0;
  const count = (more: number): void => told(Math.min(1, (come += more) / total));
  let fail: (why: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  failed.catch(() => undefined); // whoever waits for the start hears of it
  const plain = self.fetch.bind(self);
  self.fetch = async (asked, how) => {
    const address = asked instanceof Request ? asked.url : String(asked);
    const needed = address.startsWith(site) && address.slice(site.length) in sizes;
    try {
      const answer = await plain(asked, how);
      if (needed && !answer.ok) throw new Error(`${address}: ${answer.status}`);
      return needed && counted ? counting(answer, count) : answer;
    } catch (error) {
      if (needed) fail(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  };
  return { failed };
}

function counting(answer: Response, count: (more: number) => void): Response {
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, out) {
      count(piece.length);
      out.enqueue(piece);
    },
  });
  return new Response(answer.body?.pipeThrough(counter) ?? null, { status: answer.status, headers: answer.headers });
}

export async function bytes(address: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}
