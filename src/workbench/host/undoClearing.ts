/**
 * Calls and properties after which Excel on Windows has no undo list any more, by type and member of the wire: those that
 * Microsoft's table of undo support says no to, the question for merged cells (office-js 5918), and settings (office-js 3141
 * tells it of the older way to save them; the newer one is counted too until somebody has tried it).
 */
const CLEARING = new Set([
  'Range.GetMergedAreasOrNullObject',
  'SettingCollection.Add',
  'Setting.Delete',
  'Setting.Value',
  'Worksheet.Copy',
  'Worksheet.Delete',
  'Worksheet.Name',
  'Worksheet.Position',
  'Worksheet.Visibility',
  'WorksheetProtection.Protect',
  'WorksheetProtection.Unprotect',
]);

/** Whether Excel forgets what the person could undo. */
export function clearsUndo(type: string, member: string): boolean {
  return CLEARING.has(`${type}.${member}`);
}
