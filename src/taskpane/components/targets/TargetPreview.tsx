import { useMemo } from 'react';
import { targetSheet } from '../../../engine/report/index';
import { targetInputOf } from '../../plans/targets/targetInputOf';
import { usePane, usePaneState } from '../paneContext';
import { SheetPreview } from './SheetPreview';

/** The target sheet of the split chosen, as it will print. */
export function TargetPreview() {
  const { thisYear } = usePane();
  const state = usePaneState((now) => now);
  const model = useMemo(() => {
    const input = targetInputOf(state, { thisYear: thisYear(), version: 1, issued: false });
    return input && targetSheet(input);
  }, [state, thisYear]);
  return model ? <SheetPreview model={model} /> : null;
}
