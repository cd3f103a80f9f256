import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { createSimulateClient, PATIENCE } from '../../src/worker/client';
import { createDrawPool } from '../../src/worker/drawPool';
import { muText, projectedPerMuText, wanYuanText } from '../../src/text/quantities';
import { SHENGYUE } from '../support/fixtureSheet';
import { startOddWorker } from '../worker/support/startOddWorker';
import { fixtureSheets, openPane, type OpenedPane } from './support/openPane';

const simulator = createSimulateClient({ start: startOddWorker });
const draws = createDrawPool({ start: startOddWorker, workers: 1, patience: PATIENCE });
afterAll(() => {
  simulator.close();
  draws.close();
});

interface Handed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A pane over 嵊越 that hands files out, and what it handed out. */
async function opened(): Promise<{ readonly pane: OpenedPane; readonly handed: Handed[] }> {
  const handed: Handed[] = [];
  const pane = await openPane(fixtureSheets(SHENGYUE), {
    simulator,
    draws,
    download: (bytes, name) => handed.push({ name, bytes }),
  });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  return { pane, handed };
}

/** The paragraphs of a document, and the cells of its table row by row. */
function read({ bytes, name }: Handed) {
  if (process.env['LOOK']) {
    mkdirSync(process.env['LOOK'], { recursive: true });
    writeFileSync(`${process.env['LOOK']}/${name}`, bytes);
  }
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const textOf = (part: string) =>
    [...part.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text = '']) => text).join('');
  const lines = [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([part]) => textOf(part));
  const rows = [...xml.matchAll(/<w:tr>.*?<\/w:tr>|<w:tr .*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
  );
  const pictures = [...xml.matchAll(/<pic:pic[ >]/g)];
  return { lines, rows, pictures, all: lines.join('\n') };
}

const HEADS = [
  '一、基本情况',
  '二、拟采取措施',
  '三、预计成效',
  '四、主要不确定因素',
  '五、需要明确的事项',
  '六、依据',
];

describe('汇报材料', () => {
  it('of a scenario says what the pane and the sheet say, in six parts with one table and two pictures', async () => {
    const { pane, handed } = await opened();
    await pane.commands.setScenario.run({ draws: 1000 });
    await pane.commands.startProjection.run();
    await pane.commands.makeBrief.run({ kind: 'scenario', headline: '到 2033 年……' });
    const [file] = handed;
    if (!file) throw new Error(JSON.stringify(pane.state().message));
    const { lines, rows, pictures, all } = read(file);

    expect(file.name).toBe('关于嵊越市工业用地提质增效方案推演情况的汇报.docx');
    expect(HEADS.filter((head) => !lines.includes(head))).toEqual([]);
    expect(pictures).toHaveLength(2);
    const metrics = pane.state().simulation.projection?.drawn?.result.metrics;
    const last = metrics?.taxPerMu.at(-1);
    if (!metrics || !last) throw new Error('nothing drawn');
    const [p5, p50, p95] = [last.p5, last.p50, last.p95].map(projectedPerMuText);
    expect(all).toContain(`亩均税收的中间值为${p50 ?? ''}万元/亩`);
    expect(all).toContain(`九成把握在${p5 ?? ''}至${p95 ?? ''}之间`);
    expect(rows.map(([name]) => name)).toEqual([
      ...[
        '指标',
        '亩均税收（万元/亩）',
        '税收（万元）',
        '在用土地（亩）',
        '累计处置面积（亩）',
        '财政累计净现值（万元）',
      ],
    ]);
    expect(rows.map((row) => row[3]).slice(1)).toEqual([
      p50,
      wanYuanText(metrics.tax.at(-1)?.p50 ?? NaN),
      muText(metrics.landArea.at(-1)?.p50 ?? NaN),
      muText(metrics.disposedArea.at(-1)?.p50 ?? NaN),
      // On paper a minus is no hyphen.
      wanYuanText(metrics.cumulativeValue.at(-1)?.p50 ?? NaN).replace('-', '\u2212'),
    ]);
    expect(all).toContain('对亩均税收5万元以下的工业企业实施重点排查');
    expect(all).toContain('2024年2月1日');
    expect(all).not.toMatch(/P5|P95|NaN|undefined|系统/);
  }, 120_000);

  it('of a comparison names each scenario with its levers and says the table of the pane', async () => {
    const { pane, handed } = await opened();
    const { disposal } = pane.state().simulation.scenario;
    for (const [name, percent] of [
      ['方案一', 30],
      ['方案二', 60],
    ] as const) {
      await pane.commands.setScenario.run({ draws: 500, disposal: { ...disposal, on: true, percent } });
      await pane.commands.startProjection.run();
      await pane.commands.saveScenario.run({ name, headline: name });
    }
    await pane.commands.chooseCompared.run(['方案一', '方案二']);
    await pane.commands.compareScenarios.run();
    await pane.commands.makeBrief.run({ kind: 'comparison' });
    const [file] = handed;
    if (!file) throw new Error(JSON.stringify(pane.state().message));
    const { lines, rows, pictures, all } = read(file);

    expect(HEADS.filter((head) => !lines.includes(head))).toEqual([]);
    expect(pictures).toHaveLength(2);
    expect(rows[0]?.slice(1, 3)).toEqual(['方案一', '方案二']);
    expect(all).toMatch(/1\.方案一：.*处置 30%/);
    expect(all).toMatch(/2\.方案二：.*处置 60%/);
    const medians = (pane.state().simulation.comparison ?? []).map(({ drawn }) =>
      projectedPerMuText(drawn?.result.metrics.taxPerMu.at(-1)?.p50 ?? NaN),
    );
    expect(medians).toHaveLength(2);
    for (const median of medians) expect(all).toContain(`亩均税收的中间值为${median}万元/亩`);
  }, 120_000);

  it('of the targets has the numbers of the target sheet', async () => {
    const { pane, handed } = await opened();
    await pane.commands.setTarget.run({ total: 300 });
    await pane.commands.split.run();
    await pane.commands.makeBrief.run({ kind: 'targets' });
    const [file] = handed;
    if (!file) throw new Error(JSON.stringify(pane.state().message));
    const { lines, rows, pictures, all } = read(file);

    expect(HEADS.filter((head) => !lines.includes(head))).toEqual([]);
    expect(pictures).toHaveLength(2);
    const { allocations, chosen } = pane.state().targets;
    const { names = [], shares = [] } = allocations[chosen] ?? {};
    expect(new Map(rows.slice(1, -1).map((row) => [row[0], row[3]]))).toEqual(
      new Map(names.map((name, index) => [name, muText(shares[index] ?? NaN)])),
    );
    expect(rows.at(-1)?.slice(0, 4)[3]).toBe('300.0');
    expect(all).toContain('年度处置目标300.0亩');
  }, 120_000);

  it('is offered only where a file can leave the pane', async () => {
    const pane = await openPane(fixtureSheets(SHENGYUE), { simulator, draws });
    await pane.commands.choosePolicy.run('shengzhou-2021');
    expect(pane.commands.makeBrief.enabled(pane.state())).toBe(false);
  }, 60_000);
});
