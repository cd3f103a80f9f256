import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The pages of a PDF as texts in their layout; needs pdftotext (poppler-utils). */
export function pdfPages(pdf: Uint8Array | undefined): string[] {
  return textOf(pdf, '-layout')
    .split('\f')
    .filter((page) => page.trim() !== '');
}

/** A word as printed, its height in points. */
export interface PrintedWord {
  readonly text: string;
  readonly height: number;
}

/** The words of each page of a PDF and how high they stand; needs pdftotext (poppler-utils). */
export function printedWords(pdf: Uint8Array | undefined): PrintedWord[][] {
  const word = /<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g;
  const wordsOf = (page: string) =>
    [...page.matchAll(word)].map(([, top, bottom, text = '']) => ({ text, height: Number(bottom) - Number(top) }));
  return textOf(pdf, '-bbox').split('<page ').slice(1).map(wordsOf);
}

function textOf(pdf: Uint8Array | undefined, how: '-layout' | '-bbox'): string {
  if (!pdf) throw new Error('LibreOffice printed nothing');
  const folder = mkdtempSync(join(tmpdir(), 'mujun-pdf-'));
  try {
    const file = join(folder, 'book.pdf');
    writeFileSync(file, pdf);
    return execFileSync('pdftotext', [how, file, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
