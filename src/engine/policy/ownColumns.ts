import { definedOnly } from '../column/definedOnly';
import { ownFieldId } from '../ledger/ownField';
import type { PackFile } from './schema';

/** A file whose fields name the columns that the policy brings along by what those are. */
export function withOwnFields(file: PackFile): PackFile {
  const { columns = {}, fields } = file;
  const ids = new Map(
    Object.entries(columns).map(([name, column]) => [name, ownFieldId({ name, ...definedOnly(column) })] as const),
  );
  const named = Object.entries(fields).map(
    ([name, field]) => [name, { ...field, field: ids.get(field.field) ?? field.field }] as const,
  );
  return { ...file, fields: Object.fromEntries(named) };
}
