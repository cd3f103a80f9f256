import { beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../../src/taskpane/model/verdict/assessment';
import { verdictText } from '../../../src/taskpane/model/verdict/resultRows';
import { mergeReturned } from '../../../src/engine/share/mergeReturned';
import { proposedDecisions, withWrites, writesOf } from '../../../src/engine/share/mergeDecisions';
import type { MergeResult } from '../../../src/engine/share/mergeTypes';
import { provenanceXml } from '../../../src/engine/share/provenance';
import { readFixture, sentFixture, type SentFixture } from './support/sentFixture';
import { sheetsToFile } from '../../../src/package/sheetsToFile';
import { SHENGYUE, TAIPU, XUYUE } from '../../support/fixtureSheet';
import { editInLibreOffice } from '../../package/support/editInLibreOffice';
import { partsOf } from '../../package/support/parts';
import { asReturned, gridOf } from './support/asReturned';

function fileOf(sent: SentFixture, index: number): Uint8Array {
  const copy = sent.copies[index];
  if (!copy) throw new Error('no copy');
  const { sheets, provenance } = sent.sheets(copy);
  const customXml = [{ id: '{5D1A3C51-6A0B-4B8E-9C55-0D9C3E1F7A10}', xml: provenanceXml(provenance) }];
  return sheetsToFile(sheets, { customXml });
}

function merged(sent: SentFixture, files: readonly Uint8Array[], rows = sent.home.rows): MergeResult {
  const returned = files.map((bytes, index) => asReturned(`${index}.xlsx`, bytes));
  const work = mergeReturned({ ...sent.home, rows }, sent.record, returned);
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('嵊越, a township’s copy at level 公式版, edited in LibreOffice and brought home', () => {
  const sent = sentFixture(SHENGYUE, 'shengzhou-2021', {});
  const sheet = sent.home.sheetName;
  const [copy] = sent.copies;
  const column = (title: string) =>
    1 + (copy?.columns.findIndex(({ column: at }) => sent.source.batch.titles[at] === title) ?? 0);
  const edits = [
    { sheet, row: 4, column: column('实缴税收'), value: 100 },
    { sheet, row: 5, column: column('用地面积(亩)'), value: 500 },
    { sheet, row: 6, column: column('综合评价等级'), value: 'D' },
    { sheet, row: 7, column: column('建筑质量'), value: '' },
    { sheet, row: 8, column: column('备注'), value: '=HYPERLINK("http://x")' },
    { sheet, row: 9, column: column('落后产能'), value: '是' },
  ];
  let saved: Uint8Array;
  let grid: Map<string, string[][]>;
  let result: MergeResult;
  beforeAll(() => {
    saved = editInLibreOffice(fileOf(sent, 0), edits);
    grid = gridOf(saved);
    result = merged(sent, [saved]);
  }, 240_000);

  it('is recognised, and every edit is found, with the row and column it belongs to', () => {
    expect(result.files.map(({ status }) => status.kind)).toEqual(['compared']);
    expect(result.notes).toEqual([]);
    const found = result.changes.map(({ row, title, kind, offers }) => [row, title, kind, offers[0]?.value]);
    const rows = copy?.rows ?? [];
    expect(found).toEqual([
      [rows[0], '实缴税收', 'there', 100],
      [rows[1], '用地面积(亩)', 'there', 500],
      [rows[2], '综合评价等级', 'there', 'D'],
      [rows[3], '建筑质量', 'there', ''],
      [rows[4], '备注', 'there', '=HYPERLINK("http://x")'],
      [rows[5], '落后产能', 'there', '是'],
    ]);
  });

  it('has recalculated to the tiers and paths of the add-in on the merged ledger, and says how many inputs changed', () => {
    const rows = withWrites(sent.home.rows, writesOf(result.changes, proposedDecisions(result)));
    const { source, assessment } = readFixture(SHENGYUE, 'shengzhou-2021');
    const after = assess({ ...source, rows }, assessment.whole.headers, assessment.policy);
    const lines = grid.get(sheet) ?? [];
    const results = [
      ['档位（研判）', after.tiers],
      ['路径（研判）', after.paths],
    ] as const;
    const wrong = results.flatMap(([title, judgement]) => {
      const at = (lines[3] ?? []).indexOf(title);
      return (copy?.rows ?? []).flatMap((row, index) => {
        const own = judgement ? verdictText(judgement, row) : 'none';
        return lines[4 + index]?.[at] === own ? [] : [`${title} ${row}: ${String(lines[4 + index]?.[at])} for ${own}`];
      });
    });
    expect(wrong).toEqual([]);
    expect(
      grid
        .get('填报说明')
        ?.flat()
        .find((text) => text.startsWith('本表为')),
    ).toMatch(/^本表为公式版。发出后有 5 户的输入已改动/);
  });

  it('comes home unchanged when LibreOffice only opened and saved it', { timeout: 240_000 }, () => {
    const untouched = merged(sent, [editInLibreOffice(fileOf(sent, 1), [])]);
    expect(untouched.changes).toEqual([]);
    expect(untouched.notes).toEqual([]);
  });
});

describe('a masked copy', () => {
  const rule = { personal: 'mask', tax: 'mask', identity: 'mask', others: 'locked' } as const;
  const sent = sentFixture(SHENGYUE, 'shengzhou-2021', { request: { by: 'township', rule } });
  const fields = ['enterprise', 'creditCode', 'contact'];

  it('contains no masked text in any part of its package', () => {
    const secrets = fields.flatMap((field) => {
      const at = sent.source.batch.fields.indexOf(field);
      return sent.home.rows.flatMap((row, index) =>
        sent.home.kinds[index] === 'data' ? [String(row[at] ?? '').trim()] : [],
      );
    });
    expect(secrets.filter((text) => text.length >= 4).length).toBeGreaterThan(1200);
    for (const index of [0, 3, 7]) {
      const whole = Object.values(partsOf(fileOf(sent, index)))
        .map((part) => Buffer.from(part).toString('utf8'))
        .join('\n');
      expect(secrets.filter((text) => text.length >= 4 && whole.includes(text))).toEqual([]);
      const [ledger] = asReturned('', fileOf(sent, index)).sheets;
      const tax = ledger?.values[3]?.indexOf('实缴税收') ?? -1;
      const shown = ledger?.values.slice(4).map((row) => row[tax]) ?? [];
      expect(new Set(shown.filter((cell) => cell !== ''))).toEqual(new Set(['已隐去']));
    }
  });

  it('has no hidden sheet, and gives the same code to an enterprise in every copy', () => {
    const [one] = sent.copies;
    if (!one) throw new Error('no copy');
    expect(sent.sheets(one).sheets.map(({ name }) => name)).toEqual([sent.home.sheetName, '填报说明', '依据']);
    const codes = Object.entries(sent.record.codes.masks['enterprise'] ?? {});
    expect(new Set(codes.map(([, code]) => code)).size).toBe(codes.length);
    expect(codes.every(([, code]) => /^企业\d{4}$/.test(code))).toBe(true);
  });

  it('says that its results are values, because the tax is not in it', () => {
    const [one] = sent.copies;
    const made = one && sent.sheets(one);
    expect(made?.onlyValues).toBe(true);
    expect(made?.provenance.level).toBe('values');
  });
});

/** 太浦 carries the home 产出线; 许越 has lines by group and dates. */
it.each([
  [TAIPU, 'taicang-2023'],
  [XUYUE, 'xuchang-2021'],
])(
  '%s: a township’s copy is calculated by LibreOffice to the answers at home',
  { timeout: 240_000 },
  (file, policy) => {
    const sent = sentFixture(file, policy, {});
    const [copy] = sent.copies;
    const lines = gridOf(editInLibreOffice(fileOf(sent, 0), [])).get(sent.home.sheetName) ?? [];
    const { assessment } = readFixture(file, policy);
    const results = [
      ['档位（研判）', assessment.tiers],
      ['路径（研判）', assessment.paths],
    ] as const;
    const wrong = results.flatMap(([title, judgement]) => {
      const at = (lines[3] ?? []).indexOf(title);
      const rows = judgement ? (copy?.rows ?? []) : [];
      return rows.filter((row, index) => judgement && lines[4 + index]?.[at] !== verdictText(judgement, row));
    });
    expect(copy?.rows.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  },
);
