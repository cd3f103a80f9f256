const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** By the end of a file's name. */
const TYPES: Readonly<Record<string, string>> = { zip: 'application/zip', csv: 'text/csv;charset=utf-8', docx: DOCX };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How far a download can be relied on: not at all; perhaps, so that another way is offered beside it; surely. */
export type Downloads = 'none' | 'likely' | 'sure';

/**
 * What becomes of a download here. A frame that this page may look into, and that is not sandboxed against downloads, lets
 * them through. Excel on Windows shows the pane in a WebView2 window of its own, which downloads but may not show it
 * (office-js 3385, 4681, 6468); on a Mac, and in a frame of another origin, downloads are dropped without a word.
 */
export function downloadsOf(page: Window, onWindows: boolean): Downloads {
  if (!('download' in HTMLAnchorElement.prototype)) return 'none';
  try {
    const frame = page.frameElement;
    if (page.parent === page) return onWindows ? 'likely' : 'none';
    if (!frame) return 'none';
    const sandbox = frame.getAttribute('sandbox');
    return sandbox === null || sandbox.split(/\s+/).includes('allow-downloads') ? 'sure' : 'none';
  } catch {
    return 'none';
  }
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
