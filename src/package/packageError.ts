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
  | 'textTooLong'
  | 'badChange';

/** What can be too large. */
export type SizeUnit = 'bytes' | 'cells' | 'elements' | 'characters';

/** Where it went wrong and by how much: `limit` and `found` are entries, a ratio, or of `unit`, as the code says. */
export interface PackageErrorDetails {
  /** The part or entry ("xl/worksheets/sheet1.xml"); of 'notWorkbook' it is absent. */
  readonly part?: string;
  /** What a size is counted in; present with 'tooLarge'. */
  readonly unit?: SizeUnit;
  readonly limit?: number;
  readonly found?: number;
  /** For developers and logs, in English; never shown alone to a user. */
  readonly reason?: string;
  /** The name of the sheet it is about. */
  readonly sheet?: string;
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
