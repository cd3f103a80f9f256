/** What the pane's frame and the workbench agree on. Both are of one origin. */

/** The messages of the wire protocol, as text. */
export interface RichMessage {
  readonly rich: string;
}

/** Events of the older document API that the pane may listen to; the numbers are the client's. */
export const DOCUMENT_EVENT = { selectionChanged: 2 } as const;

/** An event of the older document API. */
export interface DocumentEventMessage {
  readonly documentEvent: number;
}

/** What the pane's frame asks of the workbench at once, on `parent.mujunHost`. */
export interface PaneHostDoor {
  readonly documentUrl: () => string;
  /** What this host says it runs on, as Office.context.platform gives it. */
  readonly platform: () => string;
  /** The application that it is, as office.js names it. */
  readonly app: () => 'Excel' | 'Word';
  /** Whether the workbook is open for reading only. */
  readonly readOnly: () => boolean;
  /** What this host claims to be able to do: the version of each requirement set. */
  readonly requirements: () => Readonly<Record<string, string>>;
  /** Colours as numbers, 0xRRGGBB. */
  readonly theme: () => Readonly<Record<string, number>>;
  readonly readSettings: () => Readonly<Record<string, string>>;
  readonly writeSettings: (settings: Readonly<Record<string, string>>) => void;
  /** Saves the workbook and gives a handle and the number of bytes. */
  readonly openCopy: () => { readonly handle: number; readonly size: number };
  readonly readCopy: (handle: number, from: { readonly offset: number; readonly length: number }) => Uint8Array | null;
  readonly closeCopy: (handle: number) => void;
}
