import { describe, expect, it } from 'vitest';
import { openBlank } from '../../src/package/createPackage';
import { openPackage } from '../../src/package/openPackage';
import { createFilePort } from '../../src/workbook/file/createFilePort';
import { readByLibreOffice } from '../package/support/libreOffice';
import { withoutResults } from '../package/support/withoutResults';

const DATA = [
  ['企业', '面积', '税收', '等级'],
  ['甲公司', 10, 2.675, 'A'],
  ['乙公司', 20.5, -3, 'b'],
  ['丙厂', '', 0, 'A'],
  ['丁公司', '12', 7.25, ''],
  ['戊厂', 45_000, 44_927, true],
];

const FORMULAS = [
  ...[
    '=1+2*3^2',
    '=-2^2',
    '=IF(50%*4=2,1,0)',
    '=2^3^2',
    '=10-3-2',
    '="a"&1.5',
    '=1=1.0',
    '="A"="a"',
    '="a"<"B"',
    '=1/0',
  ],
  ...['=SUM(B2:B6)', '=SUM(B:B)', '=SUM(B2,C2,3)', '=AVERAGE(C2:C6)', '=MAX(C2:C6)', '=MIN(B2:C6)', '=COUNT(A1:C6)'],
  ...['=COUNTA(B2:B6)', '=ROUND(C2,2)', '=ROUND(C3*1.005,1)', '=ROUNDUP(C2,1)', '=ROUNDDOWN(-2.55,1)', '=INT(-2.5)'],
  ...['=ABS(C3)', '=IF(B4="","空",B4)', '=IF(B4=0,1,2)', '=IF(C2>2,"多")', '=IF(C2>5,"多")', '=IFERROR(1/0,"错")'],
  ...['=AND(C2>1,B2>1)', '=OR(C2>100,B2>100)', '=NOT(C2>1)', '=ISNUMBER(B5)', '=ISNUMBER(B2)', '=ISERROR(1/0)'],
  ...['=COUNTIF(D2:D6,"a")', '=COUNTIF(A2:A6,"*公司")', '=COUNTIF(B2:B6,">15")', '=COUNTIF(B2:B6,"<>20.5")'],
  ...[
    '=COUNTIFS(D2:D6,"A",C2:C6,">=0")',
    '=COUNTIF(D2:D6,"?")',
    '=SUMIFS(C2:C6,D2:D6,"A")',
    '=SUMIF(A2:A6,"*厂",C2:C6)',
  ],
  ...['=SUMPRODUCT((D2:D3="A")*C2:C3)', '=SUMPRODUCT(B2:B3,C2:C3)', '=INDEX(A2:A6,3)', '=INDEX(A2:D6,2,3)'],
  ...['=MATCH("乙公司",A2:A6,0)', '=MATCH("无",A2:A6,0)', '=INDEX(C2:C6,MATCH("丁公司",A2:A6,0))', '=RANK(C2,C2:C6)'],
  ...[
    '=YEAR(B6)',
    '=MONTH(C6)',
    '=DAY(C6)',
    '=YEAR(DATE(2023,14,1))*100+MONTH(DATE(2023,14,1))',
    '=TRIM("  a   b ")',
    '=LEN(A2)',
    '=LEFT(A2,1)',
  ],
  ...[
    '=RIGHT(A2,2)',
    '=MID(A2,2,1)',
    '=EXACT("a","A")',
    '=SUBSTITUTE(A2,"公司","厂")',
    '=SEARCH("公司",A2)',
    '=SEARCH("x",A2)',
  ],
  ...['=CHOOSE(2,"一","二")', '=ROW()', '=ROW(A9)', '=COLUMN(C1)', '=A2', '=B4', '=B4&""', '=B4+1', '=B5+1', '=A2+1'],
  ...[
    '=0.1+0.2-0.3',
    '=1.1-1-0.1',
    '=IF(B4,1,0)',
    '=MATCH(8,C4:C6,1)',
    '=ISNUMBER(SEARCH("厂",A4))',
    '=NA()',
    '=ISTEXT(A2)',
  ],
];

/** Formulas answered by us and, with nothing beside them, by LibreOffice. */
describe('formulas that our sheets may hold', () => {
  it('are answered as LibreOffice answers them', async () => {
    const port = createFilePort(openBlank());
    const rows = DATA.length;
    const outcome = await port.write({
      title: '公式',
      sheet: { newName: '公式' },
      blocks: [
        { area: { row: 0, column: 0, rows, columns: 4 }, values: DATA },
        { area: { row: 0, column: 6, rows: FORMULAS.length, columns: 1 }, formulas: FORMULAS.map((own) => [own]) },
      ],
    });
    expect(outcome.kind).toBe('done');
    const bytes = await port.currentFile();
    const held = openPackage(bytes).model.sheets.find(({ name }) => name === '公式');
    const theirs = readByLibreOffice(withoutResults(bytes, '公式')).get('公式') ?? [];
    const differing = FORMULAS.flatMap((formula, row) => {
      const cell = held?.cells.get(row)?.get(6);
      const ours = typeof cell?.value === 'boolean' ? String(cell.value).toUpperCase() : String(cell?.value ?? '');
      const other = theirs[row]?.[6] ?? '';
      const same = ours === other || (ours !== '' && other !== '' && Math.abs(Number(ours) - Number(other)) < 1e-9);
      return same ? [] : [`${formula}: ${ours}, LibreOffice ${other}`];
    });
    expect(differing).toEqual([]);
  });

  it('are left to the spreadsheet where they use what is not understood', async () => {
    const port = createFilePort(openBlank());
    // The last three: spreadsheets do not agree on them.
    const formulas = [
      [
        '=VLOOKUP(1,A1:B2,2)',
        '=亩均政策+1',
        "=SUM('[1]别的'!A1)",
        '=LET(a,1,a)',
        '=COUNTIF(F1,2)+COUNTIF(B9:B9,2)*VLOOKUP(1,A1:B2,2)',
        '=A9:A12',
        '="a"&TRUE',
        '=SUM(1,"3")',
      ],
    ];
    await port.write({
      ...{ title: '公式', sheet: { newName: '公式' } },
      blocks: [{ area: { row: 0, column: 0, rows: 1, columns: 8 }, formulas }],
    });
    const held = openPackage(await port.currentFile()).model.sheets.find(({ name }) => name === '公式');
    expect(
      [...(held?.cells.get(0)?.values() ?? [])].map(({ value, formula }) => [value, formula !== undefined]),
    ).toEqual(formulas[0]?.map(() => [null, true]));
  });
});
