import { type Draft, type DraftColumn, enterpriseLine } from './draft';
import type { Draw } from './draw';
import { madeEnterprises } from './enterprises';

/** A ledger without a quirk: 序号, name, perhaps code and township, land and tax. */
export function plainDraft(draw: Draw): Draft {
  const enterprises = madeEnterprises(draw);
  return {
    draw,
    enterprises,
    columns: plainColumns(draw),
    lines: enterprises.map(enterpriseLine),
    layout: 'one',
    ...{ above: [], below: [], underHeader: [], before: [], after: [], beside: [], under: [] },
    unitsAt: 'brackets',
    mergesHeader: true,
    offset: { rows: 0, columns: 0 },
    blankUnderHeader: 0,
    sheetName: draw.one(['台账', 'Sheet1', '明细', '企业清单', '2023年']),
    ...{ mustAsk: new Set<string>(), mayAsk: new Set<string>(), tells: new Set<string>() },
  };
}

function plainColumns(draw: Draw): DraftColumn[] {
  const code: DraftColumn = { key: 'code', header: ['统一社会信用代码'], cell: ({ code: own }) => own };
  const township: DraftColumn = { key: 'township', header: ['所属镇街'], cell: ({ township: own }) => own };
  return [
    { key: 'seq', header: ['序号'], cell: (_, index) => index + 1 },
    { key: 'name', header: ['企业名称'], cell: ({ name }) => name },
    ...(draw.chance(0.5) ? [code] : []),
    ...(draw.chance(0.6) ? [township] : []),
    { key: 'land', kind: 'land', header: ['用地面积'], unit: '亩', cell: ({ land }) => land, sums: true },
    { key: 'tax', kind: 'tax', header: ['实缴税收'], unit: '万元', cell: ({ tax }) => tax, sums: true },
  ];
}
