import type { NewSheet } from '../../src/sheet/sheet';
import { sheetsToFile, type FileExtras } from '../../src/package/sheetsToFile';
import { readByLibreOffice } from '../package/support/libreOffice';
import { printedPages, type PrintedPage } from './printedPages';

/** Sheet models as LibreOffice calculates them anew: rows of texts by sheet name, numbers unformatted. */
export function calculatedSheets(sheets: readonly NewSheet[], extras: FileExtras = {}): Map<string, string[][]> {
  return readByLibreOffice(sheetsToFile(sheets.map(withoutResults), extras));
}

/** Sheet models as LibreOffice prints them; `keepIn` is a folder to leave the PNGs in, to look at them. */
export function printedSheets(sheets: readonly NewSheet[], keepIn?: string): PrintedPage[] {
  return printedPages(sheetsToFile(sheets.map(withoutResults)), keepIn);
}

/** A formula stored with its value would be read, not calculated. */
function withoutResults(sheet: NewSheet): NewSheet {
  return {
    ...sheet,
    blocks: sheet.blocks.map((block) => {
      const { formulas } = block;
      if (!formulas) return block;
      const values = block.values.map((line, r) =>
        line.map((value, c) => ((formulas[r]?.[c] ?? '') === '' ? value : '')),
      );
      return { ...block, values };
    }),
  };
}
