import type { Book } from '../../book/book';
import type { DocumentParts } from '../../../workbook/documentParts';
import type { EventTargets } from '../eventTargets';
import type { Definition } from '../wire/definition';
import type { Things } from './things';

/** One result of the custom-functions runtime: id, whether it succeeded, value or message, error code. */
export type InvocationResult = readonly [id: number, ok: boolean, value: unknown, code?: number];

/** Everything the Office types are answered from. */
export interface HostWorld {
  readonly book: Book;
  readonly documents: DocumentParts;
  readonly events: EventTargets;
  /** The file's name. */
  readonly fileName: () => string;
  /** The rows of a sheet. */
  readonly mostRows: number;
  /** Opens the bytes of another workbook, if the person agrees. */
  readonly openWorkbook: (base64: string) => void;
  readonly functionsReady: () => void;
  readonly functionResults: (results: readonly InvocationResult[]) => void;
  readonly releaseReference: (id: string) => void;
}

/** Definitions of some of the Office types. */
export type Definitions = { readonly [K in keyof Things]?: Definition<Things[K]> };
