import type { HostErrorCode } from './wire/hostError';

/**
 * States of a workbook in which Excel refuses calls: opened for reading only (or in Protected View), in the old format .xls,
 * shared in the old way (by a shared workbook, not by co-authoring), or with a cell being edited.
 */
export type BookState = (typeof BOOK_STATES)[number];

/** The usual state first. */
export const BOOK_STATES = ['plain', 'readonly', 'xls', 'shared', 'editing'] as const;

/** What an Excel knows: all that the workbench does, or only what Excel 2016 did, whatever it claims. */
export interface Knowledge {
  readonly state: BookState;
  readonly isOld: boolean;
}

/** Rows of a sheet in the old format. */
export const ROWS_OF_XLS = 65_536;

const READS = /^(?:_|Get|Notify|Activate$|Select$|Suspend|Calculate$|CreateWorkbook$|Open$)|Invocation/;

/** What a workbook that is shared in the old way does not take, by Microsoft's page on shared workbooks. */
const NOT_SHARED =
  /^(?:Worksheet\.Delete|Range\.(?:Merge|Unmerge)|DataValidation\..*|(?:Chart|Table)Collection\.Add|Worksheet?Protection\..*)$/;

/** Sets after ExcelApi 1.1: null objects (1.4), settings (1.4), XML parts (1.5), events of all sheets (1.9). */
const AFTER_2016 = /OrNullObject$|^(?:Setting|CustomXml)|^WorksheetCollection\._Register/;

/** Why a call, or the setting of a property, is refused. */
export function refusalOf({ state, isOld }: Knowledge, type: string, member: string): HostErrorCode | undefined {
  const call = `${type}.${member}`;
  if (isOld && AFTER_2016.test(call)) return 'ApiNotFound';
  if (state === 'readonly' && !READS.test(member)) return 'AccessDenied';
  if (state === 'shared' && NOT_SHARED.test(call)) return 'InvalidOperation';
  return undefined;
}
