import type { Cell } from '../../../../src/engine/ledger/index';
import { changeLine, columnOf, enterpriseLine, type Draft, type RowTruth } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { vary } from './columns';

function cells(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'cells', weight, takes, apply };
}

/** Changes one figure of one enterprise. */
function figure(
  name: string,
  key: 'land' | 'tax',
  change: (value: number, enterprise: Enterprise, draft: Draft) => readonly [Cell, RowTruth],
  more: readonly string[] = [],
): Quirk {
  return cells(name, 1, [`${key}Cells`, `${key}Tree`, ...more], (draft) => {
    changeLine(draft, (line, enterprise) => {
      const plain = columnOf(draft, key).cell(enterprise, 0);
      const [cell, truth] = change(typeof plain === 'number' ? plain : 0, enterprise, draft);
      return { ...line, cells: { ...line.cells, [key]: cell }, truth: { ...line.truth, ...truth } };
    });
  });
}

const NONE = (key: 'land' | 'tax'): RowTruth => (key === 'land' ? { landArea: null } : { taxPaid: null });
const DOUBT: RowTruth = { doubtful: true };

/** All figures of land and tax, written in another way. */
function written(name: string, write: (value: number) => Cell, weight = 2): Quirk {
  return cells(name, weight, ['landCells', 'taxCells', 'numbers'], ({ columns }) => {
    for (const column of columns) {
      if (column.kind === undefined) continue;
      const { cell } = column;
      column.cell = (one, at) => {
        const value = cell(one, at);
        return typeof value === 'number' ? write(value) : value;
      };
    }
  });
}

const plainText = (value: number) => (Math.abs(value) < 1e-6 ? value.toFixed(8) : String(value));
const grouped = (value: number) =>
  plainText(value).replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
const wide = (text: string) => text.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const SPACED = written('spacedThousands', (value) => grouped(value).replaceAll(',', ' '), 1);
const OWN = ['landUnit', 'taxUnit', 'unitsAt'] as const;

/** Single cells, and how figures and names are written. */
export const CELLS: readonly Quirk[] = [
  written('numbersAsText', plainText),
  written('thousandsAsText', grouped),
  written('fullWidthNumbers', (value) => wide(plainText(value)), 1),
  written('invisibleSigns', (value) => `\u00a0${plainText(value)}\u200b`, 1),
  // 1 234.56 in a cell may be one number or two.
  {
    ...SPACED,
    apply: (draft) => {
      SPACED.apply(draft);
      draft.lines = draft.lines.map((line) => (line.truth ? { ...line, truth: { ...line.truth, ...DOUBT } } : line));
    },
  },
  figure('taxMissing', 'tax', (_, __, { draw }) => [
    draw.one(['', '/', '-', '—', '暂无', '无数据', '待核']),
    NONE('tax'),
  ]),
  figure('landMissing', 'land', (_, __, { draw }) => [draw.one(['', '/', '-', '——', '未提供', '待测']), NONE('land')]),
  figure('taxZero', 'tax', () => [0, { taxPaid: 0 }], ['totals']),
  figure(
    'taxInWords',
    'tax',
    (_, __, { draw }) => [draw.one(['停产', '免', '同上', '〃', '注销', '未达产']), NONE('tax')],
    ['totals'],
  ),
  figure('errorCell', 'tax', (_, __, { draw }) => [draw.one(['#N/A', '#DIV/0!', '#REF!']), NONE('tax')], ['totals']),
  figure('landSlipsToSquareMetres', 'land', (value) => [rounded((value * 2000) / 3), DOUBT], [
    ...OWN,
    'totals',
    'proof',
  ]),
  figure('taxSlipsToYuan', 'tax', (value) => [rounded(value * 10_000), DOUBT], [...OWN, 'totals', 'proof']),
  figure('taxSlipsToHundredMillions', 'tax', (value) => [rounded(value / 10_000, 6), DOUBT], [
    ...OWN,
    'totals',
    'proof',
  ]),
  figure('landUnitInTax', 'tax', (value) => [`${String(Math.round(value))}亩`, NONE('tax')], ['totals']),
  figure('yieldInTax', 'tax', (value) => [`${String(rounded(value / 10, 1))}万元/亩`, NONE('tax')], ['totals']),
  figure('percentInTax', 'tax', () => ['12.5%', NONE('tax')], ['totals']),
  figure('peopleInLand', 'land', () => ['15人', NONE('land')], ['totals']),
  figure('moneyInLand', 'land', () => ['100万元', NONE('land')], ['totals']),
  figure('twoNumbersInLand', 'land', (value, one) => [parts(value, one).join('\n'), DOUBT], ['totals']),
  figure('twoNumbersBySlash', 'land', (value, one) => [parts(value, one).join('/'), DOUBT], ['totals']),
  figure('twoNumbersInTax', 'tax', (value, one) => [parts(value, one).join(' '), DOUBT], ['totals']),
  figure('sumInCell', 'land', (value, one) => [parts(value, one).join('+'), DOUBT], ['totals']),
  figure(
    'footnoteMark',
    'land',
    (value, _, { draw }) => [`${String(value)}${draw.one(['²', '①', '③', '*', '⑴', '[1]'])}`, DOUBT],
    ['totals'],
  ),
  figure(
    'about',
    'land',
    (value, _, { draw }) => [draw.one([`约${String(value)}`, `${String(value)}左右`, `≈${String(value)}`]), DOUBT],
    ['totals'],
  ),
  figure(
    'range',
    'land',
    (value) => [`${String(value)}-${String(rounded(value * 1.4))}`, { ...NONE('land'), doubtful: true }],
    ['totals'],
  ),
  figure('includingNote', 'land', (value) => [`${String(value)}（含租赁5亩）`, DOUBT], ['totals', ...OWN]),
  figure(
    'estimate',
    'tax',
    (value, _, { draw }) => [
      draw.one([`${String(value)}（估）`, `${String(value)}（2022年）`, `暂估${String(value)}`]),
      DOUBT,
    ],
    ['totals'],
  ),
  figure('refund', 'tax', (value, one) => [-value, { taxPaid: rounded(-one.tax) }], ['totals', 'proof']),
  figure(
    'refundInWords',
    'tax',
    (value, one, { draw }) => {
      const text = String(value);
      return [
        draw.one([`−${text}`, `(${text})`, `-${text}（退税）`, `退税${text}`, `－${text}`]),
        { taxPaid: rounded(-one.tax), doubtful: true },
      ];
    },
    ['totals', 'proof'],
  ),
  figure(
    'currency',
    'tax',
    (value, _, { draw }) => [
      draw.one([`¥${grouped(value)}`, `￥${String(value)}`, `RMB${String(value)}`, `人民币${String(value)}`]),
      DOUBT,
    ],
    ['totals'],
  ),
  figure('infinite', 'tax', () => ['1e400', NONE('tax')], ['totals']),
  figure('yuanSaidInCell', 'tax', (_, one) => [`${String(Math.round(one.tax * 10_000))}元`, {}], [...OWN, 'totals']),
  figure('squareMetresSaidInCell', 'land', (_, one) => [`${String(Math.round((one.land * 2000) / 3))}平方米`, {}], [
    ...OWN,
    'totals',
  ]),
  cells('spacedNames', 2, ['nameCells'], (draft) => {
    columnOf(draft, 'name').cell = ({ name }, at) =>
      at % 3 === 0 ? ` ${name} ` : at % 3 === 1 ? `${name.slice(0, 2)} ${name.slice(2)}` : name;
  }),
  cells('bracketsInNames', 1, ['nameCells'], (draft) => {
    changeLine(draft, (line, { name }) => {
      const own = `${name.slice(0, 4)}(中国)${name.slice(4)}`;
      return { ...line, cells: { ...line.cells, name: own }, truth: { ...line.truth, enterprise: own } };
    });
  }),
  cells('namedLikeATotal', 1, ['nameCells'], (draft) => {
    changeLine(draft, (line, _) => {
      const own = draft.draw.one(['小计快印店', '合计五金加工厂', '总计机械厂', '汇总包装有限公司']);
      return { ...line, cells: { ...line.cells, name: own }, truth: { ...line.truth, enterprise: own } };
    });
  }),
  cells('namedWithoutCompany', 1, ['nameCells'], (draft) => {
    changeLine(draft, (line, _) => {
      const own = draft.draw.one(['王某某', '李大山', '越州老街']);
      return { ...line, cells: { ...line.cells, name: own }, truth: { ...line.truth, enterprise: own } };
    });
  }),
  cells('nameInTwoSpellings', 1, ['nameCells', 'totals', 'groups', 'code', 'layout', 'seq', 'hiddenRows'], (draft) => {
    const [first] = draft.enterprises;
    const code = draft.columns.findIndex(({ key }) => key === 'code');
    if (code >= 0) draft.columns.splice(code, 1);
    if (!first) return;
    const name = first.name.replace('有限责任公司', '有限公司');
    const other = name.endsWith('有限公司') ? name.replace('有限公司', '有限责任公司') : `${name} `;
    const again = {
      ...first,
      name: other,
      land: rounded(first.land + 3),
      tax: rounded(first.tax * (0.5 + vary(first, 'again'))),
    };
    draft.enterprises = [...draft.enterprises, again];
    draft.lines.push(enterpriseLine(again));
    draft.tells.add('同名|名称相同|名称相近|名称.{0,4}(?:一致|相似)');
    draft.mayAsk.add('rows');
  }),
];

/** Two numbers that make one. */
function parts(value: number, enterprise: Enterprise): [number, number] {
  const first = rounded(value * (0.3 + 0.4 * vary(enterprise, 'two')));
  return [first, rounded(value - first)];
}
