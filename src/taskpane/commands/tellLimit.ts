import { message, type PaneContext } from './context';

const LIMITS = { readOnly: 'bookReadOnly', oldFormat: 'bookOld' } as const;

/** Says of a workbook that cannot be written to as usual what it is, before anybody works on it; that it holds no ledger goes before. */
export function tellLimit({ port, store }: PaneContext): void {
  const { limit } = port;
  if (limit)
    store.update((state) => (state.message ? state : { ...state, message: message('warning', LIMITS[limit]) }));
}
