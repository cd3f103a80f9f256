import type { ListForm } from '../columnVerbs';
import { flatColumns, formLines, titled } from '../common';

const WEIGHT = '权重（%）';
const CRITERIA: readonly Readonly<Record<string, string>>[] = [
  { 类别: '产业', 评测指标: '符合国家产业政策和园区主导产业', 依据: '二(二)6' },
  { 类别: '投入', 评测指标: '投资强度', 依据: '二(四)17' },
  { 类别: '产出', 评测指标: '亩均税收', 依据: '二(四)17' },
  { 类别: '用地', 评测指标: '容积率', 依据: '二(四)17' },
  { 类别: '能耗', 评测指标: '单位能耗', 依据: '二(四)17' },
  { 类别: '环境', 评测指标: '污染物排放', 依据: '二(二)6（生态环境）' },
  { 类别: '建设', 评测指标: '规划和建设条件', 依据: '二(二)6（自然资源、住建）' },
  { 类别: '信用', 评测指标: '信用承诺', 依据: '二(四)18' },
];

/** 入驻评审评分表 (许昌 二(二)6): weights are the county's to set and stay blank. */
const scoring: ListForm = {
  id: 'scoring',
  name: '入驻评审评分表',
  fits: () => true,
  content: (input, c) => {
    const score = '得分（百分制）';
    const columns = flatColumns(
      c.serial(),
      c.own('类别', 60, { centred: true }),
      c.own('评测指标', 190),
      c.own('依据', 110),
      c.typedNumber(WEIGHT, '', { width: 66, format: '0.0', total: (at) => at.sum(WEIGHT) }),
      c.typed('评分标准', 170),
      c.typedNumber(score, '', { width: 66, format: '0.0' }),
      {
        head: '加权得分',
        width: 66,
        kind: 'number',
        format: '0.00',
        formula: (at) =>
          `=IF(OR(${at.cell(WEIGHT)}="",${at.cell(score)}=""),"",${at.cell(WEIGHT)}*${at.cell(score)}/100)`,
        total: (at) => `=IF(ABS(SUM(${at.range(WEIGHT)})-100)>0.005,"权重合计须为100",SUM(${at.range('加权得分')}))`,
      },
      c.typed('评审部门', 90, ['发改', '工信', '自然资源', '生态环境', '住建']),
      c.remark(),
    );
    return {
      title: titled(input, '产业集聚区工业项目入驻评审评分表'),
      columns,
      lines: formLines(CRITERIA),
      labelAt: '评测指标',
      totals: [{ label: '合计', where: [] }],
      notes: [
        '依据：二(二)6 建立入驻评测指标体系和评审联席会议制度，按评审结果差别化供地。权重、评分标准由各县（市、区）确定，未填不计分；评审由联席会议作出。',
      ],
    };
  },
};

const DOCUMENTS: readonly Readonly<Record<string, string>>[] = [
  {
    层次: '1',
    名称: '“百园增效”行动实施意见',
    责任单位: '市产业集聚区“百园增效”行动领导小组',
    时限: '2021年6月底前',
    依据: '二(二)4',
  },
  {
    层次: 'N',
    名称: '产业集聚区主要控制性指标体系',
    责任单位: '市相关职能部门',
    时限: '2021年6月底前',
    依据: '二(二)4',
  },
  { 层次: 'N', 名称: '格式合同、规范', 责任单位: '市相关职能部门', 时限: '2021年6月底前', 依据: '二(二)4' },
  {
    层次: 'N',
    名称: '具体实施标准、细则、流程、专项行动方案',
    责任单位: '各县（市、区）政府（管委会）',
    时限: '2021年6月底前',
    依据: '二(二)4',
  },
  {
    层次: 'N',
    名称: '入驻评测指标体系和评审联席会议制度',
    责任单位: '各县（市、区）政府（管委会）',
    时限: '2022年6月底前',
    依据: '二(二)6',
  },
  {
    层次: 'N',
    名称: '“年度可供土地清单”制度',
    责任单位: '各产业集聚区管理机构',
    时限: '2021年年底前',
    依据: '二(二)10',
  },
  {
    层次: 'N',
    名称: '批而未供、闲置土地、低效用地认定标准',
    责任单位: '各县（市、区）政府（管委会）',
    时限: '2021年3月底前',
    依据: '二(三)11',
  },
  {
    层次: 'N',
    名称: '闲置低效建设用地处置细则',
    责任单位: '各产业集聚区管理机构',
    时限: '2021年9月底前',
    依据: '二(三)12',
  },
  { 层次: 'N', 名称: '“标准地”控制性指标体系', 责任单位: '市市场监督管理局', 时限: '2021年年底前', 依据: '二(四)17' },
  {
    层次: 'N',
    名称: '“标准地”履约监管协议、企业信用承诺书模板',
    责任单位: '市自然资源和规划局',
    时限: '2021年年底前',
    依据: '二(四)18',
  },
  {
    层次: 'N',
    名称: '“标准地”竣工验收和达产验收监管细则',
    责任单位: '各产业集聚区管理机构',
    时限: '',
    依据: '二(四)20',
  },
];
const STATE = '状态';

/** 制度清单 (许昌 二(二)4): one opinion and N documents, as the text names them, with number and state to fill. */
const documents: ListForm = {
  id: 'documents',
  name: '制度清单',
  fits: () => true,
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.own('层次', 36, { centred: true }),
      c.own('名称', 200),
      c.own('责任单位', 160),
      c.own('时限', 84),
      c.own('依据', 60),
      c.typed('文号', 100),
      c.typedDay('印发日期'),
      c.typed(STATE, 64, ['未启动', '起草中', '征求意见', '已印发', '已废止'], {
        total: (at) => `=${at.count({ head: STATE, is: '"已印发"' }).slice(1)}&" 件已印发"`,
      }),
      c.remark(),
    );
    return {
      title: titled(input, '“1+N”制度清单'),
      columns,
      lines: formLines(DOCUMENTS),
      labelAt: '名称',
      totals: [{ label: '合计', where: [] }],
      notes: ['依据：二(二)4“一个实施意见、N个配套文件”。名称取自征求意见稿各条，文号、状态按正式印发情况填写。'],
    };
  },
};

/** Forms whose lines are the document's own. */
export const FIXED_FORMS: readonly ListForm[] = [scoring, documents];
