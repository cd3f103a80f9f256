/** Long work on a file in steps: whoever drives it may do other things between them. */
export type Steps<Result> = Generator<undefined, Result>;

/** Drives work to its end at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
