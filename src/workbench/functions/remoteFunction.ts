import { BaseFunction, type FunctionVariantType } from '@univerjs/engine-formula';
import type { GridValue } from './answer';
import { errorValue } from './callArguments';
import type { UnitCell } from './dirtyRuns';
import type { FunctionMetadata } from './metadata';

/** Answers a call from the grid at once: never throws, never waits. */
export type Ask = (metadata: FunctionMetadata, variants: readonly FunctionVariantType[], cell: UnitCell) => GridValue;

/** A custom function of the add-in, as the grid's formula engine sees it. */
export class RemoteFunction extends BaseFunction {
  /** Ranges come as references, which are read at once; as value objects they would cost ten times as much. */
  override needsReferenceObject = true;

  constructor(
    private readonly metadata: FunctionMetadata,
    private readonly ask: Ask,
  ) {
    super(metadata.name);
    this.minParams = metadata.parameters.filter((parameter) => parameter.optional !== true).length;
    this.maxParams = metadata.parameters.length;
  }

  override calculate(...variants: FunctionVariantType[]): GridValue {
    const cell = { unit: this.unitId ?? '', sheet: this.subUnitId ?? '', row: this.row, column: this.column };
    try {
      return this.ask(this.metadata, variants, cell);
    } catch (error) {
      // A thrown error would stop the grid's calculation for good.
      console.error(error);
      return errorValue('#VALUE!');
    }
  }
}
