/** Milliseconds of work before the page may answer. */
const SLICE = 30;

/** Gives what long work calls at every step: it waits a moment whenever the page has had to wait long enough. */
export function breathing(): () => Promise<void> | undefined {
  let ends = performance.now() + SLICE;
  return () => {
    if (performance.now() < ends) return undefined;
    return new Promise<void>((resume) => setTimeout(resume)).then(() => {
      ends = performance.now() + SLICE;
    });
  };
}

/** Drives work in steps to its end; the page answers meanwhile. */
export async function inBreaths<Result>(steps: Generator<undefined, Result>): Promise<Result> {
  const breath = breathing();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await breath();
  }
}
