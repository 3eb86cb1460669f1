/** An archive as files in Python's file system: a zip whose entries are stored as they are, so that nothing is copied. */

export interface Files {
  mkdirTree(path: string): void;
  writeFile(path: string, content: Uint8Array, how: { canOwn: boolean }): void;
}

const END = 22;

export function mount(files: Files, folder: string, archive: Uint8Array): void {
  const made = new Set<string>();
  for (const [name, content] of entries(archive)) {
    const path = `${folder}/${name}`;
    const above = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(above)) files.mkdirTree(above);
    made.add(above);
    files.writeFile(path, content, { canOwn: true });
  }
}

/** By the directory at the end of the file, as the format has it. */
export function* entries(archive: Uint8Array): Generator<[string, Uint8Array]> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - END;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Error("no archive");
  const text = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [how, size, length, extra, said, lies] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true), view.getUint32(at + 42, true)] as const;
    if (how !== 0) throw new Error("a packed entry");
    const name = text.decode(archive.subarray(at + 46, at + 46 + length));
    const from = lies + 30 + view.getUint16(lies + 26, true) + view.getUint16(lies + 28, true);
    yield [name, archive.subarray(from, from + size)];
    at += 46 + length + extra + said;
  }
}
