import { seededRandom } from './sample/seededRandom';
import type { CellValue } from '../../src/workbook/port';

/** A row as it was made: where it stands (the sheet's row from 0), and what it is. */
export interface TownshipRow {
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  readonly code: string;
  readonly area: number;
  readonly tax: number;
}

export interface TownshipBook {
  readonly sheets: readonly { readonly name: string; readonly cells: readonly (readonly CellValue[])[] }[];
  readonly rows: readonly TownshipRow[];
}

const HEADERS = [
  '序号',
  '企业名称',
  '地块编码',
  '用地面积（亩）',
  '实缴税收（万元）',
  '符合规划',
  '建筑质量',
  '销号日期',
];
const TOWNS =
  '鹿山 三江 剡湖 浦口 甘霖 长乐 崇仁 石璜 谷来 仙岩 三界 黄泽 金庭 下王 贵门 里南 竹溪 雅璜 王院 通源'.split(' ');
const WORDS = '宏瑞泰康华新东远恒立源达丰盛佳信安和永嘉'.split('');

/** A workbook of a sheet for each township: a title, a line of units, names of columns, the enterprises, and a total. */
export function townshipBook({ sheets = 20, rows = 60, seed = 7 } = {}): TownshipBook {
  const draw = seededRandom(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(draw() * list.length)] as T;
  const all: TownshipRow[] = [];
  const made = Array.from({ length: sheets }, (_, at) => {
    const sheet = `${TOWNS[at % TOWNS.length] ?? ''}${at < 4 ? '街道' : '镇'}`;
    const body = Array.from({ length: rows }, (__, index): CellValue[] => {
      const [area, perMu] = [Math.round(300 + draw() * 6000) / 100, draw() * 22];
      const tax = Math.round(area * perMu * 100) / 100;
      const name = `嵊越${one(WORDS)}${one(WORDS)}${String(at + 1)}${String(index + 1)}机械有限公司`;
      const code = `330683${String(at + 101)}${String(index + 1001)}`;
      all.push({ sheet, row: 3 + index, name, code, area, tax });
      return [index + 1, name, code, area, tax, one(['是', '是', '否']), one(['好', '一般', '差']), ''];
    });
    const sum = (column: number) => body.reduce((total, row) => total + Number(row[column]), 0);
    return {
      name: sheet,
      cells: [
        [`${sheet}工业企业亩均效益台账`, ...Array<CellValue>(7).fill('')],
        ['单位：亩、万元', ...Array<CellValue>(7).fill('')],
        HEADERS,
        ...body,
        ['合计', '', '', sum(3), sum(4), '', '', ''],
      ],
    };
  });
  return { sheets: made, rows: all };
}
