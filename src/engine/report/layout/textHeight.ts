/** A line of 五号 type with its leading, in points. */
const LINE = 16;
const SIZE = 10.5;

/** How wide a text is in points: Chinese characters are square, others half of it. */
function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += /[\u0000-\u2e7f]/.test(character) ? size * 0.55 : size;
  return width;
}

/** The height in points that a text wrapped into a width takes; a little is left for fonts that run wider. */
export function textHeight(text: string, width: number, size = SIZE): number {
  const room = Math.max(size, width * 0.94 - 6);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size) / room)), 0);
  return Math.ceil(lines * LINE * (size / SIZE)) + 2;
}
