import { create, parseDependencies } from 'mathjs';
import { useParser, type Parse } from './parser';

/** Has rules parsed by mathjs from now on, which is made when the first rule is: nobody who writes none waits for it. */
export function parseWithMathjs(): void {
  let made: Parse | undefined;
  useParser((text) => {
    made ??= create(parseDependencies ?? {}, {}).parse;
    return made(text);
  });
}
