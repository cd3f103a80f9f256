import type { Caps } from '../caps';
import { PackageError } from '../packageError';

interface DeclaredSize {
  readonly path: string;
  readonly size: number;
  readonly compressedSize: number;
}

/** How many times the floor of one part all parts together may be before their ratio is minded. */
const MANY = 50;

/** Refuses by the declared sizes alone, before anything is inflated. Throws PackageError. */
export function checkCaps(entries: readonly DeclaredSize[], caps: Caps): void {
  let total = 0;
  let packed = 0;
  for (const entry of entries) {
    total += entry.size;
    packed += entry.compressedSize;
    checkEntry(entry, caps);
  }
  if (total > caps.totalBytes)
    throw new PackageError('tooLarge', { unit: 'bytes', limit: caps.totalBytes, found: total });
  // Many parts, each small enough to pass, are together what one of their kind would be.
  const ratio = total / Math.max(1, packed);
  if (total > caps.ratioFloorBytes * MANY && ratio > caps.ratio)
    throw new PackageError('ratioTooHigh', { limit: caps.ratio, found: Math.round(ratio) });
}

function checkEntry({ path, size, compressedSize }: DeclaredSize, caps: Caps): void {
  if (size > caps.partBytes)
    throw new PackageError('tooLarge', { part: path, unit: 'bytes', limit: caps.partBytes, found: size });
  const ratio = size / Math.max(1, compressedSize);
  if (size > caps.ratioFloorBytes && ratio > caps.ratio) {
    throw new PackageError('ratioTooHigh', { part: path, limit: caps.ratio, found: Math.round(ratio) });
  }
}
