import { describe, expect, it } from 'vitest';
import { applyPolicy } from '../../../src/engine/assess/applyPolicy';
import { gradeOfRank } from '../../../src/engine/assess/gradeRows';
import { judge, type Judgement } from '../../../src/engine/assess/judge';
import { columnsNamed, fieldsRead } from '../../../src/engine/assess/readings';
import type { Cell } from '../../../src/engine/ledger/cell';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { fileOf } from '../../../src/engine/policy/cells/fileOf';
import { packCells } from '../../../src/engine/policy/cells/packCells';
import { readPackCells } from '../../../src/engine/policy/cells/readPackCells';
import { loadPack } from '../../../src/engine/policy/loadPack';
import type { Day } from '../../../src/engine/quantity/day';
import { verdictInWords } from '../../../src/engine/report/verdict/verdictCells';
import { judgedPairs } from '../../../src/functions/tierPairs';
import { whyRows } from '../../../src/functions/whyRows';
import { cellsOfSections } from './support/packRows';

/** What somebody writes who knows the guide alone: each part of it counts, or is refused with what to write instead. */
interface Parts {
  readonly columns?: string;
  readonly fields?: string;
  readonly values?: string;
  readonly bands?: string;
  /** The condition of the first line; the second is 其余. */
  readonly when: string;
}

const whole = ({ columns = '', fields = '', values = '', bands = '', when }: Parts): string => `id: there-2026
title: 河口县办法
short: 河口2026
place: 河口
aliases: []
status: issued
published: 2026-01-01
from: 2026-01-01
until: 2030-01-01
source: ""
conventions: {}
columns: {${columns}}
fields:
  税收: { field: taxPaid, whenBlank: unknown }
  面积: { field: landArea, whenBlank: unknown }
${fields}
values:
  线: { unit: 万元/亩, dated: [{ from: 2026-01-01, value: 5, assumption: 试写 }] }
${values}
${bands}
paths:
  hit: first
  rules:
    - { path: 是, when: "${when}", assumption: 试写 }
    - { path: 否, when: 其余, assumption: 试写 }
`;

const asOf = '2026-06-30' as Day;
const unresolved = (missing: readonly string[]): string => `待核实：缺 ${missing.join('、')}`;

function judged(parts: Parts, heads: readonly Cell[][], rows: readonly Cell[][], zeroIsBlank = false): Judgement {
  const pack = loadPack(whole(parts));
  const under = heads.map((row, at) => [at === 0 ? '税收（万元）' : '', at === 0 ? '面积（亩）' : '', ...row]);
  const cells = rows.map((row) => [10, 1, ...row]);
  const ledger = readLedger(matchHeaders(under), cells, { fields: fieldsRead(pack), zeroIsBlank });
  const judgement = judge(ledger, { policy: applyPolicy(pack, { asOf }) }, 'paths');
  if (!judgement) throw new Error('no paths');
  return judgement;
}

const answers = (judgement: Judgement): string[] =>
  Array.from({ length: judgement.ledger.rows }, (_, row) => verdictInWords(judgement, row, unresolved));
const one = (parts: Parts, head: string | readonly string[], ...cells: readonly Cell[]): string[] =>
  answers(
    judged(
      parts,
      [head].flat().map((text) => [text]),
      cells.map((cell) => [cell]),
    ),
  );
const refusal = (parts: Parts): string => {
  try {
    loadPack(whole(parts));
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};

describe('a number of the policy’s own, in the unit that its header says', () => {
  const own: Parts = {
    columns: '罚没电价: { kind: number, unit: 元/千瓦时, synonyms: [惩罚电价] }',
    fields: '  罚没电价: { field: 罚没电价, whenBlank: 0, assumption: 没有填的没有罚 }',
    when: '罚没电价 >= 0.2',
  };

  it.each([
    ['罚没电价（元/千瓦时）'],
    ['惩罚电价(元/度)'],
    ['罚没电价 元/kWh'],
    ['罚没电价（单位：元/千瓦时）'],
    ['3.惩罚电价，元/千瓦时'],
    ['罚没电价（含基金）'],
    ['罚没电价'],
  ])('%s', (head) => {
    expect(one(own, head, 0.2, 0.19, '')).toEqual(['是', '否', '否']);
  });

  it('a unit in a row of its own', () => {
    expect(one(own, ['罚没电价', '元/千瓦时'], 0.3, 0.1)).toEqual(['是', '否']);
  });

  it('another unit of the same kind is brought to it, one of another kind is asked about and no 0', () => {
    expect(one(own, '罚没电价（元/兆瓦时）', 200, 199)).toEqual(['是', '否']);
    expect(one(own, '罚没电价（元/吨）', 0.3, 0.1)).toEqual(['待核实：缺 罚没电价', '待核实：缺 罚没电价']);
  });

  it('a share of which nobody can tell whether it is written in % is no answer', () => {
    const share: Parts = {
      columns: '投入占比: { kind: percent }',
      fields: '  投入占比: { field: 投入占比, whenBlank: unknown }',
      when: '投入占比 < 25%',
    };
    expect(one(share, '投入占比', 0.1, 0.2499, 1.2)).toEqual(Array(3).fill('待核实：缺 投入占比'));
    expect(one(share, '投入占比', 0.51, 0.6, 60, 45)).toEqual(Array(4).fill('待核实：缺 投入占比'));
    expect(one(share, '投入占比（小数）', 0.1, 0.2499, 1.2)).toEqual(['是', '是', '否']);
  });

  it('a year that is part of its name, with a unit behind it', () => {
    const dated: Parts = {
      columns: '承租税收: { kind: money, synonyms: [承租企业2025年税收, 2025年承租税收] }',
      fields: '  承租税收: { field: 承租税收, whenBlank: 0, assumption: 没有填的没有 }',
      when: '承租税收 >= 20',
    };
    for (const head of ['承租企业2025年税收（万元）', '2025年承租税收（万元）', '3.承租企业2025年税收/万元'])
      expect(one(dated, head, 20, 19)).toEqual(['是', '否']);
    expect(one(dated, '承租企业2024年税收（万元）', 20, 19)).toEqual(['否', '否']);
  });

  it('a share with % behind its name', () => {
    const share: Parts = {
      columns: '空置率: { kind: percent }',
      fields: '  空置率: { field: 空置率, whenBlank: "0", assumption: 没有填的没有空置 }',
      when: '空置率 > 30%',
    };
    for (const head of ['空置率 %', '空置率(%)', '空置率（％）'])
      expect(one(share, head, 30.1, 30)).toEqual(['是', '否']);
  });
});

describe('what its place calls a column that everybody has', () => {
  const last: Parts = {
    fields: '  前年税收: { field: taxTwoYearsAgo, synonyms: [大前年入库, 前年度税收], whenBlank: unknown }',
    when: '平均(税收, 前年税收) / 面积 < 线',
  };

  it('is found by that name too, and travels through cells', () => {
    expect(one(last, '前年度税收（万元）', -1, 1)).toEqual(['是', '否']);
    const pack = loadPack(whole(last));
    expect(readPackCells(cellsOfSections(packCells(pack))).fields).toEqual(pack.fields);
    expect(fileOf(pack)['fields']).toMatchObject({ 前年税收: { synonyms: ['大前年入库', '前年度税收'] } });
    expect(columnsNamed(pack)).toHaveLength(4);
  });

  it('is no name of another column', () => {
    expect(refusal({ ...last, fields: (last.fields ?? '').replace('大前年入库', '营业收入') })).toContain(
      '“营业收入”已是',
    );
  });
});

describe('an answer that hangs on a column that is not there says so', () => {
  const why = (parts: Parts, heads: readonly string[], row: readonly Cell[]) =>
    String(whyRows(judged(parts, [[...heads]], [[...row]]), [])[0]?.[0]);
  const parts: Parts = {
    fields: '  违建: { field: illegalArea, whenBlank: 0, assumption: 没有填的没有 }',
    when: '违建 > 0 or 亩均税收 < 线',
  };

  it('where its blank was read, and only where that decides', () => {
    expect(why(parts, [], [])).toContain('台账没有“违建”列，按“0”读');
    expect(why(parts, ['违建面积'], [0])).not.toContain('台账没有');
    expect(why({ ...parts, when: '亩均税收 > 线 or 违建 > 0' }, [], [])).not.toContain('台账没有');
  });

  it('where a mean was taken without it', () => {
    const mean: Parts = {
      fields: '  上年: { field: previousTax, whenBlank: unknown }',
      when: '平均(税收, 上年) / 面积 < 线',
    };
    expect(why(mean, [], [])).toContain('台账没有“上年”列，平均里没有算它');
    expect(why(mean, ['上年税收'], [''])).not.toContain('台账没有');
  });
});

describe('values in %', () => {
  const share = (value: string, quote = '按本办法'): Parts => ({
    fields: '  空置: { field: greenRatio, whenBlank: unknown }',
    values: `  上限: { unit: "%", dated: [{ from: 2026-01-01, value: ${value}, citation: { place: 一, quote: "${quote}" } }] }`,
    when: '空置 > 上限',
  });

  it.each([
    ['20', ''],
    ['"20"', ''],
    ['20%', ''],
    ['0.2', '超过20%的'],
  ])('%s is a fifth', (value, quote) => {
    expect(one(share(value, quote || undefined), '绿地率', '20.5%', '20%')).toEqual(['是', '否']);
  });

  it('a number up to 1 is what the document says, else it is refused', () => {
    expect(one(share('0.5', '超过0.5%的'), '绿地率', '0.6%', '0.5%')).toEqual(['是', '否']);
    expect(refusal(share('0.5'))).toContain('请写 value: 0.5% 或 value: 50%');
  });
});

describe('a grade at most so many is counted by itself', () => {
  const quotas = [
    { share: 0.3, bound: 'atMost' },
    { share: 0.4, bound: 'atMost' },
    { share: 0.2 },
    { share: 0.1, bound: 'atLeast' },
  ] as const;

  it('no grade passes its own share, whatever the one above it left', () => {
    for (let of = 1; of <= 60; of++) {
      const grades = Array.from({ length: of }, (_, at) => gradeOfRank({ rank: at + 1, of }, quotas));
      const count = (wanted: number) => grades.filter((own) => own === wanted).length;
      expect(count(0)).toBe(Math.floor(0.3 * of + 1e-9));
      expect(count(1)).toBe(Math.floor(0.4 * of + 1e-9));
      expect(count(3)).toBe(Math.ceil(0.1 * of - 1e-9));
    }
  });
});

describe('words of the policy', () => {
  it('for cells of a yes/no column, beside its own', () => {
    const parts: Parts = {
      fields: '  复垦: { field: reclamation, words: { 否: [未列入], 是: [已列入, 部分列入] }, whenBlank: unknown }',
      when: '复垦 = 是',
    };
    expect(one(parts, '是否复垦', '部分列入', '√', '未列入', '×', '不详')).toEqual([
      ...['是', '是', '否', '否', '待核实：缺 拆旧复垦范围'],
    ]);
  });

  it('for cells of a column of choices, in place of its own where they take all others', () => {
    const grade: Parts = {
      fields: '  级: { field: grade, words: { 乙: [B类, 不定等级] }, whenBlank: unknown }',
      when: '级 = 乙',
    };
    expect(one(grade, '评价等级', '不定等级', 'b类', 'A类')).toEqual(['是', '是', '否']);
    const danger: Parts = {
      fields: '  房: { field: buildingQuality, words: { 危: [D级], 不危: [其余] }, whenBlank: unknown }',
      when: '房 = 危',
    };
    expect(one(danger, '房屋鉴定等级', 'D级', 'C级', '未鉴定', '')).toEqual(['是', '否', '否', '待核实：缺 建筑质量']);
  });

  it('for a mark that means nothing elsewhere, where they list it', () => {
    const parts: Parts = {
      columns: '帮扶: { kind: text }',
      fields: '  帮扶: { field: 帮扶, words: { 达标: [已达标], 未达标: [无, 其余] }, whenBlank: unknown }',
      when: '帮扶 = 未达标',
    };
    expect(one(parts, '帮扶', '无', '未开展', '已达标', '—')).toEqual(['是', '是', '否', '待核实：缺 帮扶']);
  });

  it('for numbers are refused, and so is a blank that is none of them', () => {
    expect(
      refusal({ fields: '  率: { field: plotRatio, words: { 高: [高] }, whenBlank: unknown }', when: '其余' }),
    ).toContain('“容积率”是数，不能写 words');
    const blank = '  级: { field: grade, words: { 乙: [B类] }, whenBlank: 丁, assumption: 没有评的 }';
    expect(refusal({ fields: blank, when: '其余' })).toContain('不是“丁”');
  });

  it('tell the groups of lines, also in MUJUN_TIER’s own argument', () => {
    const parts: Parts = {
      columns: '片: { kind: text }',
      fields: '  片: { field: 片, words: { 一片: [北园, 东园], 二片: [其余] }, whenBlank: unknown }',
      bands: `tiers:
  bands: { field: 片, floor: 下限, groups: { 甲组: { members: [一片], floor: 线 }, 乙组: { members: [二片], floor: 高线 } } }
  rules:
    - { tier: 低, when: 亩均税收 < 下限, assumption: 试写 }
    - { tier: 高, when: 其余, assumption: 试写 }`,
      values: '  高线: { unit: 万元/亩, dated: [{ from: 2026-01-01, value: 15, assumption: 试写 }] }',
      when: '其余',
    };
    const policy = applyPolicy(loadPack(whole(parts)));
    const cells = ['北园', '南园', '', 0].map((group) => [10, 1, group] as const);
    expect(answers(judgedPairs({ cells, width: 1 }, policy))).toEqual(['高', '低', '待核实：缺 片', '待核实：缺 片']);
  });
});

describe('numbers and days', () => {
  it('a share of a ratio, and a day that has not come', () => {
    const rise: Parts = {
      fields: '  上年: { field: previousTax, whenBlank: unknown }',
      when: '税收 / 上年 - 1 >= 20%',
    };
    expect(one(rise, '上年税收', 8, 9)).toEqual(['是', '否']);
    const kept: Parts = {
      columns: '承诺亩均: { kind: number, unit: 万元/亩 }',
      fields: '  承诺: { field: 承诺亩均, whenBlank: unknown }',
      when: '取小(2, 亩均税收 / 承诺 + 如果(面积 > 5, 20%, 0)) < 80%',
    };
    expect(one(kept, '承诺亩均', 12.5, 12.51)).toEqual(['否', '是']);
    const stopped: Parts = {
      columns: '停工日期: { kind: date }',
      fields: '  停工日期: { field: 停工日期, whenBlank: blank }',
      when: '停工日期 满 1 年',
    };
    expect(one(stopped, '停工日期', '2025-06-30', '2025-07-01', '')).toEqual(['是', '否', '否']);
  });
});

describe('refusals say what to write instead', () => {
  const wrong = (from: string, to: string): string => {
    try {
      loadPack(whole({ when: '其余' }).replace(from, to));
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  };

  it('a comma inside of { }, an item without content, a field that there is not', () => {
    expect(wrong('when: "其余"', 'when: 平均(税收, 面积) < 线')).toContain('“when”里有逗号，要用引号括起来');
    expect(wrong('columns: {}', 'columns:')).toContain('用不到的请把这一项整个删去');
    expect(wrong('field: landArea', 'field: landAreas')).toContain('landArea（面积）');
  });
});
