import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paneText } from '../../src/text/pane';
import type { SizedFile } from '../../src/taskpane/state/shareState';
import { openPackage } from '../../src/package/openPackage';
import { policiesOfXml } from '../../src/taskpane/model/policy/keptPolicies';
import { POLICIES_NAMESPACE } from '../../src/taskpane/state/ownPolicies';
import { possibleExtras } from '../../src/taskpane/plans/targets/targetModels';
import { targetProposals } from '../../src/taskpane/model/targets/targetProposals';
import { viewOffers } from '../../src/engine/report/index';
import { verdictAt } from '../../src/engine/assess/index';
import { mujunTier } from '../../src/functions/mujunTier';
import type { CellValue } from '../../src/workbook/port';
import { openPane, paneOver, type OpenedPane } from './support/openPane';

const folder = new URL('../fixtures/policies/yuexian-2026/', import.meta.url);
const PACK = readFileSync(new URL('pack.yaml', folder), 'utf8');

const HEADERS = ['企业名称', '实缴税收(万元)', '用地面积(亩)', '营业收入', '规模', '低效'];
const ROWS: CellValue[][] = [
  ['甲', 60, 10, 1000, '规上企业', ''],
  ['乙', 60.01, 10, 10000, '', ''],
  ['丙', 120, 10, 1000, '小微', '是'],
  ['丁', 121, 10, 1000, '', ''],
];

function file(name: string, text: string | Uint8Array): SizedFile {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return { name, size: bytes.length, bytes: () => Promise.resolve(bytes) };
}

const part = (name: string) => file(`${name}.yaml`, readFileSync(new URL(`${name}.yaml`, folder), 'utf8'));

function said({ state }: OpenedPane): string {
  const { message } = state();
  return message ? paneText('zh-CN')(message.code, message.values) : '';
}

async function loaded(): Promise<OpenedPane> {
  const pane = await openPane([
    { name: '台账', cells: [HEADERS, ...ROWS] },
    { name: '汇算', cells: [] },
  ]);
  await pane.commands.loadPolicy.run([file('越县.yaml', PACK), ...['targets', 'tasks', 'lists', 'entries'].map(part)]);
  return pane;
}

/** The short names of the policies that a file carries. */
function policiesIn(bytes: Uint8Array | undefined): string[] {
  if (!bytes) throw new Error('no file');
  const parts = openPackage(bytes).model.customXml.filter(({ xml }) => xml.includes(POLICIES_NAMESPACE));
  return parts.flatMap(({ xml }) => policiesOfXml(xml).own.map(({ pack }) => pack.short));
}

const tiersOf = ({ state }: OpenedPane) => {
  const { tiers } = state().understanding?.assessment ?? {};
  return tiers ? ROWS.map((_, row) => verdictAt(tiers, row)) : [];
};

describe('a policy that an official loads from files', () => {
  it('is offered, judges the ledger, brings its targets, tasks and lists, and stays in the workbook', async () => {
    const pane = await loaded();
    expect(said(pane)).toContain('已载入“越县2026”');
    await pane.commands.choosePolicy.run('yuexian-2026');
    await pane.commands.setAsOf.run('2026-06-30');
    const { assessment } = pane.state().understanding ?? {};
    if (!assessment?.policy) throw new Error('no policy');
    expect(assessment.tiers?.rules.map(({ answer }) => answer)).toEqual(['红档', '黄档', '绿档']);
    const offers = viewOffers({ ledger: assessment.whole, policy: assessment.policy }).filter(({ fits }) => fits);
    expect(offers.map(({ id }) => id)).toEqual(['stock-output', 'strategy-card']);
    expect(possibleExtras(pane.state())).toContain('tasks');
    expect(targetProposals(assessment, 40).map(({ target }) => target.name)).toContain('盘活低效用地');
    const [xml = ''] = await pane.port.customXml(POLICIES_NAMESPACE);
    expect(xml).toContain('越县2026');
    const later = paneOver(pane.port);
    await later.commands.open.run();
    expect(later.state().policyId).toBe('yuexian-2026');
    expect(tiersOf(later)).toHaveLength(4);
    expect(tiersOf(later)).toEqual(tiersOf(pane));
    await later.commands.removePolicy.run();
    expect(later.state().policyId).toBeUndefined();
    expect(await pane.port.customXml(POLICIES_NAMESPACE)).toEqual([]);
  });

  it(
    'is reached by formulas through its sheet alone, and an edit there through the pane',
    { timeout: 60_000 },
    async () => {
      const pane = await loaded();
      await pane.commands.choosePolicy.run('yuexian-2026');
      await pane.commands.setAsOf.run('2026-06-30');
      await pane.commands.setWriteAs.run('formulas');
      await pane.commands.writeResults.run();
      expect(said(pane)).toContain('请先到“政策”按“写入政策全文”');
      expect(() => mujunTier.answer([[60]], [[10]], '越县2026')).toThrow();
      await pane.commands.writeWholePolicy.run();
      expect(said(pane)).toContain('“政策全文”');
      const place = await pane.port.namedCells('亩均政策');
      if (!place) throw new Error('no name');
      const contents = await pane.port.read(place.sheetId);
      if (!contents) throw new Error('no cells');
      const { area } = place;
      const cells = Array.from({ length: area.rows }, (_, row) =>
        Array.from(
          { length: area.columns },
          (__, column) => contents.values[area.row + row]?.[area.column + column] ?? '',
        ),
      );
      const column = (at: number) => ROWS.map((row) => [row[at] ?? '']);
      for (const blank of ['', 0, null]) {
        const argument = cells.map((row) => row.map((cell) => (cell === '' ? blank : cell)));
        expect(mujunTier.answer(column(1), column(2), argument).flat()).toEqual(['红档', '黄档', '黄档', '绿档']);
      }
      await pane.commands.writeResults.run();
      expect(said(pane)).not.toContain('请先');
      const row = cells.findIndex((line) => line[0] === '红线' && line[1] === 6);
      expect(row).toBeGreaterThan(0);
      await pane.port.write({
        title: 'edit',
        sheet: { id: place.sheetId },
        blocks: [
          {
            area: { row: area.row + row, column: 1, rows: 1, columns: 1 },
            values: [[7]],
            replaces: [[cells[row]?.[1] ?? '']],
          },
        ],
      });
      await pane.commands.readPolicySheets.run();
      const { review } = pane.state().policyWork;
      expect(review?.kind).toBe('changes');
      await pane.commands.acceptEdits.run();
      expect(said(pane)).toContain('1 处修改');
    },
  );

  it('is told, with its place, what in it cannot be meant', async () => {
    const pane = await loaded();
    const indicators =
      '{ 亩均税收分: { formula: 税收 / 面积, benchmark: 本组平均, citation: { place: 第七条, quote: 以全县平均为基准 } } }';
    const cohorts =
      '{ 全县: { when: 其余, method: ratio, weights: { 亩均税收分: 90 }, quotas: [{ grade: A, share: 0.4 }, { grade: B, share: 0.6 }], assumption: 第七条未写比例 } }';
    const grading = `grading: { floor: 0, indicators: ${indicators}, cohorts: ${cohorts}, outright: [] }\n`;
    await pane.commands.loadPolicy.run([file('越县.yaml', PACK + grading)]);
    expect(pane.state().message?.intent).toBe('warning');
    expect(said(pane)).toMatch(/^已载入“越县2026”.*其中 1 处请先看一看，评定分组“全县”的“.*”：合计为 90，应为 100。$/);
  });

  it('goes along with copies that are sent, told before, unless it names what they hide; and with the whole workbook', async () => {
    const pane = await loaded();
    await pane.commands.choosePolicy.run('yuexian-2026');
    await pane.commands.setAsOf.run('2026-06-30');
    await pane.commands.checkLeaving.run();
    expect(pane.state().share.leaving?.policy).toMatchObject({ short: '越县2026', xml: expect.any(String) as string });
    await pane.commands.makeCopies.run();
    const [file] = pane.state().share.made?.files ?? [];
    expect(policiesIn(file?.bytes)).toEqual(['越县2026']);
    pane.port.book.put(pane.port.book.sheet('汇算'), [0, 0], '=MUJUN_TARGET("嵊州2021","盘活土地空间")');
    await pane.commands.makePlainCopy.run();
    expect(policiesIn(pane.state().share.plain?.bytes)).toEqual(['越县2026']);
    // Another policy in force: this one stays here.
    await pane.commands.choosePolicy.run('shengzhou-2021');
    await pane.commands.checkLeaving.run();
    expect(pane.state().share.leaving).not.toHaveProperty('policy');
    await pane.commands.makeCopies.run();
    expect(policiesIn(pane.state().share.made?.files[0]?.bytes)).toEqual([]);
  });

  it('that names an enterprise goes along with no copy that masks names', async () => {
    const named = [['越州甲机械有限公司', 60, 10, 1000, '', ''], ...ROWS.slice(1)] as CellValue[][];
    const pane = await openPane([{ name: '台账', cells: [HEADERS, ...named] }]);
    const text = PACK.replace('assumption: 其余不动', 'assumption: 越州甲机械有限公司另行商定');
    await pane.commands.loadPolicy.run([file('越县.yaml', text)]);
    await pane.commands.choosePolicy.run('yuexian-2026');
    const rule = { tax: 'show', personal: 'leaveOut', identity: 'mask', others: 'locked' } as const;
    await pane.commands.setShare.run({ rule });
    await pane.commands.checkLeaving.run();
    expect(pane.state().share.leaving?.policy).toEqual({ short: '越县2026' });
    await pane.commands.makeCopies.run();
    const files = pane.state().share.made?.files ?? [];
    expect(files.flatMap(({ bytes }) => policiesIn(bytes))).toEqual([]);
    expect(files.length).toBeGreaterThan(0);
  });

  it(
    'is made of a shipped one by another 编号 on its sheet: the shipped one stays as it is',
    { timeout: 60_000 },
    async () => {
      const pane = await openPane([{ name: '台账', cells: [HEADERS, ...ROWS] }]);
      await pane.commands.choosePolicy.run('shengzhou-2021');
      await pane.commands.writeWholePolicy.run();
      const type = async (label: string, value: string) => {
        const place = await pane.port.namedCells('亩均政策');
        const contents = place && (await pane.port.read(place.sheetId));
        if (!place || !contents) throw new Error('no sheet');
        const row = contents.values.findIndex((line) => line[place.area.column] === label);
        expect(row, label).toBeGreaterThan(0);
        const column = place.area.column + 1;
        await pane.port.write({
          title: 'edit',
          sheet: { id: place.sheetId },
          blocks: [
            {
              area: { row, column, rows: 1, columns: 1 },
              values: [[value]],
              replaces: [[contents.values[row]?.[column] ?? '']],
            },
          ],
        });
      };
      await type('编号', 'newshire-2026');
      await type('全称', '新县工业用地治理办法');
      await type('简称', '新县2026');
      await type('重点排查线', '4');
      await pane.commands.readPolicySheets.run();
      expect(said(pane)).toContain('新县2026');
      expect(pane.state().policyWork.own.map(({ pack }) => pack.short)).toEqual(['新县2026']);
      await pane.commands.choosePolicy.run('newshire-2026');
      const { policy, tiers } = pane.state().understanding?.assessment ?? {};
      expect([policy?.pack.title, policy?.values.get('重点排查线')]).toEqual(['新县工业用地治理办法', 4]);
      // Words of 嵊州's document are said as that one's.
      expect(tiers?.rules[1]?.basis).toMatchObject({
        citation: { document: expect.stringContaining('嵊州市') as string },
      });
      await pane.commands.choosePolicy.run('shengzhou-2021');
      expect(pane.state().understanding?.assessment.policy?.values.get('重点排查线')).toBe(5);
      const later = paneOver(pane.port);
      await later.commands.open.run();
      await later.commands.choosePolicy.run('newshire-2026');
      expect(later.state().understanding?.assessment.policy?.values.get('重点排查线')).toBe(4);
    },
  );

  it.each([
    ['YAML that breaks off', file('a.yaml', 'id: [a'), '第 1 行'],
    ['an unknown format', file('a.yaml', `format: 2\n${PACK}`), '第 1 行第 9 列（format）：本版本只认识格式 1'],
    ['a key twice', file('a.yaml', `id: a\n${PACK}`), '同一组里这一项前面已经写过'],
    [
      'the id of a shipped policy',
      file('a.yaml', PACK.replace('id: yuexian-2026', 'id: shengzhou-2021')),
      '已是内置的“嵊州2021”',
    ],
    ['its short name', file('a.yaml', PACK.replace(/short: .*/, 'short: 嵊州2021')), '已是内置的“嵊州2021”'],
    ['tags in a title', file('a.yaml', PACK.replace(/title: (.*)/, 'title: "<img src=x>"')), '不能有 < >'],
    ['a file that is no text', file('a.yaml', new Uint8Array([0xff, 0xfe, 0, 1, 2])), '第'],
    ['broken targets', [file('a.yaml', PACK), file('targets.yaml', '- name: x')], 'targets.yaml 第 1 行'],
    ['two policies', [file('a.yaml', PACK), file('b.yaml', PACK)], '要有一个政策文件'],
    ['5 MB', { name: 'a.yaml', size: 5_000_000, bytes: () => Promise.reject(new Error('read')) }, '有 5.0 MB'],
  ] as const)('%s: refused in words, and the policy in force stays', async (_, files, words) => {
    const pane = await openPane([{ name: '台账', cells: [HEADERS, ...ROWS] }]);
    await pane.commands.choosePolicy.run('taicang-2023');
    await pane.commands.loadPolicy.run('name' in files ? [files] : files);
    expect(said(pane)).toContain('没有载入，政策没有变');
    expect(said(pane)).toContain(words);
    expect(pane.state().policyId).toBe('taicang-2023');
    expect(pane.state().policyWork.own).toEqual([]);
    expect(await pane.port.customXml(POLICIES_NAMESPACE)).toEqual([]);
  });
});

describe('a column of shares of the policy’s own that may be either', () => {
  const SHARES = `id: shares-2026
title: 投资占比办法
short: 占比2026
place: 本地
aliases: []
status: issued
published: 2026-01-01
source: ""
conventions: {}
columns:
  投资占比: { kind: percent }
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
  投资占比: { field: 投资占比, whenBlank: unknown }
values: {}
paths:
  hit: first
  rules:
    - { path: 收回, when: 投资占比 < 25%, assumption: 试写 }
    - { path: 保留, when: 其余, assumption: 试写 }
`;
  const pathsOf = ({ state }: OpenedPane) => {
    const { paths } = state().understanding?.assessment ?? {};
    return [0, 1, 2].map((row) => {
      const verdict = paths && verdictAt(paths, row);
      return verdict?.kind === 'answer' ? verdict.answer : verdict?.kind;
    });
  };

  it('is asked about and held back until it is said, in both ways', async () => {
    const pane = await openPane([
      {
        name: '台账',
        cells: [
          ['企业名称', '实缴税收(万元)', '用地面积(亩)', '投资占比'],
          ['甲', 60, 10, 0.1],
          ['乙', 60, 10, 0.26],
          ['丙', 60, 10, 1.2],
        ],
      },
    ]);
    await pane.commands.loadPolicy.run([file('占比.yaml', SHARES)]);
    await pane.commands.choosePolicy.run('shares-2026');
    const asked = () => pane.state().understanding?.questions.find(({ code }) => code === 'share');
    expect(asked()?.answers.map(({ text }) => text)).toEqual(['%', '小数']);
    expect(pathsOf(pane)).toEqual(['unresolved', 'unresolved', 'unresolved']);
    const [percent, fraction] = asked()?.answers ?? [];
    if (!percent || !fraction) throw new Error('no question');
    await pane.commands.answer.run(fraction.choices);
    expect(asked()).toBeUndefined();
    expect(pathsOf(pane)).toEqual(['收回', '保留', '保留']);
    await pane.commands.answer.run(percent.choices);
    expect(pathsOf(pane)).toEqual(['收回', '收回', '收回']);
  });
});
