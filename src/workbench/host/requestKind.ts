import { ACTION, type WireAction, type WireRequest } from './wire/messages';

/** Whether a request only hands over answers of custom functions, or office.js says that functions or buttons are ready. */
export function isTraffic({ Actions }: WireRequest): boolean {
  return calls(Actions).some(({ Name }) => Name !== undefined && FUNCTION_CALLS.has(Name));
}

/** Whether a request only gives references back that nobody needs any more. */
export function isRelease({ Actions }: WireRequest): boolean {
  const made = calls(Actions);
  return made.length > 0 && made.every(({ Name }) => Name === '_RemoveReference') && asksNothing(Actions);
}

const FUNCTION_CALLS = new Set([
  'SetInvocationArrayResults',
  'SetInvocationResults',
  '_SetOsfControlContainerReadyForCustomFunctions',
  'NotifyActionHandlerReady',
]);

const calls = (actions: readonly WireAction[]): WireAction[] =>
  actions.filter(({ ActionType }) => ActionType === ACTION.method);

function asksNothing(actions: readonly WireAction[]): boolean {
  const idle: readonly number[] = [ACTION.method, ACTION.instantiate, ACTION.trace];
  return actions.every(({ ActionType }) => idle.includes(ActionType));
}
