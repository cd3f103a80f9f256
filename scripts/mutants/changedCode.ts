import { readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { inRoot } from '../root';
import type { Change, Plan } from './plan';

const nothing = () => undefined;
const never = () => false;
const QUIET: ConstructorParameters<typeof Instrumenter>[0] = {
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
  ...{ isTraceEnabled: never, isDebugEnabled: never, isInfoEnabled: never },
  ...{ isWarnEnabled: never, isErrorEnabled: never, isFatalEnabled: never },
};

/** Every change of the files that is to be tried, and the code in which each can be switched on; words of a text are no behaviour. */
export async function changedCode(files: readonly string[]): Promise<Pick<Plan, 'changes' | 'code'>> {
  const given = files.map((name) => ({ name, mutate: true, content: readFileSync(inRoot(name), 'utf8') }));
  const options = { excludedMutations: ['StringLiteral'], ignorers: [], plugins: null };
  const { files: written, mutants } = await new Instrumenter(QUIET).instrument(given, options);
  const changes = mutants.filter(({ status }) => status !== 'Ignored');
  return {
    code: Object.fromEntries(written.map(({ name, content }) => [name, content])),
    changes: changes.map(({ id, fileName, location, mutatorName, replacement }): Change => {
      const { line, column } = location.start;
      const text = replacement.replace(/\s+/g, ' ').slice(0, 100);
      return { id, file: fileName, line: line + 1, column: column + 1, kind: mutatorName, text };
    }),
  };
}
