import { runTool } from './run-tool';
import type { StepResult } from './step';

interface Size {
  readonly name: string;
  readonly size: number;
  readonly sizeLimit?: number;
}

/** The budgets of .size-limit.json, gzipped; the sizes are printed even when they pass. */
export async function checkSize(): Promise<StepResult> {
  const { ok, out, said } = await runTool('size-limit/bin.js', '--json');
  if (!out.trimStart().startsWith('[')) return { ok: false, said };
  const lines = (JSON.parse(out) as readonly Size[]).map(
    ({ name, size, sizeLimit }) => `${name} ${kilobytes(size)} of ${kilobytes(sizeLimit ?? NaN)}`,
  );
  return { ok, said: lines.join('\n'), note: lines.join(', ') };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
