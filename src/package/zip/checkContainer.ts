import { PackageError } from '../packageError';

const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP = [0x50, 0x4b];

/** Throws the PackageError that says what the file is, unless it begins as a zip file. */
export function checkContainer(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new PackageError('notAFile');
  if (startsWith(bytes, CFB)) throw compoundFile(bytes);
  if (!startsWith(bytes, ZIP)) throw new PackageError('notZip');
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** OLE2 files ([MS-CFB]): a password makes one of an .xlsx (stream EncryptedPackage), and .xls is one. */
function compoundFile(bytes: Uint8Array): PackageError {
  if (hasStream(bytes, 'EncryptedPackage')) return new PackageError('encrypted');
  if (hasStream(bytes, 'Workbook') || hasStream(bytes, 'Book')) return new PackageError('legacyXls');
  return new PackageError('notWorkbook', { reason: 'compound file without a workbook stream' });
}

/** Directory entries are 128 bytes, aligned, and begin with a zero-ended UTF-16 name. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...`${name}\0`].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = 0; at + 128 <= bytes.length; at += 128) {
    if (bytes[at] === wanted[0] && wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
