import { Handle } from './handle';
import { badArgument } from './hostError';

/** The arguments of one call, read with the type a method expects; a wrong one answers InvalidArgument. */
export class Args {
  constructor(private readonly list: readonly unknown[]) {}

  /** The argument as it came: plain JSON or a handle. */
  raw(index: number): unknown {
    return this.list[index];
  }

  /** Whether the argument was left out or is null. */
  missing(index: number): boolean {
    return this.list[index] === undefined || this.list[index] === null;
  }

  text(index: number): string {
    const value = this.list[index];
    return typeof value === 'string' ? value : badArgument(`argument ${index + 1}`);
  }

  optionalText(index: number): string | undefined {
    return this.missing(index) ? undefined : this.text(index);
  }

  number(index: number): number {
    const value = this.list[index];
    return typeof value === 'number' && Number.isFinite(value) ? value : badArgument(`argument ${index + 1}`);
  }

  optionalNumber(index: number): number | undefined {
    return this.missing(index) ? undefined : this.number(index);
  }

  flag(index: number): boolean {
    return this.list[index] === true;
  }

  /** The handle passed at this place, if the argument is an object of the given type. */
  handle(index: number, type: string): Handle | undefined {
    const value = this.list[index];
    return value instanceof Handle && value.type === type ? value : undefined;
  }
}
