/** A function's refusal: #N/A for something not given or not known, #VALUE! for input that cannot be used. */
export class FunctionFailure extends Error {
  constructor(
    readonly code: 'notAvailable' | 'invalidValue',
    message: string,
  ) {
    super(message);
    this.name = 'FunctionFailure';
  }
}

export function notAvailable(message: string): FunctionFailure {
  return new FunctionFailure('notAvailable', message);
}

export function invalid(message: string): FunctionFailure {
  return new FunctionFailure('invalidValue', message);
}
