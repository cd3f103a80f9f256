/** What turns the seeds of all random tests: 0 in `npm test`, another number in every round of `npm run soak`. */
const turn = Number(process.env['MUJUN_SEED'] ?? 0);

/** A random test's seed: its own in `npm test`, so that nothing hangs on luck, and a fresh one of 31 bits in a soak. */
export function seedOf(own: number): number {
  return turn === 0 ? own : (own + Math.imul(turn, 0x9e3779b1)) & 0x7fffffff;
}
