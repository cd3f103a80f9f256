import { finish } from '../../steps/steps';
import { crc32 } from './crc32';
import { packEntry, writeArchive } from './writeArchive';

/** Files in one .zip, their names in UTF-8. Workbooks are compressed already, so they are stored as they are. */
export function zipFiles(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const empty = new Uint8Array(0);
  return writeArchive(
    files.map(({ name, bytes }) => ({
      ...finish(packEntry(name, empty)),
      method: 0,
      crc: crc32(bytes),
      compressed: bytes,
      size: bytes.length,
    })),
  );
}
