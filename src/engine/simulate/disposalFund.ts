/** Yearly fund for acquisitions in wanYuan: 0.5 % of the income from land, and what else is put in (model.md equation 11). */
export function disposalFund(landRevenue: number, other = 0): number {
  return landRevenue * 0.005 + other;
}
