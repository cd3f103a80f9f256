import { YES_NO } from '../../../policy/fieldWords';
import { HEADS, quotient, type ListForm } from '../columnVerbs';
import { flatColumns, titled, totalLines } from '../common';
import { lineReader } from '../lineReader';
import { enterpriseLines, rowLines } from '../rowKeys';

/** 招商资源库 (嘉定 五15): land, factories, buildings. */
const resourceLand: ListForm = {
  id: 'resources',
  name: '招商资源库',
  fits: () => true,
  content: (input, c) => {
    const kind = '资源类型';
    const columns = flatColumns(
      c.serial(),
      {
        head: kind,
        width: 56,
        kind: 'word',
        centred: true,
        typed: true,
        choices: ['土地', '厂房', '楼宇'],
        value: () => '土地',
      },
      c.word('parcelId', '资源编号', 84),
      c.word('enterprise', '现使用人', 130),
      c.word('township', '所在镇', 80),
      c.word('landZone', '地块类别', 50, { centred: true, choices: ['104', '195', '198', '零星'] }),
      c.amount('landArea', HEADS.area, '亩'),
      c.amount('floorArea', '建筑面积（㎡）', '㎡'),
      c.amount('idleArea', '闲置面积（亩）', '亩'),
      c.typedDay('可用日期'),
      c.typed('招商方向', 110),
      c.typed('更新日期', 64, undefined, { format: 'yyyy-mm-dd' }),
      c.remark(),
    );
    const read = lineReader(input);
    const lines = rowLines(input.ledger, input.rows).filter(
      (line) => read.isYes('idle', line) || read.isYes('inefficient', line),
    );
    return {
      title: titled(input, '招商资源库'),
      columns,
      lines,
      labelAt: '现使用人',
      totals: totalLines(kind, ['土地', '厂房', '楼宇']),
      notes: [
        '依据：五15“招商资源库，对全区土地、厂房、楼宇等招商资源进行实时更新统计”。先列台账中低效、闲置的地块，厂房、楼宇请逐行补充。',
      ],
    };
  },
};

const STAGES = ['在谈', '准入', '审批', '在建'] as const;
const projectBase: ListForm = {
  id: 'projects',
  name: '招商项目库',
  fits: () => true,
  content: (input, c) => {
    const [stage, investment] = ['项目阶段', '计划投资（万元）'];
    const columns = flatColumns(
      c.serial(),
      c.typed('项目名称', 150),
      c.typed('投资方', 110),
      c.typed('行业', 80),
      c.typed('意向镇或园区', 86),
      c.typed('供地方式', 76, ['新增建设用地', '存量改造提升', '租赁厂房楼宇']),
      c.typedNumber('用地（亩）', '亩', { format: '#,##0.0', total: (at) => at.sum('用地（亩）') }),
      c.typedNumber('租赁面积（㎡）', '㎡', { format: '#,##0', total: (at) => at.sum('租赁面积（㎡）') }),
      c.typedNumber(investment, '万元', { format: '#,##0', width: 60, total: (at) => at.sum(investment) }),
      c.typed(stage, 48, STAGES),
      { head: '项目数', width: 40, kind: 'number', format: '0', total: (at) => `=COUNTA(${at.range(stage)})` },
      c.typedDay('阶段日期'),
      c.typed('跟踪人', 50),
      c.remark(),
    );
    return {
      title: titled(input, '招商项目库'),
      columns: columns.map((column) =>
        column.head === '项目数' ? { ...column, total: (at) => at.count({ head: stage, is: '"?*"' }) } : column,
      ),
      lines: Array.from({ length: 30 }, (_, index) => ({ key: String(index + 1), rows: [] })),
      labelAt: '项目名称',
      totals: totalLines(stage, STAGES),
      notes: [
        '依据：五15“招商项目库，对全区在谈项目、准入项目、审批项目、在建项目进行实时更新统计”。租赁类按面积分级会审，面积线由区里确定。',
      ],
    };
  },
};

const keyEnterprises: ListForm = {
  id: 'key-enterprises',
  name: '重点企业数据库',
  fits: ({ ledger }) => ledger.headers.byField.has('enterprise'),
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('enterprise', '企业名称', 140),
      c.word('creditCode', '统一社会信用代码', 104),
      c.word('township', '所在镇', 76),
      c.word('industry', '行业', 90),
      c.tax(),
      c.amount('revenue', '营业收入（万元）', '万元', { width: 64 }),
      c.amount('staff', '职工（人）', '人', { width: 48 }),
      c.ratio('energy', '综合能耗（吨标煤）', { format: '#,##0', width: 56, unit: '吨标煤' }),
      {
        head: '每亩职工（人）',
        width: 50,
        kind: 'number',
        format: '0.0',
        formula: (at) => quotient(at.cell('职工（人）'), at.cell(HEADS.area)),
      },
      c.typed('重点企业', 46, YES_NO, { centred: true }),
      c.typed('发展状况', 90),
      c.typedDay('更新日期'),
    );
    return {
      title: titled(input, '重点企业数据库'),
      columns,
      lines: enterpriseLines(input.ledger, input.rows),
      labelAt: '企业名称',
      totals: [
        { label: '合计', where: [] },
        { label: '其中：重点企业', where: [{ head: '重点企业', is: '"是"' }] },
      ],
      notes: [
        '依据：五15“重点企业数据库，定期更新企业经营数据和发展状况”。同一企业的几宗地合为一行；哪些是重点企业由区里认定。',
      ],
    };
  },
};

/** 三库 (嘉定 五15): resources, projects, key enterprises. */
export const DATA_BASES: readonly ListForm[] = [resourceLand, projectBase, keyEnterprises];
