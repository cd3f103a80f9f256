import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openPackage } from '../../src/package/openPackage';
import { savePackage } from '../../src/package/savePackage';
import type { CellValue } from '../../src/workbook/port';
import type { ChosenFile } from '../../src/taskpane/state/shareState';
import { VERSION } from '../../src/taskpane/version';
import { fileText } from '../../src/text/share';
import { paneText } from '../../src/text/pane';
import { memoryValues } from '../workbook/memoryBook';
import { SHENGYUE } from '../support/fixtureSheet';
import { createMemoryPort } from '../workbook/memoryPort';
import { fixtureSheets, openPane, paneOver, type OpenedPane } from './support/openPane';
import { simulateHere } from './support/simulateHere';
import { typed } from './support/typed';
import manifest from '../../package.json' with { type: 'json' };

const told = ({ state }: OpenedPane) => {
  const { message } = state();
  return message && paneText('zh-CN')(message.code, message.values);
};

async function shared(): Promise<OpenedPane> {
  const pane = await openPane(fixtureSheets(SHENGYUE), { simulator: simulateHere });
  await pane.commands.choosePolicy.run('shengzhou-2021');
  await pane.commands.setAsOf.run('2023-06-30');
  await pane.commands.setShare.run({
    rule: { tax: 'show', personal: 'leaveOut', identity: 'show', others: 'locked' },
    deadline: '2026-03-20',
    returnTo: '经信局综合科',
  });
  return pane;
}

async function made(pane: OpenedPane): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]> {
  await pane.commands.checkLeaving.run();
  await pane.commands.makeCopies.run();
  return pane.state().share.made?.files ?? [];
}

const chosen = (name: string, bytes: Uint8Array): ChosenFile => ({ name, bytes: async () => Promise.resolve(bytes) });

describe('sharing from the pane', () => {
  it('shows what would leave before anything can be made, and makes nothing of settings that changed since', async () => {
    const pane = await shared();
    expect(pane.commands.makeCopies.enabled(pane.state())).toBe(false);
    await pane.commands.checkLeaving.run();
    const { leaving } = pane.state().share;
    expect([leaving?.found.copies, leaving?.found.rows]).toEqual([8, 1200]);
    // The taxes go along: results there can be calculated from them.
    expect(leaving?.onlyValues).toBe(false);
    expect(leaving?.found.sensitive.map(({ title, sensitivity }) => `${title} ${sensitivity}`)).toContain(
      '实缴税收 tax',
    );
    expect(leaving?.found.leftOut.some((title) => title.includes('联系'))).toBe(true);
    await pane.commands.setShare.run({ by: 'whole' });
    expect(pane.commands.makeCopies.enabled(pane.state())).toBe(false);
    await pane.commands.setShare.run({
      rule: { tax: 'leaveOut', personal: 'leaveOut', identity: 'show', others: 'locked' },
    });
    await pane.commands.checkLeaving.run();
    expect(pane.state().share.leaving?.onlyValues).toBe(true);
  }, 60_000);

  it('makes a file a township, keeps the record at home, merges edits back, and takes it back in one step', async () => {
    const pane = await shared();
    const files = await made(pane);
    expect(files.map(({ name }) => name).toSorted()[0]).toMatch(
      /^嵊越市2023年度工业企业亩均效益综合评价台账 \S+\.xlsx$/,
    );
    expect(files.length).toBe(8);
    // This pane has no way to download.
    expect(told(pane)).toBe('8 份已做好，请逐份打开后另存。');
    const [one, two] = files;
    if (!one || !two) throw new Error('no copies');
    const source = pane.state().source;
    if (!source) throw new Error('no ledger');
    const before = memoryValues(pane.port.book.sheet('亩均评价台账'), source.area);
    const files2 = [
      typed(one.bytes, [
        [4, '实缴税收', 1],
        [5, '备注', '=1+1'],
      ]),
      typed(two.bytes, [[4, '用地面积(亩)', 3]]),
    ];
    await pane.commands.collect.run(files2.map((bytes, index) => chosen(`交回${index}.xlsx`, bytes)));
    const { collected } = pane.state().share;
    expect(collected?.result.changes.map(({ title, kind }) => `${title} ${kind}`).toSorted()).toEqual([
      '备注 there',
      '实缴税收 there',
      '用地面积(亩) there',
    ]);
    expect(collected?.consequences.length).toBeGreaterThan(0);
    await pane.commands.applyMerge.run();
    expect(told(pane)).toBe('已写入 3 处，明细见“收回记录”。');
    const after = memoryValues(pane.port.book.sheet('亩均评价台账'), source.area);
    const changed = after.flatMap((row, at) => row.filter((cell, column) => cell !== before[at]?.[column]));
    expect(changed.toSorted()).toEqual([1, 3, '=1+1'].toSorted());
    const texts = [...pane.port.book.sheet('亩均评价台账').cells.values()].filter(({ value }) => value === '=1+1');
    expect(texts.map(({ formula }) => formula)).toEqual([undefined]);
    // Once more: nothing is left to take.
    await pane.commands.collect.run(files2.map((bytes, index) => chosen(`交回${index}.xlsx`, bytes)));
    expect(pane.state().share.collected?.result.changes).toEqual([]);
    await pane.commands.undoWrite.run();
    expect(memoryValues(pane.port.book.sheet('亩均评价台账'), source.area)).toEqual(before);
    expect(pane.port.book.sheets.map(({ name }) => name)).not.toContain('收回记录');
  }, 120_000);

  it('a figure that becomes words is not proposed, and nothing undecided is closed without a word', async () => {
    const pane = await shared();
    const [one] = await made(pane);
    if (!one) throw new Error('no copies');
    const bytes = typed(one.bytes, [
      [4, '实缴税收', 1],
      [5, '用地面积(亩)', '待核'],
    ]);
    await pane.commands.collect.run([chosen('a.xlsx', bytes)]);
    const { result, decisions } = pane.state().share.collected ?? {};
    const [tax, land] = ['实缴税收', '用地面积(亩)'].map((of) => result?.changes.find(({ title }) => title === of));
    expect([decisions?.has(tax?.id ?? ''), decisions?.has(land?.id ?? '')]).toEqual([true, false]);
    await pane.commands.applyMerge.run();
    expect(told(pane)).toContain('还有 1 处没有选');
    expect(pane.port.book.sheets.map(({ name }) => name)).not.toContain('收回记录');
    expect(pane.state().share.collected).toBeDefined();
    await pane.commands.applyMergeRest.run();
    expect(told(pane)).toBe('已写入 1 处，明细见“收回记录”。');
  }, 60_000);

  it('writes nothing when a cell was edited after the comparison', async () => {
    const pane = await shared();
    const [one] = await made(pane);
    if (!one) throw new Error('no copies');
    await pane.commands.collect.run([chosen('a.xlsx', typed(one.bytes, [[4, '实缴税收', 1]]))]);
    const [change] = pane.state().share.collected?.result.changes ?? [];
    const body = pane.state().source?.body;
    pane.port.book.edit(
      '亩均评价台账',
      [(body?.row ?? 0) + (change?.row ?? 0), (body?.column ?? 0) + (change?.column ?? 0)],
      77,
    );
    await pane.commands.applyMerge.run();
    expect(pane.port.book.sheets.map(({ name }) => name)).not.toContain('收回记录');
    expect(pane.state().stale).toBe(true);
  }, 60_000);

  it('writes nothing to a protected ledger, and never takes its protection away', async () => {
    const pane = await shared();
    const [one] = await made(pane);
    if (!one) throw new Error('no copies');
    await pane.commands.collect.run([chosen('a.xlsx', typed(one.bytes, [[4, '实缴税收', 1]]))]);
    const sheet = pane.port.book.sheet('亩均评价台账');
    sheet.protected = true;
    const before = JSON.stringify([...sheet.cells]);
    await pane.commands.applyMerge.run();
    expect(told(pane)).toContain('受保护');
    expect(JSON.stringify([...sheet.cells])).toBe(before);
    expect(sheet.protected).toBe(true);
    expect(pane.port.book.sheets.map(({ name }) => name)).not.toContain('收回记录');
    expect(pane.state().share.collected).toBeDefined();
  }, 60_000);

  it('explains what it does not know, and takes nothing from it', async () => {
    const pane = await shared();
    const [one] = await made(pane);
    if (!one) throw new Error('no copies');
    const strange = openPackage(one.bytes);
    const other = savePackage(strange, {
      sheets: strange.model.sheets.slice(1, 3).map(({ id }) => ({ id, removed: true })),
      customXml: { put: [], removed: strange.model.customXml.map(({ id }) => id) },
    });
    const password = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
    await pane.commands.collect.run([
      chosen('无编号.xlsx', other),
      chosen('加密.xlsx', password),
      chosen('坏.xlsx', new TextEncoder().encode('PK\u0003\u0004junk')),
      chosen('甲.xlsx', one.bytes),
      chosen('甲 (1).xlsx', one.bytes),
    ]);
    const { collected } = pane.state().share;
    expect(collected?.result.changes).toEqual([]);
    expect(collected?.unreadable.map(({ label }) => label)).toEqual(['加密.xlsx', '坏.xlsx']);
    const texts = collected?.result.files.map(({ label, status }) => `${label}：${fileText(status, 'zh-CN')}`);
    expect(texts).toEqual([
      '无编号.xlsx：没有副本编号，不是由本加载项发出的，没有核对。请选择发出后填好的副本',
      `甲.xlsx：已核对 ${pane.state().share.made?.files[0]?.rows} 户，与发出时不同 0 格`,
      '甲 (1).xlsx：与第 2 个文件内容相同，只核对一次',
    ]);
  }, 60_000);
});

it('hands all copies over in one archive with Chinese names', async () => {
  const pane = await shared();
  const saved: { bytes: Uint8Array; name: string }[] = [];
  Object.assign(pane.context.files, {
    download: (bytes: Uint8Array, name: string) => void saved.push({ bytes, name }),
  });
  const files = await made(pane);
  await pane.commands.saveCopies.run('all');
  const [zip] = saved;
  expect(zip?.name).toMatch(/\.zip$/);
  const inside = unzipSync(zip?.bytes ?? new Uint8Array());
  expect(Object.keys(inside)).toEqual(files.map(({ name }) => name));
  for (const { name, bytes } of files)
    expect([name, Buffer.from(inside[name] ?? []).equals(bytes)]).toEqual([name, true]);
}, 60_000);

it('exports the ledger as CSV: what the recipient may see, codes for names, nothing that a spreadsheet would run', async () => {
  const pane = await shared();
  const saved: { bytes: Uint8Array; name: string }[] = [];
  Object.assign(pane.context.files, {
    download: (bytes: Uint8Array, name: string) => void saved.push({ bytes, name }),
  });
  const body = pane.state().source?.body;
  const remark = pane.state().understanding?.assessment.read.headers.texts.indexOf('备注') ?? -1;
  pane.port.book.edit('亩均评价台账', [body?.row ?? 0, remark], '');
  pane.port.book.put(pane.port.book.sheet('亩均评价台账'), [body?.row ?? 0, remark], "=cmd|'/c calc'!A0", true);
  await pane.commands.refresh.run();
  await pane.commands.setShare.run({ rule: { tax: 'show', personal: 'leaveOut', identity: 'mask', others: 'locked' } });
  await pane.commands.saveCsv.run();
  const [file] = saved;
  expect(file?.name).toBe('嵊越市2023年度工业企业亩均效益综合评价台账.csv');
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes).split('\r\n');
  expect(lines[0]?.startsWith('\ufeff序号,企业名称,')).toBe(true);
  expect(lines[0]).not.toContain('联系');
  expect(lines[0]?.endsWith(',亩均税收档位,改造路径')).toBe(true);
  expect(lines[1]).toContain(",'=cmd|'/c calc'!A0,");
  expect(lines[1]).toMatch(/,企业\d{4},/);
  expect(lines.join('\n')).not.toContain('股份有限公司');
  expect(lines.filter((line) => line !== '')).toHaveLength(1201);
  // The code stays with the enterprise.
  await pane.commands.saveCsv.run();
  expect(Buffer.from(saved[1]?.bytes ?? []).equals(Buffer.from(file?.bytes ?? []))).toBe(true);
}, 60_000);

it('says in every copy which projection stood beside it, by fingerprint and seed', async () => {
  const pane = await shared();
  await pane.commands.startProjection.run();
  const [copy] = await made(pane);
  const { model } = openPackage(copy?.bytes ?? new Uint8Array());
  const stamp = model.customXml.find(({ xml }) => xml.includes('urn:mujun:share'))?.xml ?? '';
  expect(stamp).toMatch(/ scenario="[0-9a-f]{16}" seed="\d+" /);
  const grounds = model.sheets.find(({ name }) => name === '依据');
  const lines = [...(grounds?.cells.values() ?? [])].map((row) => [...row.values()].map(({ value }) => String(value)));
  expect(lines.find(([title]) => title === '核对码（方案）')?.[1]).toBe(/scenario="(\w+)"/.exec(stamp)?.[1]);
  expect(lines.find(([title]) => title === '复算编号')?.[1]).toBe(/seed="(\d+)"/.exec(stamp)?.[1]);
}, 60_000);

it('enters misspelt formulas of ours again, leaves protected sheets alone, and takes it back', async () => {
  const formulas = [['=_xldudf_MUJUN_TIER(1,2)', '=mujun_tier(3,4)', '=SUM(1,2)', '=MUJUN_TIER(5,6)']];
  const pane = await openPane([
    { name: '结果', cells: formulas },
    { name: '锁定', cells: formulas, protected: true },
  ]);
  const held = (sheet: string) => [...pane.port.book.sheet(sheet).cells.values()].map(({ formula }) => formula);
  await pane.commands.checkRepair.run();
  const [open] = pane.state().share.repair ?? [];
  expect(open?.entering.map(({ address, formula }) => [address, formula])).toEqual([
    ['A1', '=MUJUN_TIER(1,2)'],
    ['B1', '=MUJUN_TIER(3,4)'],
  ]);
  await pane.commands.repairFormulas.run();
  expect(held('结果').toSorted()).toEqual(['=MUJUN_TIER(1,2)', '=MUJUN_TIER(3,4)', '=MUJUN_TIER(5,6)', '=SUM(1,2)']);
  expect(held('锁定')).toEqual(formulas[0]);
  expect(told(pane)).toBe('已重新填入 2 个公式；“锁定”受保护，没有改动。');
  await pane.commands.undoWrite.run();
  expect(held('结果').toSorted()).toEqual(formulas[0]?.toSorted());
});

it('enters formulas of ours again that Excel has not answered, and no others', async () => {
  const shown: Readonly<Record<string, CellValue>> = { '=MUJUN_TIER(1,2)': '#BUSY!', '=MUJUN_TIER(3,4)': '重点排查' };
  const port = createMemoryPort({
    calculate: (formula) => [[shown[formula] ?? '#BUSY!']],
    sheets: [{ name: '结果', cells: [] }],
  });
  const formulas = ['=MUJUN_TIER(1,2)', '=MUJUN_TIER(3,4)', '=SUM(1,2)'];
  formulas.forEach((formula, row) => port.book.put(port.book.sheet('结果'), [row, 0], formula));
  const pane = paneOver(port);
  await pane.commands.open.run();
  await pane.commands.checkRepair.run();
  expect(pane.state().share.repair?.flatMap(({ entering }) => entering.map(({ address }) => address))).toEqual(['A1']);
  await pane.commands.repairFormulas.run();
  expect(told(pane)).toBe('已重新填入 1 个公式。');
});

it('the version that stamps carry is the package’s', () => {
  expect(VERSION).toBe(manifest.version);
});
