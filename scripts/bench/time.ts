/** Runs work several times and gives the best time in milliseconds: the least disturbed run says most on a shared machine. */
export function bestOf(runs: number, work: () => unknown): number {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** One line of the benchmark: our time beside a peer's, and their ratio; both were measured in this run. */
export function sideBySide(
  job: string,
  rows: number,
  ours: number,
  peer: { name: string; ms: number; rows: number },
): string {
  const perRow = (ours * 1e6) / rows;
  const peerPerRow = (peer.ms * 1e6) / peer.rows;
  const ratio = (peerPerRow / perRow).toFixed(1);
  return `${job}: ours ${perRow.toFixed(1)} ns/row (${ours.toFixed(1)} ms), ${peer.name} ${peerPerRow.toFixed(1)} ns/row; ${ratio}x`;
}
