import { namespaceOf } from '../../../workbook/settingsXml';
import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { badArgument, notFound, refuse } from '../wire/hostError';
import { handle, type XmlScope } from './things';
import type { Definitions, HostWorld } from './world';

/** Custom XML parts of the package. */
export function customXmlTypes(world: HostWorld): Definitions {
  const { documents } = world;
  const only = ({ namespace }: XmlScope): Handle | null => {
    const [first, second] = documents.list(namespace);
    return first !== undefined && second === undefined ? handle('CustomXmlPart', first.id) : null;
  };
  const xmlOf = (id: string): string => documents.find(id)?.xml ?? notFound();
  return {
    CustomXmlPartCollection: {
      ...collection(world),
      methods: {
        ...collection(world).methods,
        Add: (_, args) => handle('CustomXmlPart', documents.add(wellFormed(args.text(0)))),
        GetByNamespace: (_, args) => handle('CustomXmlPartScopedCollection', { namespace: args.text(0) }),
      },
    },
    CustomXmlPartScopedCollection: {
      ...collection(world),
      methods: {
        ...collection(world).methods,
        GetOnlyItem: (scope) =>
          only(scope) ?? refuse('GeneralException', 'The collection does not hold exactly one part.'),
        GetOnlyItemOrNullObject: only,
      },
    },
    CustomXmlPart: {
      id: (id) => id,
      properties: { Id: (id) => id, NamespaceUri: (id) => namespaceOf(xmlOf(id)) },
      methods: {
        GetXml: xmlOf,
        SetXml: (id, args) => {
          xmlOf(id);
          documents.put(id, wellFormed(args.text(0)));
        },
        Delete: (id) => documents.remove(id),
      },
    },
  };
}

function collection({ documents }: HostWorld) {
  const find = (id: string): Handle | null => (documents.find(id) === undefined ? null : handle('CustomXmlPart', id));
  const item = (_: XmlScope, args: Args): Handle => find(args.text(0)) ?? notFound();
  return {
    items: ({ namespace }: XmlScope) => documents.list(namespace).map(({ id }) => handle('CustomXmlPart', id)),
    index: item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (_: XmlScope, args: Args) => find(args.text(0)),
      GetCount: ({ namespace }: XmlScope) => documents.list(namespace).length,
    },
  };
}

/** Excel refuses text that is no XML. */
function wellFormed(xml: string): string {
  const parsed = new DOMParser().parseFromString(xml, 'application/xml');
  return parsed.getElementsByTagName('parsererror').length === 0 ? xml : badArgument('xml');
}
