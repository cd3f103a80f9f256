import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { gradeText, verdictAt } from '../../src/engine/assess/index';
import { openLedger } from '../../src/batch/openLedger';
import { policyAsked } from '../../src/batch/policyAsked';
import { openPackage } from '../../src/package/openPackage';
import { pieceAt, sheetRow } from '../../src/taskpane/model/reading/places';
import { unresolvedText } from '../../src/text/functions';
import { composeLedger } from '../support/ledgers/composeLedger';
import { seedOf } from '../support/seeds';
import type { CellValue } from '../../src/workbook/port';
import { fixtureSheets, openPane } from '../taskpane/support/openPane';
import { asked, commandLine, fixture } from './support/commandLine';

const names = ['嵊越市亩均效益评价台账', '太浦市产业载体底数清单', '许越市低效用地处置台账'];
const SHENGYUE = fixture('嵊越市亩均效益评价台账');
const { at, folder, mujun } = commandLine();

const rowsOf = (file: string, columns: string): Promise<unknown[][]> =>
  asked(`SELECT ${columns} FROM read_parquet('${file}') ORDER BY "序"`);

/** What the pane says of every enterprise of a file: sheet, row, tier, path, grade. */
async function saidInPane(file: string, policy: string): Promise<Map<string, string>> {
  const { state } = await openLedger(new Uint8Array(readFileSync(file)), policyAsked(policy, '2023-06-30'));
  const { source, understanding } = state();
  if (!source || !understanding) return new Map();
  const { tiers, paths, grades, dataRows } = understanding.assessment;
  const words = (judgement: typeof tiers, row: number) => {
    const verdict = judgement && verdictAt(judgement, row);
    if (verdict?.kind === 'answer') return verdict.answer;
    return verdict?.kind === 'unresolved' ? unresolvedText(verdict.missing) : '';
  };
  return new Map(
    dataRows.map((row) => {
      const graded = grades?.verdicts[row];
      const answers = [words(tiers, row), words(paths, row), graded ? gradeText(graded, unresolvedText) : ''];
      return [`${pieceAt(source, row).contents.sheet.name}!${sheetRow(source, row)}`, answers.join('|')];
    }),
  );
}

/** The columns of answers that a judged table has. */
async function saidInTable(file: string, columns: readonly string[]): Promise<Map<string, string>> {
  const shown = ['档位', '路径', '评定等级'].map((name) => (columns.includes(name) ? `COALESCE("${name}", '')` : `''`));
  const rows = await rowsOf(file, `"文件", "工作表" || '!' || "行", ${shown.join(` || '|' || `)}`);
  return new Map(rows.map(([name, place, said]) => [`${String(name)} ${String(place)}`, String(said)]));
}

describe('a folder of ledgers', () => {
  it('is judged by every policy as the pane judges each ledger, row by row', { timeout: 600_000 }, async () => {
    const ledgers = at('ledgers');
    mkdirSync(ledgers);
    for (const name of names) copyFileSync(fixture(name), path.join(ledgers, `${name}.xlsx`));
    // Made-up ledgers with everything that real ones have; a question left open keeps its rows from an answer in both.
    for (let own = 0; own < 4; own++)
      writeFileSync(
        path.join(ledgers, `made-${String(own).padStart(2, '0')}.xlsx`),
        composeLedger(seedOf(4_400_000 + own)).file,
      );
    const before = readdirSync(ledgers).map((name) => readFileSync(path.join(ledgers, name)).toString('base64'));
    for (const [policy, columns] of [
      ['嵊州2021', ['档位', '路径']],

      ['许昌2021', ['档位', '路径']],
      ['综合评价模板', ['评定等级']],
    ] as const) {
      const rows = at(`${policy}.parquet`);
      const done = mujun('read', ledgers, '--policy', policy, '--as-of', '2023-06-30', '--out', rows, '--json');
      expect([0, 2, 3]).toContain(done.status);
      const judged = mujun(
        ...[
          'judge',
          rows,
          '--policy',
          policy,
          '--as-of',
          '2023-06-30',
          '--cohort',
          'file',
          '--out',
          at('judged.parquet'),
        ],
      );
      expect(judged.err).not.toContain('没有完成');
      expect(judged.status).toBe(0);
      const theirs = await saidInTable(at('judged.parquet'), columns);
      const wrong: string[] = [];
      let compared = 0;
      for (const name of new Set([...theirs.keys()].map((key) => key.slice(0, key.indexOf('.xlsx') + 5)))) {
        for (const [place, said] of await saidInPane(path.join(ledgers, name), policy)) {
          compared++;
          const read = theirs.get(`${name} ${place}`);
          if (read !== said) wrong.push(`${policy} ${name} ${place}: ${said} / ${String(read)}`);
        }
      }
      expect(wrong.slice(0, 8)).toEqual([]);
      expect(compared).toBe(theirs.size);
      expect(compared).toBeGreaterThan(2_600);
    }
    expect(readdirSync(ledgers).map((name) => readFileSync(path.join(ledgers, name)).toString('base64'))).toEqual(
      before,
    );
  });

  it('says what was read, and leaves nothing half written', () => {
    const opened = openPackage(new Uint8Array(readFileSync(at('嵊州2021-读入情况.xlsx'))));
    const cells = [...(opened.model.sheets[0]?.cells.values() ?? [])].flatMap((row) =>
      [...row.values()].map(({ value }) => String(value)),
    );
    for (const name of names) expect(cells).toContain(`${name}.xlsx`);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  });
});

describe('what goes wrong', () => {
  it('is told by file and cause; the rest goes on', { timeout: 120_000 }, async () => {
    const odd = at('odd');
    mkdirSync(path.join(odd, '县里'), { recursive: true });
    copyFileSync(SHENGYUE, path.join(odd, '县里', 'a.xlsx'));
    copyFileSync(SHENGYUE, path.join(odd, '县里', 'b 再来一份.xlsx'));
    writeFileSync(path.join(odd, '乱.xlsx'), 'no workbook');
    writeFileSync(path.join(odd, '旧.xls'), 'old');
    writeFileSync(path.join(odd, '空.xlsx'), '');
    writeFileSync(path.join(odd, '~$a.xlsx'), 'lock');
    const { status, err, out } = mujun('read', odd, '--out', at('odd.parquet'));
    expect(status).toBe(2);
    expect(err).toContain('乱.xlsx，没有读入：这不是 Excel 工作簿');
    expect(err).toContain('空.xlsx，没有读入：选中的文件是空的');
    expect(err).toContain('县里/b 再来一份.xlsx，没有读入：与“县里/a.xlsx”完全相同');
    expect(err).not.toContain('~$');
    expect(out).toContain('没有读入 4 份');
    expect(await rowsOf(at('odd.parquet'), 'DISTINCT "文件"')).toEqual([['县里/a.xlsx']]);
  });

  it(
    'two versions of one county are asked about, and count for nothing until one is chosen',
    { timeout: 180_000 },
    async () => {
      const twice = at('twice');
      mkdirSync(twice);
      const given = policyAsked('嵊州2021', undefined);
      const { commands, port } = await openLedger(new Uint8Array(readFileSync(SHENGYUE)), given);
      await commands.writeResults.run();
      copyFileSync(SHENGYUE, path.join(twice, '初稿.xlsx'));
      writeFileSync(path.join(twice, '定稿.xlsx'), await port.currentFile());
      copyFileSync(fixture('许越市低效用地处置台账'), path.join(twice, '别的县.xlsx'));
      const first = mujun('read', twice, '--out', at('twice.parquet'));
      expect(first.status).toBe(3);
      expect(await rowsOf(at('twice.parquet'), 'DISTINCT "文件"')).toEqual([['别的县.xlsx']]);
      const questions = parse(readFileSync(at('twice-待答.yaml'), 'utf8')) as {
        文件: string;
        问题: string;
        可选: string[];
        答: string;
      }[];
      expect(questions).toHaveLength(1);
      expect(questions[0]?.问题).toContain('户相同，用哪一份？');
      const answered = questions.map((line) => ({ ...line, 答: line.可选[0] ?? '' }));
      writeFileSync(at('answers.yaml'), stringify(answered));
      const second = mujun('read', twice, '--out', at('twice.parquet'), '--answers', at('answers.yaml'));
      expect(second.status).toBe(0);
      const kept = (await rowsOf(at('twice.parquet'), 'DISTINCT "文件"')).flat().sort();
      expect(kept).toEqual(['别的县.xlsx', questions[0]?.文件].sort());
    },
  );

  it.each<[string, readonly string[], string]>([
    ['no folder', ['read', 'nowhere', '--out', 'x.parquet'], '没有“nowhere”这个文件或文件夹'],
    [
      'no policy of that name',
      ['judge', 'x.parquet', '--policy', '某地', '--out', 'y.parquet'],
      '没有“某地”这份政策。内置的有：',
    ],
    ['no table', ['judge', 'x.parquet', '--policy', '嵊州2021', '--out', 'y.parquet'], '“x.parquet”打不开'],
    ['no day', ['apply', 'x.xlsx', '--policy', '嵊州2021', '--as-of', '上个月', '--out', 'y.xlsx'], '不是日期'],
    ['an unknown command', ['judged'], '没有“judged”这个命令'],
    ['an unknown option', ['read', '.', '--oot', 'x'], 'mujun --help 看用法'],
    ['no place to write to', ['read', '.'], '缺 --out'],
    [
      'its own source as the place to write to',
      ['apply', SHENGYUE, '--policy', '嵊州2021', '--out', SHENGYUE],
      '--out 不能是台账本身',
    ],
  ])('%s', (_, args, words) => {
    const { status, err, out } = mujun(...args);
    expect(status).toBe(1);
    expect(err).toContain(words);
    expect(out).toBe('');
  });

  it('a table of another kind is refused by its columns', async () => {
    await asked(`COPY (SELECT 1 AS a) TO '${at('other.parquet')}' (FORMAT parquet)`);
    await asked(
      `COPY (SELECT 0 AS "序", 'f' AS "文件", 'p' AS "地方", NULL AS "读不懂", 'ten' AS "税收", 1.0::DOUBLE AS "面积") TO '${at('typed.parquet')}' (FORMAT parquet)`,
    );
    const judged = (file: string) => mujun('judge', file, '--policy', '嵊州2021', '--out', at('never.parquet'));
    expect(judged(at('other.parquet')).err).toContain('不是 mujun read 写出的表：没有“序”“文件”“地方”“读不懂”列');
    expect(judged(at('typed.parquet')).err).toContain('表里“税收”一列的类型是 VARCHAR，应为 DOUBLE');
    expect(existsSync(at('never.parquet'))).toBe(false);
  });
});

describe('mujun apply', () => {
  const policies = ['嵊州2021', '太仓2023', '许昌2021', '综合评价模板'];
  const cases = names.flatMap((ledger) => policies.map((policy) => [ledger, policy] as const));
  const filled = (rows: Iterable<readonly [string, CellValue]>) => [...rows].filter(([, value]) => value !== '').sort();

  /** A person at the pane over a workbook in memory, which shares nothing with files: the ledger first, then the policy and the day. */
  async function writtenInPane(ledger: string, policy: string) {
    const { commands, port, state } = await openPane(fixtureSheets(ledger), { customFunctions: false });
    await commands.choosePolicy.run(policyAsked(policy, undefined)?.pack.id ?? '');
    await commands.setAsOf.run('2023-06-30');
    const isAsked = (state().understanding?.questions.length ?? 0) > 0;
    await (isAsked ? commands.writeAnyway : commands.writeResults).run();
    const sheets = port.book.sheets.map(({ name, cells }) => {
      return [name, filled([...cells].map(([place, { value }]) => [place, value] as const))] as const;
    });
    return { isAsked, written: state().written, sheets };
  }

  const inFile = (bytes: Uint8Array) =>
    openPackage(bytes).model.sheets.map(({ name, cells: rows }) => {
      const cells = [...rows].flatMap(([row, columns]) =>
        [...columns].map(([column, { value }]) => [`${row},${column}`, value ?? ''] as const),
      );
      return [name, filled(cells)] as const;
    });

  it.each(cases)('%s by %s: what the pane writes, cell by cell', { timeout: 180_000 }, async (ledger, policy) => {
    const before = readFileSync(fixture(ledger));
    const args = ['--policy', policy, '--as-of', '2023-06-30', '--anyway', '--out', at(`${ledger}${policy}.xlsx`)];
    const done = mujun('apply', fixture(ledger), ...args);
    expect(done.err).not.toContain('没有完成');
    const { isAsked, written, sheets } = await writtenInPane(ledger, policy);
    expect(done.status).toBe(isAsked ? 3 : 0);
    expect(written).toBeDefined();
    const ours = inFile(new Uint8Array(readFileSync(at(`${ledger}${policy}.xlsx`))));
    expect(ours).toEqual(sheets);
    expect(ours).not.toEqual(inFile(new Uint8Array(before)));
    expect(readFileSync(fixture(ledger)).equals(before)).toBe(true);
  });
});
