/** Years, with a fraction, until the running sum of a flow that begins negative reaches zero; null if it does not. */
export function paybackOf(flow: readonly number[]): number | null {
  let sum = 0;
  for (const [year, amount] of flow.entries()) {
    if (sum < 0 && sum + amount >= 0) return year - 1 - sum / amount;
    sum += amount;
  }
  return null;
}
