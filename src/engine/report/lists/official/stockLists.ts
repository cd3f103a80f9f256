import type { ListForm } from '../columnVerbs';
import { flatColumns, titled } from '../common';
import { rowLines } from '../rowKeys';
import type { ViewColumn, ViewContent } from '../list';
import type { ViewInput } from '../listInput';

const NAME = '底数清单';

function content(
  input: ViewInput,
  columns: readonly ViewColumn[],
  title: string,
  notes: readonly string[],
): ViewContent {
  return {
    title: titled(input, title),
    columns,
    lines: rowLines(input.ledger, input.rows),
    labelAt: columns.find(({ kind, head }) => kind === 'word' && head !== '序号')?.head ?? '',
    totals: [{ label: '全部合计', where: [] }],
    notes,
  };
}

/** 嵊州 三1 and 一(二)1: one code a parcel, land, building and yield, and what departments found. */
const batches: ListForm = {
  id: 'stock-batches',
  name: NAME,
  fits: () => true,
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('parcelId', '地块编码', 70),
      c.word('enterprise', '企业名称', 110),
      c.word('creditCode', '统一社会信用代码', 96),
      c.word('township', '镇街', 58),
      c.word('landRight', '权属性质', 44, { choices: ['国有', '集体'] }),
      c.tax(),
      c.amount('floorArea', '建筑面积（㎡）', '㎡', { width: 56 }),
      c.ratio('plotRatio', '容积率'),
      c.word('grade', '等级', 30, { centred: true, choices: ['A', 'B', 'C', 'D'] }),
      c.word('conformsToPlan', '符合规划', 34, { centred: true, choices: ['是', '否'] }),
      c.word('buildingQuality', '建筑质量', 34, { centred: true, choices: ['好', '一般', '差'] }),
      c.tick('environmentHazard', '环保', { parent: '隐患' }),
      c.tick('safetyHazard', '安全', { parent: '隐患' }),
      c.tick('fireHazard', '消防', { parent: '隐患' }),
      c.tick('illegalArea', '违建', { parent: '隐患' }),
      c.tick('obsoleteCapacity', '落后产能'),
      ...(input.tiers ? [c.verdict('tiers', '档位', 52)] : []),
      c.decided(),
      c.remark(),
    );
    return content(input, columns, '工业用地底数清单', [
      '依据：三1“形成工业用地底数清单和治理清单”，自然资源和规划部门汇总。合计亩均税收＝税收之和÷面积之和，缺其一的不计。',
    ]);
  },
};

const UNDERUSED = '用而不足线';

/** 太仓 三(一): number, place, size, industry, use and yield, inefficient or underused, identified by the leading group. */
const output: ListForm = {
  id: 'stock-output',
  name: NAME,
  fits: ({ ledger }) => ledger.headers.byField.has('landArea'),
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('township', '区镇', 66),
      c.word('enterprise', '载体名称', 110),
      c.word('parcelId', '地块编码', 66),
      c.word('address', '位置', 60),
      c.word('carrierType', '载体类型', 52, { choices: ['工业载体', '科创载体', '现代服务业载体'] }),
      c.word('industry', '产业', 50),
      c.word('renewalUnit', '更新单元', 54),
      c.tax(),
      c.amount('floorArea', '建筑面积（㎡）', '㎡', { width: 58 }),
      c.ratio('plotRatio', '现状', { parent: '容积率' }),
      c.ratio('plannedPlotRatio', '规划', { parent: '容积率' }),
      c.word('grade', '等级', 30, { centred: true, choices: ['A', 'B', 'C', 'D'] }),
      c.word('inefficient', '低效', 34, { centred: true, choices: ['是', '否'] }),
      underused(),
      c.decided(),
      c.typedDay('认定日期'),
      c.remark(),
    );
    return {
      ...content(input, columns, '产业载体综合信息底数清单', [
        '依据：三(一)，经领导小组认定后形成综合信息基础数据库。用而不足＝现状容积率÷规划容积率低于“用而不足线”；文件未给出数值，0.6 为假设，可改。',
      ]),
      figures: [{ label: UNDERUSED, value: 0.6, format: '0.00' }],
    };
  },
};

function underused(): ViewColumn {
  const [now, planned] = ['容积率/现状', '容积率/规划'];
  return {
    head: '用而不足',
    width: 36,
    kind: 'word',
    centred: true,
    formula: (at) =>
      `=IF(OR(N(${at.cell(now)})<=0,N(${at.cell(planned)})<=0),"",IF(${at.cell(now)}/${at.cell(planned)}<${at.figure(UNDERUSED)},"是","否"))`,
  };
}

/** 许昌 二(三)11: what was approved, supplied or used too little, with the dates that decide it. */
const clusters: ListForm = {
  id: 'stock-clusters',
  name: NAME,
  fits: ({ ledger }) => ledger.headers.byField.has('stockType'),
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('parcelId', '宗地编号', 66),
      c.word('enterprise', '项目或权利人', 110),
      c.word('cluster', '产业集聚区', 96),
      c.word('stockType', '类型', 50, { choices: ['批而未供', '闲置', '低效'] }),
      c.amount('landArea', '面积（亩）', '亩'),
      c.day('approvedOn', '批准或出让日期'),
      c.day('plannedStart', '约定', { parent: '开工' }),
      c.day('actualStart', '实际', { parent: '开工' }),
      c.ratio('investmentIntensity', '投资强度（万元/亩）', { unit: '万元/亩', width: 52 }),
      c.ratio('plotRatio', '容积率'),
      c.ratio('taxPerMu', '亩均税收（万元/亩）', { unit: '万元/亩', width: 52 }),
      c.word('cause', '成因', 60),
      c.word('disposalMethod', '处置建议', 70),
      c.word('leadDepartment', '责任单位', 96),
      c.decided(),
      c.remark(),
    );
    return content(input, columns, '批而未供、闲置和低效用地底数清单', [
      '依据：二(三)11“一宗一卡”“一地一档”统计成果。低效用地认定标准由县区制定，未填的不判。',
    ]);
  },
};

/** 嘉定 四(二)5: the industrial land data base by 104, 195, 198 and scattered land. */
const controlLine: ListForm = {
  id: 'stock-control-line',
  name: NAME,
  fits: ({ ledger }) => ledger.headers.byField.has('landZone'),
  content: (input, c) => {
    const columns = flatColumns(
      c.serial(),
      c.word('township', '镇或园区', 66),
      c.word('parcelId', '地块编码', 70),
      c.word('enterprise', '企业名称', 120),
      c.word('landZone', '地块类别', 44, { centred: true, choices: ['104', '195', '198', '零星'] }),
      c.typed('功能定位', 62, ['产业基地', '产业城区', '产业社区', '零星工业用地']),
      c.tax(),
      c.amount('floorArea', '建筑面积（㎡）', '㎡', { width: 60 }),
      c.ratio('plotRatio', '容积率'),
      c.word('inefficient', '低效', 36, { centred: true, choices: ['是', '否'] }),
      c.word('idle', '闲置', 36, { centred: true, choices: ['是', '否'] }),
      c.decided(),
      c.remark(),
    );
    return content(input, columns, '工业用地信息资料库', [
      '依据：四(二)5“对现状工业用地（包括104、195、198地块和零星工业用地）进行全面排摸，建立统一的工业用地信息资料库”。',
    ]);
  },
};

/** 底数清单 in the columns of each document that has one. */
export const STOCK_LISTS: readonly ListForm[] = [batches, output, clusters, controlLine];
