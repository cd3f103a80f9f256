/** Why a file cannot be opened or saved; closed, so that every code has its sentence in src/text. */
export type PackageErrorCode =
  | 'notAFile'
  | 'encrypted'
  | 'legacyXls'
  | 'notZip'
  | 'notWorkbook'
  | 'damaged'
  | 'tooManyEntries'
  | 'tooLarge'
  | 'ratioTooHigh'
  | 'dtd'
  | 'badChange';

/** Where it went wrong and by how much: `limit` and `found` are bytes, entries, cells or a ratio, as the code says. */
export interface PackageErrorDetails {
  /** The part or entry ("xl/worksheets/sheet1.xml"); of 'notWorkbook' it is absent. */
  readonly part?: string;
  readonly limit?: number;
  readonly found?: number;
  /** For developers and logs, in English; never shown alone to a user. */
  readonly reason?: string;
}

/** The only thing opening and saving a package throws for a file's sake. */
export class PackageError extends Error {
  constructor(
    readonly code: PackageErrorCode,
    readonly details: PackageErrorDetails = {},
  ) {
    super(`package ${code}: ${JSON.stringify(details)}`);
    this.name = 'PackageError';
  }
}
