/** By the end of a file's name. */
const TYPES: Readonly<Record<string, string>> = { zip: 'application/zip', csv: 'text/csv;charset=utf-8' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * A way to hand a file to the browser, or undefined where it cannot be told that one would arrive: Office shows the pane in a
 * frame of another origin, or in a window of its own, and many of those drop downloads without a word. A frame that this page may
 * look into, and that is not sandboxed against downloads, lets them through.
 */
export function downloadDoor(page: Window = window): ((bytes: Uint8Array, name: string) => void) | undefined {
  if (!('download' in HTMLAnchorElement.prototype) || !mayDownload(page)) return undefined;
  return (bytes, name) => handOver(bytes, name, page);
}

/** Hands a file to the browser, which puts it among its downloads. */
export function handOver(bytes: Uint8Array, name: string, page: Window = window): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? XLSX;
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));
  const link = page.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser may still be reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function mayDownload(page: Window): boolean {
  try {
    const frame = page.frameElement;
    if (!frame) return false;
    const sandbox = frame.getAttribute('sandbox');
    return sandbox === null || sandbox.split(/\s+/).includes('allow-downloads');
  } catch {
    return false;
  }
}
