import type { Step, StepResult } from './step';

/** Called when a step has ended, with the seconds it took; `undefined` for a step that could not start. */
export type Report = (step: Step, result: StepResult | undefined, seconds: number) => void;

/** Runs steps, at most `width` at a time, each after those it names; answers whether every one passed. */
export async function runSteps(steps: readonly Step[], width: number, report: Report): Promise<boolean> {
  const passed = new Map<string, boolean>();
  const waiting = [...steps];
  const next = (): Step | undefined => {
    const index = waiting.findIndex((step) => (step.after ?? []).every((name) => passed.has(name)));
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };
  const worker = async (): Promise<void> => {
    for (let step = next(); step !== undefined; step = next()) {
      passed.set(step.name, await runStep(step, passed, report));
    }
  };
  while (waiting.length > 0) {
    const before = waiting.length;
    await Promise.all(Array.from({ length: width }, worker));
    if (waiting.length === before)
      throw new Error(`steps wait for each other: ${waiting.map(({ name }) => name).join()}`);
  }
  return [...passed.values()].every(Boolean);
}

async function runStep(step: Step, passed: ReadonlyMap<string, boolean>, report: Report): Promise<boolean> {
  const startedAt = Date.now();
  const possible = (step.after ?? []).every((name) => passed.get(name) === true);
  const result = possible ? await settled(step) : undefined;
  report(step, result, (Date.now() - startedAt) / 1000);
  return result?.ok ?? false;
}

async function settled(step: Step): Promise<StepResult> {
  try {
    return await step.run();
  } catch (error) {
    return { ok: false, said: error instanceof Error ? error.message : String(error) };
  }
}
