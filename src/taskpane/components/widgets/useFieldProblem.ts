import { useEffect, useId } from 'react';
import { usePane } from '../paneContext';

/** Keeps a run from starting while a field on the screen holds what cannot be taken; its reason stands beside it. */
export function useFieldProblem(problem: string | undefined): void {
  const { commands } = usePane();
  const id = useId();
  const isWrong = problem !== undefined;
  useEffect(() => {
    if (!isWrong) return undefined;
    void commands.markField.run({ id, isWrong: true });
    return () => void commands.markField.run({ id, isWrong: false });
  }, [commands, id, isWrong]);
}
