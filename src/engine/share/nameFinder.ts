/** A text as it is compared: sign by sign half width, capitals, one kind of brackets, blanks and unseen signs gone. */
interface PlainView {
  readonly text: string;
  /** Where a sign of `text` comes from; behind the last, the end. */
  readonly from: (at: number) => number | undefined;
}

const OPEN = /[（【〔〈［[{「『《]/;
const CLOSE = /[）】〕〉］\]}」』》]/;
const UNSEEN = /[\s\p{Cf}_*＊·•・]/u;
/** Most names and words are plain as they stand. */
const PLAIN = /^[A-Z\d.\u4e00-\u9fff]*$/;

/** A name for comparing, in any of its spellings. */
export function plainName(name: string): string {
  return viewOf(name).text;
}

function viewOf(original: string): PlainView {
  return PLAIN.test(original) ? { text: original, from: (at) => at } : viewBySigns(original);
}

function viewBySigns(original: string): PlainView {
  let text = '';
  const from: number[] = [];
  let at = 0;
  for (const sign of original) {
    const plain = OPEN.test(sign)
      ? '('
      : CLOSE.test(sign)
        ? ')'
        : UNSEEN.test(sign)
          ? ''
          : sign.normalize('NFKC').toUpperCase();
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    text += plain;
    at += sign.length;
  }
  from.push(original.length);
  return { text, from: (place) => from[place] };
}

interface Known {
  readonly plain: string;
  readonly mask: string;
}

const DIGIT = /\d/;

/** Finds any of many names inside a text, however it is spelled there, the longest first. */
export class NameFinder {
  private readonly byStart = new Map<string, Known[]>();

  constructor(names: ReadonlyMap<string, string>) {
    const known = [...names].map(([plain, mask]): Known => ({ plain, mask }));
    for (const one of known.toSorted((a, b) => b.plain.length - a.plain.length)) {
      const start = one.plain.slice(0, 2);
      const list = this.byStart.get(start);
      if (list) list.push(one);
      else this.byStart.set(start, [one]);
    }
  }

  masked(original: string): string {
    if (this.byStart.size === 0 || original.length < 2) return original;
    const { text, from } = viewOf(original);
    let result = '';
    let copied = 0;
    for (let at = 0; at < text.length;) {
      const found = this.byStart.get(text.slice(at, at + 2))?.find(({ plain }) => standsAt(text, at, plain));
      if (!found) at += 1;
      else {
        const end = from(at + found.plain.length) ?? original.length;
        // 企业0002 before 1号 would read as another mask.
        const gap = DIGIT.test(found.mask.at(-1) ?? '') && DIGIT.test(text.charAt(at + found.plain.length)) ? ' ' : '';
        result += original.slice(copied, from(at)) + found.mask + gap;
        copied = end;
        at += found.plain.length;
      }
    }
    return copied === 0 ? original : result + original.slice(copied);
  }
}

const EDGE = /^[\dA-Z.].*[\dA-Z.]$|^[\dA-Z]$/;

/** From this length on a code is in no other one by chance. */
const CODE = 10;

/** Numbers and short codes stand by themselves: 1234.5 is not in 11234.56. */
function standsAt(text: string, at: number, plain: string): boolean {
  if (!text.startsWith(plain, at)) return false;
  if (plain.length >= CODE || !EDGE.test(plain)) return true;
  return !/[\dA-Z.]/.test(text.charAt(at - 1)) && !/[\dA-Z]/.test(text.charAt(at + plain.length));
}
