import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { findPack } from '../../src/engine/policy/index';
import { mujunTier } from '../../src/functions/mujunTier';
import { mujunTierWhy } from '../../src/functions/mujunTierWhy';
import { mujunRenewalWhy } from '../../src/functions/mujunRenewalWhy';
import { renewalPath } from '../../src/functions/renewalPath';
import { asTruth, fixtureSheet, SHENGYUE, truthRows } from '../support/fixtureSheet';
import { policyRanges, type PolicyEdit } from '../support/policyRanges';
import { refusal } from './refusal';

const pack = findPack('嵊州2021');
if (!pack) throw new Error('no pack');
const range = (edit?: PolicyEdit) => policyRanges(pack, edit).parameters;
const HEAD = 3;
const inLine = (cells: Cell[][], line: number, header: string, text: Cell) => {
  const column = cells[HEAD]?.indexOf(header) ?? -1;
  (cells[HEAD + line] as Cell[])[column] = text;
};

describe.each<[string, Cell]>([
  ['0', 0],
  ['null', null],
  ["''", ''],
])('亩均政策 over 政策参数 and 判定表, blanks delivered as %s', (_, blank) => {
  const delivered = (cells: Cell[][]) => cells.map((row) => row.map((cell) => (cell === '' ? blank : cell)));

  it('unedited, answers as the built-in policy on every row of 嵊越', () => {
    const cells = fixtureSheet(SHENGYUE);
    const answers = renewalPath.answer(cells.slice(2, 4), cells.slice(4), delivered(range()), '2023-06-30');
    const wrong = truthRows(SHENGYUE).filter(({ row, path }) => asTruth(answers[row - 5]?.[0]) !== path);
    expect(wrong).toEqual([]);
  });

  it('speaks with the title, status and period that the workbook gives; the old document’s words stay its own', () => {
    const said = (cells: Cell[][], name: string, value: Cell) => {
      const line = cells.find(([first]) => first === name);
      if (!line) throw new Error(name);
      line[1] = value;
    };
    const own = delivered(
      range({
        parameters: (cells) => {
          said(cells, '政策全称', '泉州市实施意见');
          said(cells, '政策状态', '已印发');
          said(cells, '施行日期', '2026-02-01');
          said(cells, '失效日期', '2028-01-01');
        },
        decisions: (cells) => inLine(cells, 1, '亩均税收', '<=8'),
      }),
    );
    const [line] = mujunTierWhy.answer([[9]], 1, own, null, '2026-06-30');
    expect(line?.[2]).toMatch(/^据《嵊州市开发区\(园区\)工业全域治理行动方案\(征求意见稿\)》二\(一\)1：/);
    expect(line?.[3]).toBe('有效');
    const [edited] = mujunTierWhy.answer([[6]], 1, own, null, '2028-01-01');
    expect(edited?.[2]).toMatch(/^《泉州市实施意见》推定：本工作簿“判定表”/);
    expect(edited?.[3]).toBe('已失效');
    const wrong = delivered(range({ parameters: (cells) => said(cells, '政策状态', '试行') }));
    expect(refusal(() => mujunTier.answer([[9]], 1, wrong))).toContain('“政策状态”只能填 已印发 或 征求意见稿');
  });

  it('follows a value, a condition and an answer', () => {
    const value = delivered(range({ parameters: (cells) => void ((cells[HEAD + 3] as Cell[])[1] = 7) }));
    expect(mujunTier.answer([[6], [7.01]], 1, value).flat()).toEqual(['重点排查', '重点检查']);
    const condition = delivered(range({ decisions: (cells) => inLine(cells, 1, '亩均税收', '8以下') }));
    expect(mujunTier.answer([[8], [8.01]], 1, condition).flat()).toEqual(['重点排查', '重点检查']);
    const answer = delivered(range({ decisions: (cells) => inLine(cells, 2, '结论', '检查') }));
    expect(mujunTier.answer(9, 1, answer)).toEqual([['检查']]);
    expect(mujunTierWhy.answer(9, 1, answer)[0]?.[2]).toContain('推定：本工作簿“判定表”修改');
  });

  it('follows the order of paths', () => {
    const headers = [['用地面积(亩)', '税收(万元)', '落后产能', '符合规划', '建筑质量']];
    const row = [10, 40, '是', '否', '差'];
    expect(renewalPath.answer(headers, [row], delivered(range()))).toEqual([['关停退出']]);
    const swapped = range({ decisions: (cells) => inLine(cells, 5, '落后产能', '否') });
    expect(renewalPath.answer(headers, [row], delivered(swapped))).toEqual([['功能转型']]);
    expect(mujunRenewalWhy.answer(headers, [row], delivered(swapped))[0]?.[2]).toContain('二(三)3');
  });
});

describe('a range that cannot be used', () => {
  const tier = (edit: PolicyEdit) => refusal(() => mujunTier.answer(1, 1, range(edit)));

  it('names the row, what stands there and what was expected', () => {
    expect(tier({ decisions: (cells) => inLine(cells, 1, '等级', 'E') })).toBe(
      'invalidValue: 判定表第 17 行“E”：“E”不在可选的词里，可写：A、B、C、D、无',
    );
    expect(tier({ decisions: (cells) => inLine(cells, 1, '亩均税收', 45_792) })).toContain('像是被改成了日期');
    expect(tier({ parameters: (cells) => void ((cells[HEAD + 3] as Cell[])[1] = '五万') })).toBe(
      'invalidValue: 政策参数第 4 行“重点排查线”的值不是数字',
    );
    expect(tier({ parameters: (cells) => void ((cells[HEAD + 3] as Cell[])[2] = '元/㎡') })).toBe(
      'invalidValue: 政策参数“重点排查线”的单位写成了“元/㎡”，应为“万元/亩”：请换算后再填',
    );
  });

  it('takes the same unit in another spelling', () => {
    expect(tier({ parameters: (cells) => void ((cells[HEAD + 3] as Cell[])[2] = '万元／亩') })).toBe('answered');
  });
});
