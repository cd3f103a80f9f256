import { inExcel } from './run';

/** The texts of the XML parts of a namespace. */
export function customXml(namespace: string): Promise<readonly string[]> {
  return inExcel(async (context) => {
    const parts = await partsOf(context, namespace);
    const texts = parts.map((part) => part.getXml());
    await context.sync();
    return texts.map(({ value }) => value);
  });
}

/** Keeps one XML part of a namespace in place of those there are; undefined takes them away. */
export function putCustomXml(namespace: string, xml: string | undefined): Promise<void> {
  return inExcel(async (context) => {
    const [first, ...others] = await partsOf(context, namespace);
    for (const part of xml === undefined && first ? [first, ...others] : others) part.delete();
    if (xml !== undefined && first) first.setXml(xml);
    else if (xml !== undefined) context.workbook.customXmlParts.add(xml);
    await context.sync();
  });
}

async function partsOf(context: Excel.RequestContext, namespace: string): Promise<Excel.CustomXmlPart[]> {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace).load('items/id');
  await context.sync();
  return parts.items;
}
