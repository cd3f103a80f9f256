import { SaxesParser } from 'saxes';

/** One element of an XML file: its name as written, its attributes, its own text, and the names of its ancestors. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly path: string;
}

/** Lists the elements of an XML text in the order they end. */
export function xmlElements(xml: string): readonly XmlElement[] {
  const ended: XmlElement[] = [];
  const open: { name: string; attributes: Record<string, string>; text: string; path: string }[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '', path: [...open.map((parent) => parent.name), name].join('/') });
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) ended.push(element);
  });
  parser.write(xml).close();
  return ended;
}
