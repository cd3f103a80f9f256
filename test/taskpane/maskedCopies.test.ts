import { finish } from '../../src/steps/steps';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/engine/quantity/index';
import type { Cell } from '../../src/engine/ledger/index';
import { copyFiles, leavingOf, planBatch, type BatchGiven } from '../../src/taskpane/plans/share/makeCopies';
import { csvOfLedger } from '../../src/taskpane/plans/share/csvOfLedger';
import { initialShare } from '../../src/taskpane/state/shareState';
import { assess } from '../../src/taskpane/model/verdict/assessment';
import { mappingOf } from '../../src/taskpane/model/reading/mapping';
import { sourceOf } from '../../src/taskpane/model/reading/source';
import { appliedPolicy } from '../../src/taskpane/state/paneState';
import type { CellValue } from '../../src/workbook/port';

const TITLES = [
  '企业名称',
  '统一社会信用代码',
  '镇街',
  '用地面积（亩）',
  '实缴税收（万元）',
  '用途',
  '联系人',
  '承租企业',
  '控股股东',
  '备注',
];

/** Firms of two signs to long ones with brackets, and people of two and three signs, each in spellings of its own. */
const FIRMS = [
  '丙厂',
  '丁工贸',
  '越州乙（浙江）新材料有限公司',
  '越州甲机械有限公司',
  '华 盛 纺织厂',
  'ABC（越州）电子有限公司',
] as const;
const PEOPLE = ['李四', '赵六', '张三丰', '欧阳明日'] as const;
const CODES = [
  '91330683MA28ABCD1X',
  '91330683MA28ABCD2Y',
  '91330683MA28ABCD3Z',
  '91330683MA28ABCD4W',
  '91330683MA28ABCD5U',
  '91330683MA28ABCD6T',
] as const;
const TENANT = '租客精密制造有限公司';
const OWNER = '钱多多';

const spelled = (text: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    text,
    text.replaceAll('（', '(').replaceAll('）', ')'),
    text.replaceAll('（', '【').replaceAll('）', '】'),
    [...text].join(' '),
    [...text].join('\u200b'),
    text.toLowerCase(),
    text.replace(/[A-Z0-9]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    `${text.slice(0, 1)}\n${text.slice(1)}`,
  );

const secrets = [...FIRMS, ...PEOPLE, ...CODES, TENANT, OWNER];
const remark = fc
  .tuple(fc.constantFrom(...secrets).chain(spelled), fc.constantFrom('1号地块', '共用厂房', '，已核', '', '2023年'))
  .map(([secret, after]) => `与${secret}${after}`);

interface Given {
  readonly remarks: readonly string[];
  readonly title: string;
  readonly level: 'values' | 'classic' | 'live';
}

const given: fc.Arbitrary<Given> = fc.record({
  remarks: fc.array(remark, { minLength: 6, maxLength: 6 }),
  title: fc
    .constantFrom(...secrets)
    .chain(spelled)
    .map((secret) => `${secret}等企业台账`),
  level: fc.constantFrom('values', 'classic', 'live'),
});

function batchOf({ remarks, title, level }: Given, personal: 'mask' | 'leaveOut'): BatchGiven {
  const rows = remarks.map((text, row): Cell[] => [
    ...[FIRMS[row] ?? '', CODES[row] ?? '', '城东镇', 10 + row, 100 + row, '工业', PEOPLE[row % PEOPLE.length] ?? ''],
    ...[row === 1 ? TENANT : '', row === 2 ? OWNER : '', text],
  ]);
  const values = [[title, ...TITLES.slice(1).map(() => '')], TITLES, ...rows] as CellValue[][];
  const source = sourceOf({
    sheet: { id: '1', name: title.replace(/[\n\u200b]/g, '').slice(0, 31), visible: true, protected: false },
    area: { row: 0, column: 0, rows: values.length, columns: TITLES.length },
    ...{ values, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
  });
  if (!source) throw new Error('no ledger');
  const asOf = parseDay('2023-06-30');
  const policy = appliedPolicy({ policyId: 'shengzhou-2021', ...(asOf === undefined ? {} : { asOf }) });
  const assessment = assess(source, mappingOf(source, new Map()).headers, policy);
  const rule = { personal, tax: 'mask', identity: 'mask', others: 'locked' } as const;
  const request = { ...initialShare().request, by: 'whole' as const, level, rule };
  return {
    source,
    assessment,
    request,
    record: undefined,
    time: '2026-03-01T08:00:00Z',
    version: '0',
    addinFunctions: [],
  };
}

/** A text without blanks, width, case and kinds of brackets: what a reader would recognise in it. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/&#10;|&#xA;|_x000[Aa]_/g, '')
    .replace(/[\s\u200b]/g, '')
    .replace(/[【〔[]/g, '(')
    .replace(/[】〕\]]/g, ')')
    .toUpperCase();

function leaks(text: string): string[] {
  const seen = plain(text);
  return secrets.filter((secret) => seen.includes(plain(secret)));
}

const decoder = new TextDecoder();

function filesOf(batch: BatchGiven) {
  const work = copyFiles(batch, finish(planBatch(batch)));
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value;
}

describe('copies that name nobody', () => {
  it.each(['mask', 'leaveOut'] as const)(
    'hold no secret in any part, title, sheet name or file name, in any spelling; people %s',
    (personal) => {
      fc.assert(
        fc.property(given, (one) => {
          const batch = batchOf(one, personal);
          for (const { name, bytes } of filesOf(batch)) {
            expect(leaks(name)).toEqual([]);
            for (const [part, content] of Object.entries(unzipSync(bytes)))
              expect([part, ...leaks(decoder.decode(content))]).toEqual([part]);
          }
          const csv = finish(csvOfLedger(batch));
          expect(leaks(`${csv.name}${csv.text}`)).toEqual([]);
        }),
        { numRuns: 12, seed: 17 },
      );
    },
    120_000,
  );

  it('names tenants, owners and unknown firms before anything is made', () => {
    const remarks = ['与外地某某机械有限公司合建', '负责人王五', '', '', '', ''];
    const { found } = finish(
      leavingOf(batchOf({ remarks, title: '越州无名机械有限公司台账', level: 'values' }, 'mask')),
    );
    expect(found.masked).toEqual(
      expect.arrayContaining(['承租企业', '控股股东', '企业名称', '统一社会信用代码', '联系人']),
    );
    expect(found.found.map(({ title, kind, count }) => [title, kind, count])).toEqual(
      expect.arrayContaining([
        ['备注', 'firm', 1],
        ['备注', 'person', 1],
        ['越州无名机械有限公司台账', 'firm', 1],
      ]),
    );
  });

  it('a mask before a digit stays readable, and words of choices stay words', () => {
    const batch = batchOf({ remarks: ['与丙厂1号地块', '', '', '', '', ''], title: '台账', level: 'values' }, 'mask');
    const csv = finish(csvOfLedger(batch)).text;
    expect(csv).toMatch(/与企业\d{4} 1号地块/);
    expect(csv.match(/工业/g)?.length).toBe(6);
  });
});
