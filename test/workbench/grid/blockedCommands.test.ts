import * as sheets from '@univerjs/sheets';
import { describe, expect, it } from 'vitest';
import { shiftsCells } from '../../../src/workbench/grid/blockedCommands';

describe('commands that would shift cells', () => {
  it.each<{ readonly id: string }>([
    sheets.InsertRowCommand,
    sheets.InsertRowBeforeCommand,
    sheets.InsertMultiRowsAboveCommand,
    sheets.InsertColAfterCommand,
    sheets.InsertMultiColsRightCommand,
    sheets.RemoveRowCommand,
    sheets.RemoveColByRangeCommand,
    sheets.InsertRangeMoveDownCommand,
    sheets.DeleteRangeMoveLeftCommand,
    sheets.MoveRangeCommand,
    sheets.MoveRowsCommand,
    sheets.MoveColsCommand,
    sheets.ReorderRangeCommand,
    sheets.MoveRangeMutation,
    sheets.InsertRowMutation,
    sheets.RemoveColMutation,
  ])('are blocked: $id', ({ id }) => {
    expect(shiftsCells(id)).toBe(true);
  });

  it.each<{ readonly id: string }>([
    sheets.SetRangeValuesCommand,
    sheets.InsertSheetCommand,
    sheets.RemoveSheetCommand,
    sheets.SetWorksheetNameCommand,
    sheets.AddWorksheetMergeCommand,
    sheets.RemoveDefinedNameCommand,
    sheets.SetRowHiddenCommand,
    sheets.SetColWidthCommand,
  ])('leave others alone: $id', ({ id }) => {
    expect(shiftsCells(id)).toBe(false);
  });
});
