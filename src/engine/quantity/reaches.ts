/**
 * How far adding up in another order may take an amount from a line: a billionth of it, or of 1 where it is smaller.
 * The only tolerance of comparisons: chances, tasks, 落后, ranks, limits of an allocation and the year's end all use it.
 */
export function noiseOf(line: number): number {
  return 1e-9 * Math.max(1, Math.abs(line));
}

/** Whether an amount reaches a line: 10.1 + 4.8 + 1.1 reaches 16. Nothing unknown reaches anything. */
export function reaches(amount: number, line: number): boolean {
  return amount >= line - noiseOf(line);
}

/** Whether an amount stays within a line. */
export function staysWithin(amount: number, line: number): boolean {
  return amount <= line + noiseOf(line);
}
