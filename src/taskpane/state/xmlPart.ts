/** A value as JSON inside the one element of an XML part. */
export function xmlPart(element: string, namespace: string, value: unknown): string {
  const text = JSON.stringify(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${element} xmlns="${namespace}">${text}</${element}>`;
}

/** Reads it back, whatever prefix another program gave the element; undefined where it is not what was written. */
export function readXmlPart(element: string, xml: string): unknown {
  const json = textOf(element, xml)
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

/** What stands between the element's tags, '' where it has none. Each sign is looked at a fixed number of times, whoever wrote it. */
function textOf(element: string, xml: string): string {
  const open = new RegExp(`<(?:[\\w-]{1,60}:)?${element}(?=[\\s>])`).exec(xml);
  const from = open ? xml.indexOf('>', open.index) + 1 : 0;
  const to = xml.lastIndexOf('</');
  const isClosed = new RegExp(`^</(?:[\\w-]{1,60}:)?${element}\\s*>`).test(xml.slice(to, to + 200));
  return from > 0 && to >= from && isClosed ? xml.slice(from, to) : '';
}
