/** How many bytes a text takes on its way. */
export function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
