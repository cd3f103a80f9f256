import { badArgument } from '../wire/hostError';

/** Excel's rules: 1 to 31 characters, none of : \ / ? * [ ], no apostrophe at either end. */
export function requireSheetName(name: string): void {
  if (name.length === 0 || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) badArgument(`worksheet name ${name}`);
}
