/** The spreadsheet refused a call; `code` is its own name for the reason ("ItemNotFound"). */
export class PortError extends Error {
  override readonly name = 'PortError';

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
