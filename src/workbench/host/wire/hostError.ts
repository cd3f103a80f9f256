/** Codes of Excel's own errors that this host answers with. */
export type HostErrorCode =
  | 'AccessDenied'
  | 'ApiNotFound'
  | 'GeneralException'
  | 'InvalidArgument'
  | 'InvalidObjectPath'
  | 'InvalidOperation'
  | 'ItemAlreadyExists'
  | 'ItemNotFound'
  | 'NotImplemented'
  | 'UnsupportedOperation';

/** A refusal that reaches the add-in as an OfficeExtension.Error of the same code. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

/** Stops the batch with the given code. */
export function refuse(code: HostErrorCode, message: string): never {
  throw new HostError(code, message);
}

/** Excel's answer where a sheet, a table or a name does not exist. */
export function notFound(): never {
  return refuse('ItemNotFound', "The requested resource doesn't exist.");
}

/** Excel's answer to a missing or wrong argument; `what` names it. */
export function badArgument(what: string): never {
  return refuse('InvalidArgument', `The argument is invalid or missing or has an incorrect format. (${what})`);
}
