/** A value as JSON inside the one element of an XML part. */
export function xmlPart(element: string, namespace: string, value: unknown): string {
  const text = JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${element} xmlns="${namespace}">${text}</${element}>`;
}

/** Reads it back, whatever prefix another program gave the element; undefined where it is not what was written. */
export function readXmlPart(element: string, xml: string): unknown {
  const pattern = new RegExp(`<(?:[\\w-]+:)?${element}\\b[^>]*>([\\s\\S]*)</(?:[\\w-]+:)?${element}>`);
  const json = (pattern.exec(xml)?.[1] ?? '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}
