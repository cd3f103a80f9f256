import { openBlank } from '../../../src/package/createPackage';
import type { SheetModel } from '../../../src/package/model';
import { PLAIN_STYLE } from '../../../src/package/read/readStyles';
import { openPackage, type OpenedPackage } from '../../../src/package/openPackage';
import { areaName } from '../../../src/sheet/address';
import { holdsCell, type Area } from '../../../src/sheet/area';
import { parseReference } from '../../../src/sheet/address';
import { answerFormulas } from '../../../src/workbook/file/calculation';
import { createFilePort, type FilePort } from '../../../src/workbook/file/createFilePort';
import { FileSheet, type FileCell } from '../../../src/workbook/file/fileSheet';
import type { CellValue } from '../../../src/workbook/port';
import { PortError } from '../../../src/workbook/portError';
import type { BenchSheet, Place, PortBench, SetUp } from '../portBench';

/** A file port over a blank workbook. What it holds and how it looks is read from the file that it would save. */
export function fileBench(): PortBench {
  const refused = new Map<CellValue, string>();
  const port = createFilePort(openBlank(), {
    accept({ value }) {
      const code = refused.get(value);
      if (code !== undefined) throw new PortError(code, `refused: ${String(value)}`);
    },
  });
  const { book } = port;
  return {
    port,
    addSheet: async (input) => {
      const sheet = personsSheet(port, input);
      book.add(sheet);
      await answerAll(port, sheet);
      return sheet.id;
    },
    deleteSheet: (id) => {
      book.remove(id);
      return Promise.resolve();
    },
    held: async (id, area) => {
      const { model } = await saved(port, id);
      return Array.from({ length: area.rows }, (_, r) =>
        Array.from({ length: area.columns }, (__, c): CellValue => {
          const cell = model.cells.get(area.row + r)?.get(area.column + c);
          return cell?.formula === undefined ? (cell?.value ?? '') : `=${cell.formula}`;
        }),
      );
    },
    look: async (id, [row, column]) => {
      const { model, opened } = await saved(port, id);
      const fill = opened.model.styles[model.cells.get(row)?.get(column)?.style ?? 0]?.fill ?? '#FFFFFF';
      const width = model.columnWidths.get(column)?.width;
      return { fill, width: width === undefined ? 48 : (width * 7 * 3) / 4 };
    },
    setUp: async (id, place) => setUpOf(await saved(port, id), place),
    frozenRows: async (id) => (await saved(port, id)).model.freeze.rows,
    edit: async (id, [row, column], input) => {
      const sheet = book.sheet(id);
      sheet.put(row, column, typed(input));
      await answerAll(port, sheet);
      book.edited(id, areaName({ row, column, rows: 1, columns: 1 }));
    },
    select: (id, area) => {
      book.select(id, area);
      return Promise.resolve();
    },
    refuseText: (text, code) => refused.set(text, code),
    until: (met) => (met() ? Promise.resolve() : Promise.reject(new Error('it never came'))),
  };
}

/** A sheet that a person has made; such sheets are saved with their cells, protection and merges. */
function personsSheet({ book }: FilePort, input: BenchSheet): FileSheet {
  const { name, cells = [], merges = [], tables = [], visible = true } = input;
  const state = visible ? ('visible' as const) : ('hidden' as const);
  const hidden = (places: readonly number[] = []) => new Map(places.map((at) => [at, { hidden: true, width: 8 }]));
  const model: SheetModel = {
    ...{ id: name, name, state, rows: 1, columns: 1, cells: new Map(), merges, freeze: { rows: 0, columns: 0 } },
    ...{ columnWidths: hidden(input.hiddenColumns), rowHeights: hidden(input.hiddenRows) },
    protected: input.protected ?? false,
  };
  const { styles } = book.opened.model;
  const id = book.nextId();
  const makeUp = { state, merges: [], ...(input.protected === true ? { protect: true } : {}) };
  const sheet = new FileSheet({ id, name, model, makeUp, styles, tables });
  cells.forEach((line, row) => line.forEach((value, column) => sheet.put(row, column, typed(value))));
  for (const { area, numberFormat } of input.numberFormats ?? []) format(sheet, area, numberFormat);
  return sheet;
}

function format(sheet: FileSheet, { row, column, rows, columns }: Area, numberFormat: string): void {
  for (let r = row; r < row + rows; r++)
    for (let c = column; c < column + columns; c++) {
      const style = { ...(sheet.style(r, c) ?? PLAIN_STYLE), numberFormat };
      sheet.put(r, c, { ...sheet.cell(r, c), style });
    }
}

function typed(input: CellValue): FileCell | undefined {
  if (input === '') return undefined;
  const isFormula = typeof input === 'string' && input.startsWith('=');
  return isFormula ? { value: '', formula: input } : { value: input };
}

/** What the calculating of a spreadsheet does after every edit. */
async function answerAll({ book }: FilePort, sheet: FileSheet): Promise<void> {
  const places = [...sheet.changed].flatMap(([row, line]) =>
    [...line].flatMap(([column, { formula }]) => (formula === undefined ? [] : [{ sheet, row, column }])),
  );
  await answerFormulas(book, places);
}

interface Saved {
  readonly opened: OpenedPackage;
  readonly model: SheetModel;
  readonly xml: string;
}

async function saved(port: FilePort, id: string): Promise<Saved> {
  const { name } = port.book.sheet(id);
  const opened = openPackage(await port.currentFile());
  const model = opened.model.sheets.find((sheet) => sheet.name === name);
  if (!model) throw new Error(`${name} is not in the file`);
  return { opened, model, xml: opened.source.parts.xml(opened.source.sheets.get(model.id)?.part ?? '').text };
}

function setUpOf({ opened, model, xml }: Saved, [row, column]: Place): SetUp {
  const style = opened.model.styles[model.cells.get(row)?.get(column)?.style ?? 0];
  const rules = [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*>\s*<formula1>([^<]*)</g)];
  const rule = rules.find(([, ref = '']) => {
    const area = parseReference(ref);
    return area !== undefined && holdsCell(area, row, column);
  });
  const words = (rule?.[2] ?? '').replaceAll('&quot;', '"').replaceAll('&apos;', "'");
  const drawings = opened.source.parts.entries.map(({ path }) => path).filter((path) => /drawing\d+\.xml$/.test(path));
  const charts = drawings.flatMap((path) => [...opened.source.parts.xml(path).text.matchAll(/<c:chart /g)]);
  return {
    merged: model.merges.some((area) => holdsCell(area, row, column)),
    font: style?.font.name ?? '',
    size: style?.font.size ?? 0,
    vertical: capital(style?.alignment.vertical ?? 'bottom'),
    bordered: style?.border.left !== undefined,
    rowHeight: model.rowHeights.get(row)?.height ?? 15,
    locked: style?.locked ?? true,
    words: words.startsWith('"') ? words.slice(1, -1) : words === '' ? '' : `=${words}`,
    charts: charts.length,
    landscape: /orientation="landscape"/.test(xml),
  };
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
