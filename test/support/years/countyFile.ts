import { sheetsToFile } from '../../../src/package/sheetsToFile';
import { COUNTY_HEADERS, type MadeCounty } from './madeCounty';

/** A year's ledger of a made-up county as a workbook with its title, as officials keep one. */
export function countyFile({ ledgers }: MadeCounty, at: number): Uint8Array {
  const { year = NaN, cells = [] } = ledgers[at] ?? {};
  const title = [`越州县${String(year)}年工业企业台账`, ...COUNTY_HEADERS.slice(1).map(() => '')];
  const rows = cells.map((line) => COUNTY_HEADERS.map((_, column) => (line[column] ?? '') as string | number));
  const values = [title, COUNTY_HEADERS, ...rows];
  return sheetsToFile([{ name: '台账', freezeRows: 0, blocks: [{ row: 0, column: 0, values }] }]);
}
