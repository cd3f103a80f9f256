import { inflateSync } from 'node:zlib';

/** A rectangle that LibreOffice clips to, and the operators drawn inside it. */
const CLIPPED = /([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\s+W\*? n([\s\S]*?)(?=\bre\s+W\*? n|$)/g;
/** What covers more of the page's width is the page or its footer; what is higher is a run of columns, no cell. */
const [MOST_OF_A_PAGE, MOST_HEIGHT] = [0.8, 150];

/**
 * The texts of each page of a PDF by LibreOffice Calc that are cut, as the places of their cells: Calc clips a cell's text only where
 * it is larger than the cell. Needs nothing beside Node: streams are deflated.
 */
export function cutTexts(pdf: Uint8Array | undefined): string[][] {
  if (!pdf) throw new Error('LibreOffice printed nothing');
  return pageStreams(pdf).map((stream) => {
    const clips = [...stream.matchAll(CLIPPED)].map(([, x, y, width, height, inside = '']) => ({
      ...{ x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
      hasText: /\bT[jJ]\b/.test(inside),
    }));
    const page = Math.max(...clips.map(({ width }) => width));
    return clips
      .filter(({ width, height, hasText }) => hasText && height < MOST_HEIGHT && width < page * MOST_OF_A_PAGE)
      .map(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' '));
  });
}

/** The drawings of the pages, in order: of all streams, those that show text. */
function pageStreams(pdf: Uint8Array): string[] {
  const text = Buffer.from(pdf).toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap((match) => {
    const start = match.index + match[0].length;
    const stream = inflated(pdf.subarray(start, text.indexOf('endstream', start)));
    return / re\s+W\*? n/.test(stream) && /\bBT\b/.test(stream) ? [stream] : [];
  });
}

function inflated(bytes: Uint8Array): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
