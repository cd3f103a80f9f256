import { FUNCTIONS } from '../functions/all';
import { openSteps } from '../package/openPackage';
import { PackageError } from '../package/packageError';
import { packageMessage } from '../text/package';
import { pageText } from '../text/standalone';
import { inBreaths } from '../workbook/breath';
import { createFilePort, type FilePort } from '../workbook/file/createFilePort';
import type { Chosen, FileHandle } from './chooseFile';

/** A ledger that was opened: its file as it was then, and the workbook made of it. */
export interface OpenLedger {
  readonly name: string;
  readonly port: FilePort;
  /** The bytes of the file when it was opened. */
  readonly bytes: Uint8Array;
  /** Where the browser lets the file be read again and saved back. */
  readonly handle?: FileHandle;
  /** When the file was changed last, as it was read; what is newer on the disk is somebody else's. */
  readonly modified: number;
}

/** A sentence about a file that was not opened, or not saved. */
export class NotOpened extends Error {}

/** A file that was changed since it was opened, so that saving into it would undo somebody's work. */
export class ChangedOutside extends NotOpened {}

/** Opens a chosen file; throws NotOpened with what to do next. */
export async function openChosenFile(
  { file, handle }: Chosen,
  openCopy: (bytes: Uint8Array) => void,
): Promise<OpenLedger> {
  const bytes = await bytesOf(file);
  return {
    ...(await ledgerOf(file.name, bytes, openCopy)),
    modified: file.lastModified,
    ...(handle ? { handle } : {}),
  };
}

/** The workbook in some bytes. */
export async function ledgerOf(
  name: string,
  bytes: Uint8Array,
  openCopy: (bytes: Uint8Array) => void,
): Promise<OpenLedger> {
  try {
    const functions = FUNCTIONS.map((own) => own.name);
    const opened = await inBreaths(openSteps(bytes, {}, functions));
    return { name, bytes, port: createFilePort(opened, { openCopy }), modified: 0 };
  } catch (error) {
    throw new NotOpened(reasonOf(name, error));
  }
}

async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new NotOpened(pageText('gone', { name: file.name }));
  }
}

function reasonOf(name: string, error: unknown): string {
  if (/\.et$/i.test(name)) return pageText('wpsTable', { name });
  if (error instanceof PackageError) return packageMessage(error, 'zh-CN');
  return pageText('unexpected', { detail: error instanceof Error ? error.message : String(error) });
}

/** Saves into the file that was opened, unless it was changed since; throws NotOpened with what to do next. */
export async function saveBack(ledger: OpenLedger): Promise<OpenLedger> {
  const { handle, name, port } = ledger;
  if (!handle) throw new NotOpened(pageText('locked', { name }));
  const now = await handle.getFile().catch(() => {
    throw new NotOpened(pageText('gone', { name }));
  });
  if (!(await isAsOpened(now, ledger))) throw new ChangedOutside(pageText('changedOutside', { name }));
  const bytes = await port.currentFile();
  try {
    const writable = await handle.createWritable();
    await writable.write(bytes);
    await writable.close();
    return { ...ledger, bytes, modified: (await handle.getFile()).lastModified };
  } catch {
    throw new NotOpened(pageText('locked', { name }));
  }
}

/** The time alone can lie: a copy put back has an old one. */
async function isAsOpened(now: File, { bytes, modified }: OpenLedger): Promise<boolean> {
  if (now.size !== bytes.length || now.lastModified !== modified) return false;
  const current = new Uint8Array(await now.arrayBuffer());
  return current.every((byte, at) => byte === bytes[at]);
}

/** "台账（亩均推演 2024-02-01 0900）.xlsx": a name of its own, of the same kind. */
export function newName(name: string, clock: string): string {
  const dot = name.lastIndexOf('.');
  const [base, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, '.xlsx'];
  const plain = base.replace(/（亩均推演 [\d-]+ \d+）$/, '');
  return `${plain}（亩均推演 ${clock.replace(':', '')}）${end}`;
}
