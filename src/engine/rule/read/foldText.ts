/** A text in half width with one spelling of blanks, and where each of its signs stands in the text as written. */
export interface FoldedText {
  readonly text: string;
  /** One place more than `text` has signs: the last is the end of the text as written. */
  readonly places: readonly number[];
}

/** Brings a text to half width, sign by sign, so that every place can be told in the text as written. */
export function foldText(written: string): FoldedText {
  const places: number[] = [];
  let text = '';
  let at = 0;
  for (const sign of written) {
    const plain = foldSign(sign);
    for (let length = plain.length; length > 0; length--) places.push(at);
    text += plain;
    at += sign.length;
  }
  return { text, places: [...places, at] };
}

/** ５ is 5 and ㎡ is m2, but ② and ² are no digits: 10² is not 102. */
function foldSign(sign: string): string {
  if (/[\s\u200b\ufeff]/.test(sign)) return ' ';
  if (/[“”„]/.test(sign)) return '"';
  const plain = sign.normalize('NFKC');
  return /^\d/.test(plain) && !/^[\d\uff10-\uff19]$/.test(sign) ? sign : plain;
}
