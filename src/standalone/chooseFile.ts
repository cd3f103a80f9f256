/** The part of the File System Access interface that is used; only Chromium has it. */
export interface FileHandle {
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{ write(bytes: Uint8Array): Promise<void>; close(): Promise<void> }>;
  isSameEntry(other: FileHandle): Promise<boolean>;
  /** Asks the person, where the handle was kept from an earlier visit. */
  requestPermission?(how: { readonly mode: 'read' }): Promise<'granted' | 'denied' | 'prompt'>;
}

/** Where a ledger comes from. */
export interface Chosen {
  readonly file: File;
  readonly handle?: FileHandle;
}

type WithPicker = Window & {
  showOpenFilePicker?: (options: object) => Promise<readonly FileHandle[]>;
};

const TYPES = [
  {
    description: 'Excel 工作簿',
    accept: { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx', '.xlsm'] },
  },
];

/** Whether the browser gives files that can be read again and saved back. */
export function hasPicker(): boolean {
  return 'showOpenFilePicker' in window;
}

/** Asks for a file; undefined when nobody chose one. */
export async function chooseFile(): Promise<Chosen | undefined> {
  const pick = (window as WithPicker).showOpenFilePicker;
  if (!pick) return undefined;
  try {
    const [handle] = await pick.call(window, { types: TYPES, multiple: false });
    return handle && { file: await handle.getFile(), handle };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** A file opened lately, read again; undefined when the person does not let the browser. */
export async function chosenAgain(handle: FileHandle): Promise<Chosen | undefined> {
  const answer = (await handle.requestPermission?.({ mode: 'read' })) ?? 'granted';
  return answer === 'granted' ? { file: await handle.getFile(), handle } : undefined;
}

/** The file that was dropped, with its handle where the browser gives one. */
export async function droppedFile(data: DataTransfer): Promise<Chosen | undefined> {
  const [item] = [...data.items].filter(({ kind }) => kind === 'file');
  const file = item?.getAsFile();
  if (!item || !file) return undefined;
  const withHandle = item as DataTransferItem & { getAsFileSystemHandle?: () => Promise<unknown> };
  const handle = await withHandle.getAsFileSystemHandle?.().catch(() => undefined);
  return isFileHandle(handle) ? { file, handle } : { file };
}

function isFileHandle(handle: unknown): handle is FileHandle {
  return typeof handle === 'object' && handle !== null && 'createWritable' in handle;
}
