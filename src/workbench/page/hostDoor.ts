import type { DocumentParts } from '../../workbook/documentParts';
import type { PaneHostDoor } from '../host/bridgeContract';
import { DocumentCopies } from '../host/documentCopies';
import { requirementSets } from '../host/requirements';
import { themeColors } from '../host/theme';
import { PLATFORM_NAMES, type PageOptions } from './options';
import type { Workbench } from './workbench';

/** What the pane's frame asks of the workbench at once. */
export function hostDoor(
  { session }: Workbench,
  { theme, excel, functions, platform, app, book }: PageOptions,
): PaneHostDoor {
  const copies = new DocumentCopies(() => session.save());
  return {
    // A workbook in the old format is told by its name alone.
    documentUrl: () => (book === 'xls' ? session.name.replace(/\.xlsx$/, '.xls') : session.name),
    app: () => (app === 'word' ? 'Word' : 'Excel'),
    readOnly: () => book === 'readonly',
    platform: () => PLATFORM_NAMES[platform],
    requirements: () => requirementSets(excel, functions),
    theme: () => themeColors(theme),
    ...settingsDoor(session.documents),
    openCopy: () => copies.open(),
    readCopy: (handle, from) => copies.read(handle, from),
    closeCopy: (handle) => copies.close(handle),
  };
}

/** The client writes back what it has read, so only what it had read may be taken away. */
function settingsDoor(documents: DocumentParts): Pick<PaneHostDoor, 'readSettings' | 'writeSettings'> {
  let known: readonly string[] = [];
  return {
    readSettings: () => {
      known = [...documents.settings.keys()];
      return Object.fromEntries([...documents.settings].map(([key, value]) => [key, JSON.stringify(value)]));
    },
    writeSettings: (settings) => {
      for (const key of known) if (!(key in settings)) documents.removeSetting(key);
      for (const [key, text] of Object.entries(settings)) documents.setSetting(key, JSON.parse(text) as unknown);
      known = Object.keys(settings);
    },
  };
}
