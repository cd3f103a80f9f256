/** Every array buffer inside a plain value, once each: what may be handed over instead of copied. */
export function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): readonly ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    // An empty buffer may be one that was given away before, which cannot be given again.
    if (value.buffer instanceof ArrayBuffer && value.buffer.byteLength > 0) found.add(value.buffer);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersOf(part, found);
  }
  return [...found];
}
