import type { Language } from '../../text/language';
import { paneText, type PaneCode } from '../../text/pane';
import { reasonOf } from '../../text/workbookReasons';
import type { Message } from '../state/paneState';
import type { Act } from './journal';

/** Messages of a command that did not come to its end. Each says so; most say that the workbook is as it was. */
const BROKEN_OFF: ReadonlySet<PaneCode> = new Set<PaneCode>([
  ...([
    'excelRefused',
    'unexpected',
    'cellEdit',
    'writeFailed',
    'writeLeftBehind',
    'occupied',
    'protectedSheet',
  ] as const),
  ...(['inTable', 'changedCell', 'changedMeanwhile', 'changedSince', 'formulaRefused', 'formulaDiffers'] as const),
  ...(['formulaByUnits', 'undoFailed', 'undoEdited', 'readFailed', 'sheetGone', 'rangeTooLarge', 'stopped'] as const),
]);
const WORDS = {
  wrote: 'actWrote',
  tookBack: 'actTookBack',
  left: 'actLeft',
  name: 'actName',
  choice: 'actChoice',
  record: 'actRecord',
} as const satisfies Record<Act['kind'], PaneCode>;

/** What a command that broke off has changed before: its message names that in place of saying that nothing changed. */
export function toldInPart(
  told: Message,
  acts: readonly Act[],
  { language, canUndo }: { readonly language: Language; readonly canUndo: boolean },
): Message {
  if (!BROKEN_OFF.has(told.code) || acts.length === 0) return told;
  const t = paneText(language);
  const said = (code: PaneCode, some: readonly Act[]) => {
    const words = new Set(some.map(({ kind, of }) => t(WORDS[kind], { of })));
    return words.size === 0 ? '' : t(code, { acts: [...words].join('、') });
  };
  const undo = canUndo && acts.some(({ kind, isSure }) => kind === 'wrote' && isSure);
  const values = {
    done: said(
      'partDone',
      acts.filter(({ isSure }) => isSure),
    ),
    maybe: said(
      'partUnanswered',
      acts.filter(({ isSure }) => !isSure),
    ),
    why: whyOf(told, language),
    undo: undo ? t('partUndo') : '',
  };
  return { intent: told.intent === 'info' ? 'warning' : told.intent, code: 'doneInPart', values };
}

/** Why it broke off, without what the message says of the workbook. */
function whyOf({ code, values }: Message, language: Language): string {
  const reason = values['reason'] ?? values['detail'];
  if (code === 'unexpected') return `${String(reason)}。`;
  return reason === undefined ? paneText(language)(code, values) : reasonOf(String(reason), language);
}
