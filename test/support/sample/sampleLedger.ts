import type { Cell } from '../../../src/engine/ledger/cell';
import { seededRandom } from './seededRandom';

/** A made-up ledger: a title, two header rows and data rows, shaped like those officials keep. Same seed, same ledger. */
export interface SampleLedger {
  readonly title: string;
  readonly headers: readonly (readonly string[])[];
  readonly rows: readonly (readonly Cell[])[];
}

const TOWNSHIPS = ['东山街道', '西河街道', '南塘街道', '北岭镇', '青溪镇', '白沙镇', '云台镇', '石门镇'] as const;
const INDUSTRIES = [
  '通用设备制造业',
  '纺织业',
  '金属制品业',
  '电气机械和器材制造业',
  '医药制造业',
  '汽车制造业',
] as const;
const NAMES = ['恒新', '瑞达', '嘉禾', '鼎盛', '华源', '正泰', '远航', '同兴', '金桥', '永泰'] as const;

type Draw = () => number;
interface Column {
  readonly group: string;
  readonly header: string;
  readonly cell: (row: number, draw: Draw, made: Made) => Cell;
}
/** What several columns of a row share. */
interface Made {
  readonly area: number;
  readonly plotRatio: number;
  readonly yields: number;
}

function pick<T>(words: readonly T[], draw: Draw): T {
  return words[Math.floor(draw() * words.length)] as T;
}
function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
/** Officials tick a problem and leave the rest empty. */
function tick(share: number, mark: Cell) {
  return (_: number, draw: Draw): Cell => (draw() < share ? mark : draw() < 0.03 ? '/' : '');
}
/** Now and then a number is text, full width, or not there. */
function messy(value: number, draw: Draw): Cell {
  const luck = draw();
  if (luck < 0.006) return '待核';
  if (luck < 0.02) return value.toLocaleString('en-US');
  return luck < 0.03
    ? String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : value;
}

const COLUMNS: readonly Column[] = [
  { group: '基本情况', header: '序号', cell: (row) => row + 1 },
  {
    group: '',
    header: '企业名称',
    cell: (row, draw) => `示例${pick(NAMES, draw)}${pick(NAMES, draw)}${row + 1}有限公司`,
  },
  { group: '', header: '地块编码', cell: (row) => `SL${String(row + 1).padStart(6, '0')}` },
  { group: '', header: '所属镇街', cell: (_, draw) => pick(TOWNSHIPS, draw) },
  { group: '', header: '行业', cell: (_, draw) => pick(INDUSTRIES, draw) },
  { group: '', header: '规上/规下', cell: (_, draw) => (draw() < 0.45 ? '规上' : '规下') },
  { group: '用地情况', header: '用地面积(亩)', cell: (_, draw, { area }) => messy(area, draw) },
  { group: '', header: '容积率', cell: (_, __, { plotRatio }) => plotRatio },
  { group: '', header: '规划容积率', cell: (_, draw) => pick([1.5, 2, 2.5], draw) },
  {
    group: '',
    header: '建筑面积（㎡）',
    cell: (_, __, { area, plotRatio }) => round((area * plotRatio * 2000) / 3, 1),
  },
  { group: '', header: '建成年份', cell: (_, draw) => 1985 + Math.floor(draw() * 38) },
  {
    group: '经济指标',
    header: '实缴税收(万元)',
    cell: (_, draw, { area, yields }) => messy(round(area * yields, 2), draw),
  },
  {
    group: '',
    header: '主营业务收入(万元)',
    cell: (_, draw, { area, yields }) => round(area * yields * (15 + 40 * draw()), 1),
  },
  {
    group: '',
    header: '工业增加值(万元)',
    cell: (_, draw, { area, yields }) => round(area * yields * (3 + 8 * draw()), 1),
  },
  { group: '', header: 'R&D经费(万元)', cell: (_, draw, { area, yields }) => round(area * yields * draw(), 1) },
  { group: '', header: '年平均职工人数', cell: (_, draw, { area }) => Math.round(area * (2 + 12 * draw())) },
  { group: '', header: '综合能耗(吨标煤)', cell: (_, draw, { area }) => round(area * 60 * draw(), 1) },
  {
    group: '评价',
    header: '综合评价等级',
    cell: (_, draw) => (draw() < 0.05 ? '' : pick(['A', 'B', 'B', 'B', 'C', 'C', 'D'], draw)),
  },
  { group: '治理', header: '符合规划', cell: (_, draw) => (draw() < 0.02 ? '/' : draw() < 0.92 ? '是' : '否') },
  { group: '', header: '保留工业用地', cell: tick(0.03, '否') },
  { group: '', header: '符合产业导向', cell: tick(0.06, '×') },
  { group: '', header: '落后产能', cell: tick(0.04, '√') },
  { group: '', header: '整治可达标', cell: tick(0.04, '否') },
  { group: '', header: '建筑质量', cell: (_, draw) => (draw() < 0.04 ? '' : pick(['好', '一般', '一般', '差'], draw)) },
  { group: '', header: '设施老旧', cell: (_, draw) => pick(['是', '×', '', '√'], draw) },
  { group: '', header: '管理粗放', cell: (_, draw) => pick(['是', '否', '', '1'], draw) },
  { group: '', header: '城镇开发边界', cell: (_, draw) => (draw() < 0.9 ? '内' : '外') },
  { group: '', header: '工业保障线', cell: (_, draw) => (draw() < 0.8 ? '内' : '外') },
  { group: '其他', header: '联系人', cell: (row) => `联系人${row + 1}` },
  { group: '', header: '备注', cell: () => '' },
];

/** Makes a ledger of so many enterprises, 30 columns wide. Every name in it is made up. */
export function sampleLedger({ rows, seed }: { readonly rows: number; readonly seed: number }): SampleLedger {
  const draw = seededRandom(seed);
  return {
    title: '示例市工业企业亩均效益综合评价台账（示例数据）',
    headers: [COLUMNS.map(({ group }) => group), COLUMNS.map(({ header }) => header)],
    rows: Array.from({ length: rows }, (_, row) => sampleRow(row, draw)),
  };
}

function sampleRow(row: number, draw: Draw): Cell[] {
  const made: Made = {
    area: round(2 + 80 * draw() ** 2, 2),
    plotRatio: round(0.3 + 1.6 * draw(), 2),
    yields: 40 * draw() ** 2 - 0.2,
  };
  return COLUMNS.map(({ cell }) => cell(row, draw, made));
}
