import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from '../package/support/libreOffice';

/** A page as LibreOffice prints it. */
export interface PrintedPage {
  readonly png: Uint8Array;
  readonly text: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
}

/**
 * All visible sheets of an .xlsx file as printed pages. `keepIn` is a folder to leave the PNGs in, to look at them. Needs
 * LibreOffice and poppler (`apt-get install poppler-utils`); throws, naming the program, where one is missing.
 */
export function printedPages(bytes: Uint8Array, keepIn?: string): PrintedPage[] {
  const pdf = convert(bytes, 'pdf:calc_pdf_Export').get('book.pdf');
  if (!pdf) throw new Error('LibreOffice printed nothing');
  const folder = mkdtempSync(join(tmpdir(), 'mujun-pages-'));
  try {
    const file = join(folder, 'book.pdf');
    writeFileSync(file, pdf);
    poppler('pdftoppm', ['-r', '80', '-png', file, join(folder, 'page')]);
    const images = readdirSync(folder).filter((name) => name.endsWith('.png'));
    const pages = images.sort().map((name, index) => ({
      png: new Uint8Array(readFileSync(join(folder, name))),
      ...facts(file, index + 1),
    }));
    if (keepIn !== undefined) keep(pages, keepIn);
    return pages;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function facts(file: string, page: number): Omit<PrintedPage, 'png'> {
  const number = String(page);
  const info = poppler('pdfinfo', ['-f', number, '-l', number, file]);
  const [, width = '', height = ''] = /size:\s+([\d.]+) x ([\d.]+)/.exec(info) ?? [];
  const text = poppler('pdftotext', ['-f', number, '-l', number, '-layout', file, '-']);
  return { text, width: Number(width), height: Number(height) };
}

function keep(pages: readonly PrintedPage[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const [index, { png }] of pages.entries()) writeFileSync(join(folder, `${String(index + 1)}.png`), png);
}

function poppler(program: string, args: readonly string[]): string {
  try {
    return execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', timeout: 120_000 });
  } catch (error) {
    throw new Error(`${program} failed; it comes with poppler (apt-get install poppler-utils)`, { cause: error });
  }
}
