import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Day } from '../../../src/engine/quantity/day';
import { judgeWaiver, type WaiverBasis } from '../../../src/engine/simulate/waiverGate';

type Cell = number | '是' | '否' | '缺';

interface GoldenCase {
  readonly name: string;
  readonly parcel: Readonly<Record<'工业用地' | '用途不变' | '现容积率' | '拟建容积率' | '规划上限' | '地下', Cell>>;
  readonly basis: '太仓' | '国家' | '草案' | '无';
  readonly day: string;
  readonly answer: string;
  readonly missing?: readonly string[];
}

const golden = parse(readFileSync(new URL('waiverGate.golden.yaml', import.meta.url), 'utf8')) as GoldenCase[];

const taicang: WaiverBasis = {
  packId: 'taicang-2023',
  title: '太仓市推动存量空间自主更新推进载体高质量发展的指导意见(试行)',
  clause: '三(五)',
  from: '2023-04-01',
  until: '2025-04-01',
  status: 'issued',
};

const bases: Record<GoldenCase['basis'], WaiverBasis | undefined> = {
  太仓: taicang,
  国家: { packId: 'national-land-use', title: '节约集约利用土地规定', clause: '请核对条号', status: 'reported' },
  草案: { ...taicang, status: 'draft' },
  无: undefined,
};

function numberOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  return { 是: 1, 否: 0, 缺: NaN }[cell];
}

describe('地价免收资格', () => {
  it.each(golden)('$name', ({ parcel, basis: basisName, day, answer, missing = [] }) => {
    const basis = bases[basisName];
    const judged = judgeWaiver({
      isIndustrialCarrier: numberOf(parcel.工业用地),
      useUnchanged: numberOf(parcel.用途不变),
      plotRatio: numberOf(parcel.现容积率),
      proposedPlotRatio: numberOf(parcel.拟建容积率),
      plannedPlotRatio: numberOf(parcel.规划上限),
      undergroundAreaAdded: numberOf(parcel.地下),
      ...(basis && { basis }),
      decisionDay: day as Day,
    });
    expect(judged).toEqual(
      answer === '可以' ? { eligible: true, basis } : { eligible: false, reason: answer, missing },
    );
  });

  it('treats a field that is left out as unknown', () => {
    const judged = judgeWaiver({ basis: taicang, decisionDay: '2024-06-30' as Day });
    expect(judged).toEqual({
      eligible: false,
      reason: 'inputUnknown',
      missing: [
        'isIndustrialCarrier',
        'useUnchanged',
        'proposedPlotRatio',
        'plannedPlotRatio',
        'plotRatio',
        'undergroundAreaAdded',
      ],
    });
  });
});
