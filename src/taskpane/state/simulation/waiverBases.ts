import type { PolicyPack, WaiverBasis } from '../../../engine/index';

/**
 * The texts a waiver may rest on (domain/paths.md, Land-price waiver gate): 太仓's own while it is in force, for 太仓 alone;
 * else the national rule, which is known at second hand and shown so.
 */
export function waiverBases(pack: PolicyPack): WaiverBasis[] {
  return pack.id === TAICANG.packId ? [TAICANG, NATIONAL] : [NATIONAL];
}

const TAICANG: WaiverBasis = {
  packId: 'taicang-2023',
  title: '《太仓市推动存量空间自主更新推进载体高质量发展的指导意见(试行)》',
  clause: '三(五)',
  from: '2023-04-01',
  until: '2025-04-01',
  status: 'issued',
};

const NATIONAL: WaiverBasis = {
  packId: 'national-land-use',
  title: '国土部《节约集约利用土地规定》',
  clause: '',
  status: 'reported',
};
