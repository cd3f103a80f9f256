/** How many parcels stand higher, and how many lower, under one scenario than under another; those that have left are neither. */
export function tierMoves(from: Int8Array, to: Int8Array): { readonly up: number; readonly down: number } {
  let [up, down] = [0, 0];
  for (let row = 0; row < from.length; row++) {
    const [before, after] = [from[row] ?? -1, to[row] ?? -1];
    if (before < 0 || after < 0) continue;
    if (after > before) up++;
    else if (after < before) down++;
  }
  return { up, down };
}
