import { isOwnName } from '../../../model/reading/ownSheet';
import { otherYears } from '../../../model/pastYears/otherYears';
import type { PastWork } from '../../../runs/pastYears';
import { usePane, usePaneState } from '../../paneContext';
import { Choice } from '../../widgets/Choice';
import { usePast } from './usePast';

/** What the workbook itself has of earlier years: other years of the open ledger, and sheets that neither hold it nor are ours. */
export function OwnSheets() {
  const { commands } = usePane();
  const { t } = usePast();
  const sheets = usePaneState((state) => state.sheets);
  const source = usePaneState((state) => state.source);
  const ours = usePaneState(({ policyWork }) => policyWork.sheetIds);
  const own = new Set([...ours, ...(source?.pieces ?? []).map(({ contents }) => contents.sheet.id)]);
  const others = sheets.filter(({ id, name, visible }) => visible && !own.has(id) && !isOwnName(name));
  const headers = usePaneState(({ understanding }) => understanding?.mapping.headers);
  const choices = usePaneState((state) => state.choices);
  const years = source && headers ? otherYears(source, headers, choices).map(({ year }) => year) : [];
  if (others.length + years.length === 0) return null;
  const ofYears = t('pastOtherYears', { years: years.map(String).join('、') });
  const offered: readonly { readonly text: string; readonly work: PastWork }[] = [
    ...(years.length > 0 ? [{ text: ofYears, work: { kind: 'otherYears' } as const }] : []),
    ...others.map(({ id, name }) => ({ text: name, work: { kind: 'sheet', id } as const })),
  ];
  return (
    <Choice
      label={t('pastSheetChoice')}
      orientation="vertical"
      value=""
      options={[
        { value: '', text: t('pastSheetNone') },
        ...offered.map(({ text }, at) => ({ value: String(at), text })),
      ]}
      onChange={(at) => {
        const chosen = offered[Number(at)];
        if (at !== '' && chosen) void commands.pastWork.run(chosen.work);
      }}
    />
  );
}
