import { create, parseDependencies } from 'mathjs';
import { useParser } from './parser';

/** Has rules parsed by mathjs from now on. */
export function parseWithMathjs(): void {
  useParser(create(parseDependencies ?? {}, {}).parse);
}
