import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { builtInPacks, findPack, policyTargets, policyTasks } from '../../src/engine/policy/index';
import { rulebookOf } from '../../src/engine/policy/rulebook/rulebook';
import type { PolicyTexts } from '../../src/engine/policy/readFolder';
import { mujunTarget } from '../../src/functions/mujunTarget';
import { mujunTier } from '../../src/functions/mujunTier';
import { mujunRenewalWhy } from '../../src/functions/mujunRenewalWhy';
import { renewalPath } from '../../src/functions/renewalPath';
import { paneText } from '../../src/text/pane';
import { viewOffers } from '../../src/engine/report/index';
import { possibleExtras } from '../../src/taskpane/plans/targets/targetModels';
import { targetProposals } from '../../src/taskpane/model/targets/targetProposals';
import type { CellValue } from '../../src/workbook/port';
import { openPane } from './support/openPane';

const folder = new URL('../fixtures/policies/yuexian-2026/', import.meta.url);

// A folder that is not in the repository's own packs: nothing but its texts beside those that the build found.
vi.mock('#policies', async (original) => {
  const { default: built } = await original<{ default: object }>();
  return { default: { ...built, 'yuexian-2026': await folderHere() } };
});
vi.mock('#policy-entries', async (original) => {
  const { default: built } = await original<{ default: object }>();
  return { default: { ...built, 'yuexian-2026': await folderHere() } };
});

async function folderHere() {
  const { readFolder } = await import('../../src/engine/policy/readFolder');
  const own = new URL('../fixtures/policies/yuexian-2026/', import.meta.url);
  const files = readdirSync(own).map((name) => [name.replace('.yaml', ''), readFileSync(new URL(name, own), 'utf8')]);
  return readFolder(Object.fromEntries(files) as PolicyTexts);
}

const HEADERS = ['企业名称', '实缴税收(万元)', '用地面积(亩)', '营业收入', '规模', '低效'];
const ROWS: CellValue[][] = [
  ['甲', 60, 10, 1000, '规上企业', ''],
  ['乙', 60.01, 10, 10000, '', ''],
  ['丙', 120, 10, 1000, '小微', '是'],
  ['丁', 121, 10, 1000, '', ''],
];
const TIERS = ['红档', '黄档', '黄档', '绿档'];
const PATHS = ['提升', '提升', '收储', '保留'];

describe('a county that is a folder of texts and nothing else', () => {
  it('is found by id, short name, title and place, behind the policies that say their place', () => {
    expect(readdirSync(folder)).toContain('pack.yaml');
    for (const name of ['yuexian-2026', '越县2026', '越县低效工业用地整治办法', '越县']) {
      expect(findPack(name)?.id).toBe('yuexian-2026');
    }
    expect(builtInPacks().at(-1)?.id).toBe('yuexian-2026');
  });

  it('answers in functions: tiers, paths, grounds and targets', () => {
    const column = (at: number) => ROWS.map((row) => [row[at] ?? '']);
    expect(mujunTier.answer(column(1), column(2), '越县2026').flat()).toEqual(TIERS);
    expect(renewalPath.answer([HEADERS], ROWS, '越县2026').flat()).toEqual(PATHS);
    expect(String(mujunRenewalWhy.answer([HEADERS], ROWS, '越县2026')[2])).toContain('第五条');
    expect(mujunTarget.answer('越县2026', '盘活低效用地')).toEqual([[200]]);
    expect(mujunTarget.answer('越县2026')).toHaveLength(2);
  });

  it('has its targets, tasks and entries', () => {
    expect(policyTargets({ id: 'yuexian-2026' }).map(({ name, kind }) => [name, kind])).toEqual([
      ['盘活低效用地', 'area'],
      ['规上企业', 'other'],
    ]);
    expect(policyTasks({ id: 'yuexian-2026' })?.tasks.map(({ task }) => task)).toEqual([
      '开展低效用地调查',
      '建立收储台账',
    ]);
    expect(rulebookOf({ id: 'yuexian-2026' })?.entries.map(({ id }) => id)).toEqual(['YX-01']);
  });

  it(
    'judges in the pane, writes 标准台账 in classic formulas, makes its lists and offers its tasks',
    { timeout: 240_000 },
    async () => {
      const pane = await openPane([{ name: '台账', cells: [HEADERS, ...ROWS] }]);
      await pane.commands.choosePolicy.run('yuexian-2026');
      await pane.commands.setAsOf.run('2026-06-30');
      const { assessment } = pane.state().understanding ?? {};
      expect(assessment?.policy?.pack.short).toBe('越县2026');
      expect(assessment?.tiers?.rules.map(({ answer }) => answer)).toEqual(['红档', '黄档', '绿档']);
      if (!assessment?.policy) throw new Error('no policy');
      const offers = viewOffers({ ledger: assessment.whole, policy: assessment.policy }).filter(({ fits }) => fits);
      expect(offers.map(({ id }) => id)).toEqual(['stock-output', 'strategy-card']);
      await pane.commands.makeList.run('stock-output');
      const { message } = pane.state();
      expect(message && paneText('zh-CN')(message.code, message.values)).toContain('4 行');
      expect(possibleExtras(pane.state())).toContain('tasks');
      expect(targetProposals(assessment, 40).map(({ target }) => target.name)).toContain('盘活低效用地');
      await pane.commands.writeCleanLedger.run();
      const sheet = (await pane.port.sheets()).find(({ name }) => name === '标准台账');
      const formulas = sheet && (await pane.port.readFormulas(sheet.id));
      expect(JSON.stringify(formulas)).toContain('红档');
    },
  );
});
