import type { PartReader } from './partReader';

/** Where a package lists the type of each part. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** The content type of a part: its own, else that of its extension, else "". */
export function contentTypeOf(parts: PartReader, path: string): string {
  if (!parts.has(CONTENT_TYPES)) return '';
  const { children } = parts.tree(CONTENT_TYPES);
  const own = children.find(({ attributes }) => attributes['PartName']?.toLowerCase() === `/${path.toLowerCase()}`);
  if (own) return own.attributes['ContentType'] ?? '';
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return (
    children.find(({ attributes }) => attributes['Extension']?.toLowerCase() === extension)?.attributes[
      'ContentType'
    ] ?? ''
  );
}
