import { ADOPTED_HEAD, columnVerbs, HEADS, type ListForm } from '../columnVerbs';
import { asOfFigure, flatColumns, titled, yearTitled } from '../common';
import { policyAnswers, lineReader } from '../lineReader';
import { rowLines } from '../rowKeys';
import type { TotalLine, ViewColumn } from '../list';
import type { ViewInput } from '../listInput';
import { quoted } from '../../../../formula/quoted';

const YEAR = '计划年度';

/** The area where the adopted answer is this one, so that totals of any group are plain sums. */
function partColumns(input: ViewInput, parent: string): readonly ViewColumn[] {
  return policyAnswers(input.paths)
    .filter((answer) => answer !== '保留')
    .map((answer) => ({
      ...{ parent, head: answer, width: 50, kind: 'number' as const, format: '#,##0.0', unit: '亩' },
      formula: (at) => `=IF(${at.cell(ADOPTED_HEAD)}="${answer}",N(${at.cell(HEADS.area)}),"")`,
      total: (at) => at.sum(`${parent}/${answer}`),
    }));
}

/** Totals by the words of a field; blank ones are not a group. */
function totalsBy(input: ViewInput, field: string, head: string): TotalLine[] {
  const read = lineReader(input);
  const words = new Set(rowLines(input.ledger, input.rows).map((line) => read.word(field, line)));
  return [...words].filter((word) => word !== '').map((word) => ({ label: word, where: [{ head, is: quoted(word) }] }));
}

function areaColumn(input: ViewInput): ViewColumn {
  return columnVerbs(input).amount('landArea', HEADS.area, '亩');
}

/** 太仓 三(二): the yearly plan of 整治, 更新 and 提质 by 区镇, down to renewal units and parcels. */
const yearPlan: ListForm = {
  id: 'year-plan',
  name: '年度推进计划',
  fits: () => true,
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('township', '区镇', 84),
      c.word('renewalUnit', '更新单元', 66),
      c.word('parcelId', '地块编码', 72),
      c.word('enterprise', '载体名称', 120),
      areaColumn(input),
      c.decided(),
      partColumns(input, '列入计划（亩）'),
      { head: '宗数', width: 36, kind: 'number', format: '0', unit: '宗', total: (at) => at.count() },
      c.typedNumber(YEAR, '', { format: '0', width: 40 }),
      c.typedNumber('年度任务（亩）', '亩', { total: (at) => at.sum('年度任务（亩）'), format: '#,##0.0' }),
      c.typed('实施方案', 80),
      c.word('leadDepartment', '责任单位', 72),
      c.typedDay('完成时限'),
    );
    return {
      title: yearTitled(input, '年度产业载体整治、更新、提质推进计划'),
      columns,
      lines: rowLines(input.ledger, input.rows),
      labelAt: '载体名称',
      totals: [
        { label: '合计', where: [] },
        ...totalsBy(input, 'township', '区镇'),
        ...totalsBy(input, 'renewalUnit', '更新单元'),
      ],
      notes: ['依据：三(二)“年度推进计划应包含产业载体整治、更新、提质计划”，按“一地一策”落实到更新单元和具体地块。'],
    };
  },
};

/** 嘉定 四(二)5: which inefficient or idle parcels are developed anew or given up, in which year. */
const developmentPlan: ListForm = {
  id: 'development-plan',
  name: '二次开发减量化计划表',
  fits: () => true,
  content: (input, c) => {
    const read = lineReader(input);
    const lines = rowLines(input.ledger, input.rows).filter((line) => read.verdict('paths', line) !== '保留');
    const year = '计划表年度';
    const columns = flatColumns(
      c.serial(),
      c.word('township', '镇或园区', 76),
      c.word('parcelId', '地块编码', 76),
      c.word('enterprise', '企业名称', 130),
      c.word('landZone', '地块类别', 46, { centred: true, choices: ['104', '195', '198', '零星'] }),
      areaColumn(input),
      c.decided(),
      c.typedNumber(YEAR, '', { format: '0', width: 44 }),
      {
        ...{ head: '本年面积（亩）', width: 56, kind: 'number', format: '#,##0.0', unit: '亩' },
        formula: (at) =>
          `=IF(AND(${at.cell(YEAR)}<>"",${at.cell(YEAR)}=${at.figure(year)}),N(${at.cell(HEADS.area)}),"")`,
        total: (at) => at.sum('本年面积（亩）'),
      },
      c.typed('开发主体', 80, ['新城公司', '嘉定工业区集团', '国际汽车城集团', '区国资公司', '市场化主体']),
      c.typedDay('计划完成'),
      c.typed('进展', 70),
    );
    return {
      title: yearTitled(input, '年度二次开发和减量化工作计划表'),
      columns,
      lines,
      labelAt: '企业名称',
      totals: [
        { label: '合计', where: [] },
        ...policyAnswers(input.paths)
          .filter((answer) => answer !== '保留')
          .map((answer) => ({ label: answer, where: [{ head: ADOPTED_HEAD, is: `"${answer}"` }] })),
      ],
      figures: [{ label: year, value: input.year, format: '0' }],
      notes: [
        '依据：四(二)5“排出二次开发或减量化工作计划表”。195 区域二次开发（转型）、198 区域减量化为通行理解（假设），文件未逐一写明。',
      ],
    };
  },
};

const PRECINCTS = ['城南', '北部', '运河湾', '1921+嘉冶', '亚太', '高铁新城'] as const;
const PARKS = 20;

/** 嘉兴 四: twenty parks (buildings, streets) in six precincts; the ledger fills what it has, the rest is typed. */
const parks: ListForm = {
  id: 'parks',
  name: '园区建设清单',
  fits: () => true,
  content: (input, c) => {
    const number = (head: string, unit: string, width = 48) =>
      c.typedNumber(head, unit, { width, format: '#,##0', total: (at) => at.sum(head) });
    const [total, industrial] = ['建筑面积（㎡）', '工业建筑面积（㎡）'];
    const columns = flatColumns(
      c.serial(),
      { head: '园区名称', width: 110, kind: 'word', typed: true, value: (line) => line.own?.['园区名称'] ?? '' },
      c.typed('片区', 56, PRECINCTS),
      c.typed('区', 60, ['南湖区', '秀洲区', '嘉兴经济技术开发区']),
      c.typed('建设主体', 60, ['行业龙头', '市级国资', '区级国资', '镇级国资', '运营机构', '科研院所']),
      c.typed('建设方式', 48, ['单独', '联合', '整体移交', '部分合作']),
      {
        ...c.typedNumber('用地面积（亩）', '亩', { format: '#,##0.0', total: (at) => at.sum('用地面积（亩）') }),
        value: (line) => line.own?.['用地面积'] ?? '',
      },
      number(total, '㎡', 58),
      number(industrial, '㎡', 58),
      {
        ...{ head: '工业占比', width: 40, kind: 'number', format: '0.0%' },
        formula: (at) => `=IF(N(${at.cell(total)})>0,${at.cell(industrial)}/${at.cell(total)},"")`,
      },
      {
        ...{ head: '占比≥51%', width: 40, kind: 'word', centred: true },
        formula: (at) => `=IF(${at.cell('工业占比')}="","",IF(${at.cell('工业占比')}>=0.51,"达标","不足"))`,
      },
      c.typedDay('开工'),
      c.typedDay('竣工'),
      c.typed('建设状态', 48, ['谋划', '在建', '主体竣工', '建成投用']),
      {
        ...{ head: '基本建成', width: 36, kind: 'number', format: '0' },
        formula: (at) => `=IF(OR(${at.cell('建设状态')}="主体竣工",${at.cell('建设状态')}="建成投用"),1,"")`,
        total: (at) => at.sum('基本建成'),
      },
      number('专精特新（家）', '家'),
      number('科技型中小（家）', '家'),
      number('营业收入（万元）', '万元', 58),
      number('新增就业（人）', '人'),
      c.typedDay('评估日期'),
    );
    return {
      title: titled(input, '都市型工业园区建设清单'),
      columns,
      lines: parkLines(input),
      labelAt: '园区名称',
      totals: [
        { label: '全市合计', where: [] },
        ...PRECINCTS.map((name) => ({ label: `${name}片区`, where: [{ head: '片区', is: `"${name}"` }] })),
      ],
      figures: [asOfFigure(input)],
      notes: [
        '依据：四“建立都市型工业园区建设清单，加强动态监测，定期开展评估”；20 个园区、6 个片区见二(一)。基本建成＝主体竣工或建成投用（假设）。',
        '2027 年目标：园区 20 个、专精特新 200 家以上、科技型中小企业 1,000 家以上、营业收入 1,000 亿元、新增就业 3 万人以上（一）。',
      ],
    };
  },
};

/** The parks that the ledger names with the land of their rows, then blank lines up to twenty. */
function parkLines(input: ViewInput) {
  const read = lineReader(input);
  const parksOf = new Map<string, number>();
  for (const line of rowLines(input.ledger, input.rows)) {
    const name = read.word('park', line);
    const area = read.number('landArea', line);
    if (name !== '') parksOf.set(name, (parksOf.get(name) ?? 0) + (Number.isNaN(area) ? 0 : area));
  }
  const known = [...parksOf].map(([name, area]) => ({
    ...{ key: name, rows: [] },
    own: { 园区名称: name, ...(area > 0 ? { 用地面积: area } : {}) },
  }));
  const blank = Array.from({ length: Math.max(0, PARKS - known.length) }, (_, index) => ({
    ...{ key: `空行${String(index + 1)}`, rows: [], own: {} },
  }));
  return [...known, ...blank];
}

/** Plans by year: 太仓, 嘉定, and the parks of 嘉兴. */
export const PLAN_LISTS: readonly ListForm[] = [yearPlan, developmentPlan, parks];
