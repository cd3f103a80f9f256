/** Looks of a chart's series that can be told apart on a black-and-white print. */

interface Fill {
  readonly colour: string;
  /** Absent: solid. */
  readonly pattern?: string;
}

const INK = '1F3864';
const FILLS: readonly Fill[] = [
  { colour: INK },
  { colour: '8FAADC' },
  { colour: INK, pattern: 'wdUpDiag' },
  { colour: 'FFFFFF' },
  { colour: INK, pattern: 'pct25' },
  { colour: INK, pattern: 'narHorz' },
];
const DASHES = ['solid', 'sysDash', 'sysDot', 'lgDash', 'dashDot', 'lgDashDot'];
const MARKERS = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const solid = (colour: string) => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;

/** A bar's fill, with an outline: the sixth and the first repeat after it. */
export function outlinedBar(index: number): string {
  const { colour, pattern } = at(FILLS, index);
  const fill =
    pattern === undefined
      ? solid(colour)
      : `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>`;
  return `<c:spPr>${fill}<a:ln w="9525">${solid(INK)}</a:ln></c:spPr>`;
}

/** A bar that is not drawn. */
export const NO_LOOK = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>';

/** A line's dashes and marks. */
export function lineLook(index: number): string {
  const line = `<c:spPr><a:ln w="22225" cap="rnd">${solid(INK)}<a:prstDash val="${at(DASHES, index)}"/><a:round/></a:ln></c:spPr>`;
  const mark = `<c:spPr>${solid(index % 2 === 0 ? INK : 'FFFFFF')}<a:ln w="9525">${solid(INK)}</a:ln></c:spPr>`;
  return `${line}<c:marker><c:symbol val="${at(MARKERS, index)}"/><c:size val="6"/>${mark}</c:marker>`;
}
