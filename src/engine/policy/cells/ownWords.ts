import { mapBases } from '../mapBases';
import type { Basis, PolicyPack } from '../pack';
import { allPacks } from '../packs';

/** How a line that is the workbook's own is told. */
const OWN_LINE = '本工作簿“政策全文”';

/**
 * A policy that a workbook's sheet says, with what its words may stand on. A line of a shipped policy that was edited does not stand
 * on the words written for another one; words of a shipped document under another title are said as that document's.
 */
export function withOwnWords(pack: PolicyPack): PolicyPack {
  const base = allPacks().find(({ id }) => id === pack.id);
  const edited = base ? mapBases(pack, editedFrom(base)) : pack;
  const documents = documentsOf(pack.title);
  return mapBases(edited, ({ basis }) => {
    if (basis.kind !== 'cited' || basis.citation.document !== undefined) return basis;
    const document = documents.get(citeKey(basis));
    return document === undefined ? basis : { ...basis, citation: { ...basis.citation, document } };
  });
}

type Grounded = { readonly basis: Basis };

function editedFrom(base: PolicyPack): (entry: Grounded) => Basis {
  const [entries, cites] = [new Set<string>(), new Set<string>()];
  mapBases(base, (entry) => {
    entries.add(asText(entry));
    cites.add(citeKey(entry.basis));
    return entry.basis;
  });
  return (entry) => {
    const { basis } = entry;
    if (basis.kind !== 'cited' || entries.has(asText(entry))) return basis;
    if (cites.has(citeKey(basis))) return { kind: 'assumed', assumption: `${OWN_LINE}修改` };
    const said = basis.assumption === undefined ? '' : `；${basis.assumption}`;
    return { ...basis, assumption: `${OWN_LINE}填写，未经核对${said}` };
  };
}

/** The titles of shipped documents by their words, but for words that a document of this title says itself. */
function documentsOf(title: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const packs = allPacks();
  const own = packs.filter((pack) => pack.title === title);
  for (const pack of [...packs.filter((other) => !own.includes(other)), ...own]) {
    mapBases(pack, ({ basis }) => {
      if (own.includes(pack)) found.delete(citeKey(basis));
      else if (basis.kind === 'cited') found.set(citeKey(basis), basis.citation.document ?? pack.title);
      return basis;
    });
  }
  return found;
}

function citeKey(basis: Basis): string {
  return basis.kind === 'cited' ? `${basis.citation.place}\n${basis.citation.quote}` : '';
}

function asText(entry: unknown): string {
  return JSON.stringify(entry, (_, value: unknown) =>
    value instanceof Map ? [...(value as Map<unknown, unknown>)] : value,
  );
}
