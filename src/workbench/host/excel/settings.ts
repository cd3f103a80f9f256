import type { Args } from '../wire/args';
import type { Handle } from '../wire/handle';
import { notFound } from '../wire/hostError';
import { handle } from './things';
import type { Definitions, HostWorld } from './world';

/** Settings of the add-in, kept with the workbook. */
export function settingTypes({ documents }: HostWorld): Definitions {
  const find = (key: string): Handle | null => (documents.settings.has(key) ? handle('Setting', key) : null);
  const item = (_: null, args: Args): Handle => find(args.text(0)) ?? notFound();
  return {
    SettingCollection: {
      items: () => [...documents.settings.keys()].map((key) => handle('Setting', key)),
      index: item,
      methods: {
        GetItem: item,
        GetItemOrNullObject: (_, args) => find(args.text(0)),
        GetCount: () => documents.settings.size,
        Add: (_, args) => {
          documents.setSetting(args.text(0), args.raw(1));
          return handle('Setting', args.text(0));
        },
      },
    },
    Setting: {
      id: (key) => key,
      properties: { Key: (key) => key, Value: (key) => documents.settings.get(key) },
      setters: { Value: (key, value) => documents.setSetting(key, value) },
      methods: { Delete: (key) => documents.removeSetting(key) },
    },
  };
}
