/** A value as an XML part: JSON inside one element of a namespace of ours. */
export function jsonXml(element: string, namespace: string, value: unknown): string {
  const text = JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${element} xmlns="${namespace}">${text}</${element}>`;
}

/** Reads it back, whatever prefix another program gave the element; undefined where there is no JSON in it. */
export function jsonOfXml(element: string, xml: string): unknown {
  const pattern = new RegExp(String.raw`<(?:[\w-]+:)?${element}\b[^>]*>([\s\S]*)</(?:[\w-]+:)?${element}>`);
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
