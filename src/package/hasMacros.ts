/** Where the list of a file's parts ends up, and more. */
const DIRECTORY = 1_000_000;

/** Whether a workbook file carries macros: Excel opens such a file only under a name that ends with .xlsm. */
export function hasMacros(bytes: Uint8Array): boolean {
  // The names of the parts stand as they are at the end of the file.
  const end = bytes.subarray(Math.max(0, bytes.length - DIRECTORY));
  return new TextDecoder('latin1').decode(end).includes('xl/vbaProject.bin');
}
