import { DIGIT, PIXELS_PER_POINT } from '../../package/columnWidth';

/** A column's width in a file (digits) in screen pixels. */
export function pixelsOfWidth(width: number): number {
  return Math.round(width * DIGIT);
}

/** Screen pixels as a column's width in a file. */
export function widthOfPixels(pixels: number): number {
  return Math.round((pixels / DIGIT) * 100) / 100;
}

/** Screen pixels as points. */
export function pointsOfPixels(pixels: number): number {
  return Math.round((pixels / PIXELS_PER_POINT) * 100) / 100;
}

/** Points in screen pixels. */
export function pixelsOfPoints(points: number): number {
  return Math.round(points * PIXELS_PER_POINT * 100) / 100;
}
