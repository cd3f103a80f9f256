import { runTool } from './run-tool';
import type { StepResult } from './step';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly error: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** The import table of ARCHITECTURE.md; a cruise that read nothing (a compiler it cannot use) is a failure, not a pass. */
export async function checkImports(): Promise<StepResult> {
  const { out, said } = await runTool(
    'dependency-cruiser/bin/dependency-cruise.mjs',
    ...['src', 'scripts', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  );
  if (!out.startsWith('{')) return { ok: false, said };
  const { summary } = JSON.parse(out) as Cruise;
  const lines = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  const read = `${summary.totalCruised} modules`;
  return { ok: summary.totalCruised > 0 && summary.error === 0, said: [read, ...lines].join('\n'), note: read };
}
