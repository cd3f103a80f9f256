/** How many random cases: a few in every run of the tests, all of them in `npm run differential`. */
export function sampleOf(few: number, all: number): number {
  return process.env['MUJUN_DIFFERENTIAL_ROWS'] === undefined ? few : all;
}
