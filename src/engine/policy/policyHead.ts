import { cellText, type Cell } from '../ledger/cell';
import { parseDay, type Day } from '../quantity/day';
import { definedOnly } from '../column/definedOnly';
import type { Basis, PackRule, PackStatus, PackValue, PolicyPack } from './pack';

/** What a workbook says of the document itself; null where it says that there is none. */
export interface PolicyHead {
  readonly title?: string;
  readonly status?: PackStatus;
  readonly from?: Day | null;
  readonly until?: Day | null;
}

/** The lines of 政策参数 about the document. */
export const DOCUMENT_LINES = { title: '政策全称', status: '政策状态', from: '施行日期', until: '失效日期' } as const;
const STATUS_WORDS: Readonly<Record<PackStatus, string>> = { issued: '已印发', draft: '征求意见稿' };
/** How a line says that the document has no such day. */
const NONE = '无';

/** The lines about a document, name and value. */
export function headLines({ title, status, from, until }: PolicyPack): readonly (readonly [string, string])[] {
  return [
    [DOCUMENT_LINES.title, title],
    [DOCUMENT_LINES.status, STATUS_WORDS[status]],
    [DOCUMENT_LINES.from, from ?? NONE],
    [DOCUMENT_LINES.until, until ?? NONE],
  ];
}

/** Whether a name is that of a line about the document. */
export function isHeadLine(name: string): boolean {
  return Object.values<string>(DOCUMENT_LINES).includes(name);
}

/** What a line about the document says; undefined where its cell is neither a status nor a day. */
export function readHeadLine(name: string, cell: Cell): PolicyHead | undefined {
  const text = cellText(cell);
  if (name === DOCUMENT_LINES.title) return { title: String(cell).trim() };
  if (name === DOCUMENT_LINES.status) {
    const status = (['issued', 'draft'] as const).find((own) => STATUS_WORDS[own] === text);
    return status && { status };
  }
  const day = text === NONE ? null : typeof cell === 'string' || typeof cell === 'number' ? parseDay(cell) : undefined;
  if (day === undefined) return undefined;
  return name === DOCUMENT_LINES.from ? { from: day } : { until: day };
}

/**
 * A policy as a workbook names it. Under another title the words of the document it was made from are said as that document's
 * (据《…》), never as the new one's; lines of the workbook's own are not among them.
 */
export function withHead(pack: PolicyPack, base: PolicyPack, head: PolicyHead): PolicyPack {
  const { title = base.title, status = pack.status } = head;
  const { from: oldFrom, until: oldUntil, ...rest } = pack;
  const from = head.from === undefined ? oldFrom : (head.from ?? undefined);
  const until = head.until === undefined ? oldUntil : (head.until ?? undefined);
  const named = { ...rest, title, status, ...definedOnly({ from, until }) };
  return cellText(title) === cellText(base.title) ? named : { ...named, ...otherDocument(named, base) };
}

/** The rules and values of a policy with the words of another document said as that one's. */
function otherDocument(pack: PolicyPack, base: PolicyPack): Partial<PolicyPack> {
  const bases = new Set<Basis>([
    ...[...(base.tiers ?? []), ...(base.paths ?? [])].map(({ basis }) => basis),
    ...[...base.values.values()].flatMap(({ dated }) => dated.map(({ basis }) => basis)),
  ]);
  const said = (basis: Basis): Basis => {
    if (basis.kind !== 'cited' || basis.citation.document !== undefined || !bases.has(basis)) return basis;
    return { ...basis, citation: { ...basis.citation, document: base.title } };
  };
  const rule = (own: PackRule): PackRule => ({ ...own, basis: said(own.basis) });
  const value = (own: PackValue): PackValue => ({
    ...own,
    dated: own.dated.map((entry) => ({ ...entry, basis: said(entry.basis) })),
  });
  return {
    values: new Map([...pack.values].map(([name, own]) => [name, value(own)] as const)),
    ...definedOnly({ tiers: pack.tiers?.map(rule), paths: pack.paths?.map(rule) }),
  };
}

/** What a workbook says of the document otherwise than the policy it was made from, by the names of the lines. */
export function headChanges(
  base: PolicyPack,
  head: PolicyHead,
): readonly { name: string; before: string; after: string }[] {
  const after = headLines(withHead(base, base, head));
  return headLines(base).flatMap(([name, before], at) => {
    const now = after[at]?.[1] ?? before;
    return cellText(now) === cellText(before) ? [] : [{ name, before, after: now }];
  });
}
