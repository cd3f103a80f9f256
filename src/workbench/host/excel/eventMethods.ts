import { EVENT, type EventTargets } from '../eventTargets';

/** The registration calls of office.js, and the events they stand for. */
const REGISTRATIONS = {
  DataChangedEvent: EVENT.changed,
  ActivatedEvent: EVENT.activated,
  DeactivatedEvent: EVENT.deactivated,
  SelectionChangedEvent: EVENT.selection,
  CalculatedEvent: EVENT.calculated,
  AddedEvent: EVENT.sheetAdded,
  DeletedEvent: EVENT.sheetDeleted,
  EventNameChanged: EVENT.nameChanged,
} as const;

/** Names of registration calls. */
export type Registration = keyof typeof REGISTRATIONS;

/** Methods by which the client registers for events of a thing and leaves again. */
export function eventMethods<T>(
  targets: EventTargets,
  names: readonly Registration[],
  targetOf: (thing: T) => string,
): Record<string, (thing: T) => void> {
  const methods: Record<string, (thing: T) => void> = {};
  for (const name of names) {
    methods[`_Register${name}`] = (thing) => targets.add(REGISTRATIONS[name], targetOf(thing));
    methods[`_Unregister${name}`] = (thing) => targets.remove(REGISTRATIONS[name], targetOf(thing));
  }
  return methods;
}
