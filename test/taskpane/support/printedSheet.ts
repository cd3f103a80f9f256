import { sheetsToFile } from '../../../src/package/sheetsToFile';
import { fitPrint } from '../../../src/sheet/fitPrint';
import type { NewSheet } from '../../../src/sheet/sheet';
import type { SheetPlan } from '../../../src/workbook/port';
import { convert } from '../../package/support/libreOffice';
import { cutTexts } from '../../package/support/pdfClips';
import { printedWords, type PrintedWord } from '../../package/support/pdfPages';

/** In centimetres. */
export const MARGINS = { top: 2, bottom: 2, left: 1.8, right: 1.5 };

/** A planned sheet as it was said. */
export function sheetOf({ sheet, blocks, print, freezeRows = 0 }: SheetPlan): NewSheet {
  const said = blocks.map(({ area, values = [], format }) => ({
    ...{ row: area.row, column: area.column, values: values.map((line) => [...line]) },
    ...(format ? { format } : {}),
  }));
  return { name: 'newName' in sheet ? sheet.newName : '', blocks: said, freezeRows, ...(print ? { print } : {}) };
}

/** The sheet's heads alone on a page of their own, at full size. */
function probeOf(sheet: NewSheet): NewSheet {
  const { titleRows } = fitPrint(sheet).print ?? {};
  const rows = (titleRows?.last ?? 0) + 1;
  const blocks = sheet.blocks.filter(({ row, column }) => row < rows && column < 6);
  const print = {
    landscape: true,
    paper: 'A3',
    area: { row: 0, column: 0, rows, columns: 4 },
    margins: MARGINS,
  } as const;
  return { name: '样', blocks, freezeRows: 0, print };
}

/** A sheet printed by LibreOffice: its words page by page, texts that print cut, and at what scale, by its heads at full size beside it. */
export function printed(sheet: NewSheet) {
  const pdf = convert(sheetsToFile([sheet, probeOf(sheet)]), 'pdf:calc_pdf_Export').get('book.pdf');
  const pages = printedWords(pdf);
  const [probe, own] = [pages.at(-1) ?? [], pages.slice(0, -1)];
  const heights = (words: readonly PrintedWord[]) => new Map(words.map(({ text, height }) => [text, height]));
  const full = heights(probe);
  const ratios = own.flatMap((words) =>
    [...heights(words)].flatMap(([text, height]) => (full.has(text) ? [height / (full.get(text) ?? NaN)] : [])),
  );
  const cut = cutTexts(pdf).slice(0, -1).flat();
  return { pages: own, cut, scale: ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? NaN };
}
