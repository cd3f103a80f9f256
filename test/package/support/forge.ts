/** Writes a wrong number into the first central directory record whose entry has that name. */
export function forge(
  bytes: Uint8Array,
  name: string,
  { field, value }: { readonly field: number; readonly value: number },
): Uint8Array {
  const copy = Buffer.from(bytes);
  for (
    let at = copy.indexOf('PK\u0001\u0002', 0, 'latin1');
    at >= 0;
    at = copy.indexOf('PK\u0001\u0002', at + 4, 'latin1')
  ) {
    if (copy.toString('latin1', at + 46, at + 46 + copy.readUInt16LE(at + 28)) !== name) continue;
    copy.writeUInt32LE(value, at + field);
    return copy;
  }
  throw new Error(`no entry ${name}`);
}
