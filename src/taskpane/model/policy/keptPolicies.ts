import { PackError, reading } from '../../../engine/policy/index';
import { POLICIES_NAMESPACE, type KeptPolicy, type OwnPolicy } from '../../state/ownPolicies';
import { readXmlPart, xmlPart } from '../../state/xmlPart';

/** What is kept, as the XML part; undefined where there is nothing to keep. */
export function policiesXml(own: readonly OwnPolicy[]): string | undefined {
  return own.length === 0
    ? undefined
    : xmlPart(
        'policies',
        POLICIES_NAMESPACE,
        own.map(({ kept }) => kept),
      );
}

/** The policies of a part, and why the others cannot be used; a part that is not ours holds none. */
export function policiesOfXml(xml: string): {
  readonly own: readonly OwnPolicy[];
  readonly broken: readonly PackError[];
} {
  const stored = readXmlPart('policies', xml);
  const read = (Array.isArray(stored) ? stored : []).flatMap((entry: unknown) =>
    isKept(entry) ? [opened(entry)] : [],
  );
  return {
    own: read.filter((one): one is OwnPolicy => !(one instanceof PackError)),
    broken: read.filter((one) => one instanceof PackError),
  };
}

function opened(kept: KeptPolicy): OwnPolicy | PackError {
  try {
    const { loadOwnPolicy, wholePolicyOf } = reading();
    return { pack: 'folder' in kept ? loadOwnPolicy(kept.folder) : wholePolicyOf(kept.cells), kept };
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
}

function isKept(entry: unknown): entry is KeptPolicy {
  if (typeof entry !== 'object' || entry === null) return false;
  const { folder, cells } = entry as { readonly folder?: unknown; readonly cells?: unknown };
  if (Array.isArray(cells)) return cells.every((row) => Array.isArray(row) && row.every(isCell));
  if (typeof folder !== 'object' || folder === null || !('pack' in folder)) return false;
  return Object.values(folder).every((text) => typeof text === 'string');
}

function isCell(cell: unknown): boolean {
  return cell === null || ['string', 'number', 'boolean'].includes(typeof cell);
}
