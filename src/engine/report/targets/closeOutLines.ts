import { numberAt, textAt } from '../../column/verbs';
import { readDate } from '../../ledger/date';
import { type Rows, cellText } from '../../ledger/cell';
import type { HeaderMatch } from '../../ledger/matchHeaders';
import { readLedger } from '../../ledger/readLedger';
import type { CloseOutLine } from './closeOutSheet';

const HAZARDS = [
  { field: 'environmentHazard', word: '环保' },
  { field: 'safetyHazard', word: '安全' },
  { field: 'fireHazard', word: '消防' },
] as const;
const WORDS = ['disposalMethod', 'progress'] as const;

/** What the close-out list says of each data row: problems, measure, deadline and progress, as the ledger has them. */
export function closeOutLines(headers: HeaderMatch, rows: Rows): CloseOutLine[] {
  const fields = [...HAZARDS.map(({ field }) => field), 'illegalArea', ...WORDS];
  const ledger = readLedger(headers, rows, { fields, zeroIsBlank: false });
  const deadline = headers.byField.get('deadline')?.column;
  const word = (field: string, row: number) => textAt(ledger, field, row) ?? '';
  return ledger.kinds.flatMap((kind, row): CloseOutLine[] => {
    if (kind !== 'data') return [];
    const cell = deadline === undefined ? '' : rows[row]?.[deadline];
    const date = readDate(cell);
    const isIllegal = numberAt(ledger, 'illegalArea', row) > 0;
    return [
      {
        row,
        problems: [
          ...HAZARDS.filter(({ field }) => word(field, row) === '是').map((hazard) => hazard.word),
          ...(isIllegal ? ['违建'] : []),
        ],
        measure: word('disposalMethod', row),
        progress: word('progress', row),
        deadline: date.kind === 'value' ? date.value.day : undefined,
        deadlineText: date.kind === 'unreadable' ? cellText(cell) : '',
      },
    ];
  });
}
