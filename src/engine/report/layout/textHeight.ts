/** A line of 五号 type with its leading, in points. */
const LINE = 16;
const SIZE = 10.5;
/** Fonts may run wider than ours, and a cell keeps a little room at its sides. */
const [SURE, INSIDE] = [0.94, 6];
/** What may be parted: a word of letters and digits stays whole, and no line begins with a closing mark. */
const PIECE = /(?:[\u0000-\u001f!-\u2e7f]+|[^\u0000-\u2e7f])[，。、；：？！）》”』】]*| +/g;

const LAST_NARROW = 0x2e7f;
/** Sums of widths differ by less, in whatever order they are taken. */
const NOISE = 1e-6;

/** How wide a text is in points: Chinese characters are square, others half of it. */
function textWidth(text: string, size: number): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // The second half of a character beyond the first plane.
    if (code < 0xdc00 || code > 0xdfff) width += code <= LAST_NARROW ? size * 0.55 : size;
  }
  return width;
}

/** The lines that a text takes in so much room, broken as a spreadsheet breaks them; what is wider than a line is cut through. */
function linesOf(text: string, room: number, size: number): number {
  if (textWidth(text, size) < room - NOISE) return 1;
  let [lines, used] = [1, 0];
  for (const [piece] of text.matchAll(PIECE)) {
    const width = textWidth(piece, size);
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0];
    const whole = Math.max(0, Math.ceil(width / room) - 1);
    [lines, used] = [lines + whole, used + width - whole * room];
  }
  return lines;
}

/** The height in points that a text wrapped into a width takes; a little is left for fonts that run wider. */
export function textHeight(text: string, width: number, size = SIZE): number {
  const room = Math.max(size, width * SURE - INSIDE);
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line, room, size), 0);
  return Math.ceil(lines * LINE * (size / SIZE)) + 2;
}

/** The least whole width in points at which a text takes so many lines by `textHeight`. */
export function widthFor(text: string, lines = 1): number {
  // The last character of a line may have to go to the next one.
  const longest = textWidth(text, SIZE) / lines + (lines > 1 ? SIZE : 0);
  return Math.ceil((longest + INSIDE) / SURE);
}
