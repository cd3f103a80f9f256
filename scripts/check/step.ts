/** How one check ended; `said` is shown when it failed, `note` beside its name when it passed. */
export interface StepResult {
  readonly ok: boolean;
  readonly said: string;
  readonly note?: string;
}

/** One of the checks of `npm run check`; it starts once those named in `after` have passed. */
export interface Step {
  readonly name: string;
  readonly after?: readonly string[];
  run(): Promise<StepResult>;
}
