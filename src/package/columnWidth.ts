/** Pixels of a digit of the default font, in which Excel measures columns. */
export const DIGIT = 7;
/** Screen pixels in a point. */
export const PIXELS_PER_POINT = 4 / 3;

/** A column's width in points as a file holds it (digits). */
export function widthOfPoints(points: number): number {
  return Math.round(((points * PIXELS_PER_POINT) / DIGIT) * 100) / 100;
}
