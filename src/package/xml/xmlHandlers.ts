/** Attribute values by the name as written; the object has no properties but those. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** An opening tag: `start` is the place of "<", `openEnd` the one after ">". */
export interface OpenTag {
  readonly name: string;
  readonly attributes: XmlAttributes;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
}

export interface XmlHandlers {
  readonly open: (tag: OpenTag) => void;
  /** `end` is the place after the closing ">". */
  readonly close: (name: string, end: number) => void;
  readonly text: (text: string) => void;
  /** May take whole elements by itself from the place of a "<" on, well-formed ones only; gives the place behind them. */
  readonly leap?: (start: number) => number;
}

/** How deep elements may lie in each other. */
export const DEEPEST = 256;
