import { inExcel } from './run';

/** Other add-ins keep settings in the same workbook. */
const PREFIX = 'mujun.';

/** A setting is small; a file from outside may hold anything under our key. */
const MOST_CHARACTERS = 1_000_000;

/** A JSON value kept in the workbook; undefined when there is none, or it is not JSON. */
export function loadSetting(key: string): Promise<unknown> {
  return inExcel(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(PREFIX + key).load('value');
    await context.sync();
    return setting.isNullObject ? undefined : parsed(setting.value);
  });
}

/** Keeps a JSON value in the workbook; undefined forgets it. */
export function saveSetting(key: string, value: unknown): Promise<void> {
  return inExcel(async (context) => {
    const { settings } = context.workbook;
    if (value !== undefined) settings.add(PREFIX + key, JSON.stringify(value));
    else await forget(settings.getItemOrNullObject(PREFIX + key));
    await context.sync();
  });
}

async function forget(setting: Excel.Setting): Promise<void> {
  setting.load('key');
  await setting.context.sync();
  if (!setting.isNullObject) setting.delete();
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string' || text.length > MOST_CHARACTERS) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
