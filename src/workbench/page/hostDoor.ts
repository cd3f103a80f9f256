import type { PaneHostDoor } from '../host/bridgeContract';
import { DocumentCopies } from '../host/documentCopies';
import { themeColors, type ThemeName } from '../host/theme';
import type { Workbench } from './workbench';

/** What the pane's frame asks of the workbench at once. */
export function hostDoor({ session }: Workbench, theme: ThemeName): PaneHostDoor {
  const copies = new DocumentCopies(() => session.save());
  return {
    documentUrl: () => session.name,
    theme: () => themeColors(theme),
    readSettings: () =>
      Object.fromEntries([...session.documents.settings].map(([key, value]) => [key, JSON.stringify(value)])),
    writeSettings: (settings) => {
      const known = session.documents;
      for (const key of [...known.settings.keys()]) if (!(key in settings)) known.removeSetting(key);
      for (const [key, text] of Object.entries(settings)) known.setSetting(key, JSON.parse(text) as unknown);
    },
    openCopy: () => copies.open(),
    readCopy: (handle, from) => copies.read(handle, from),
    closeCopy: (handle) => copies.close(handle),
  };
}
