import { badArgument } from '../wire/hostError';

const NAMED: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000FF',
  gray: '#808080',
  green: '#008000',
  orange: '#FFA500',
  red: '#FF0000',
  white: '#FFFFFF',
  yellow: '#FFFF00',
};

/** A colour as Office takes it, "#RRGGBB" or one of the common HTML names, as "#RRGGBB". */
export function cssColor(value: unknown): string {
  const text = typeof value === 'string' ? value : badArgument('color');
  if (/^#?[\dA-Fa-f]{6}$/.test(text)) return `#${text.replace('#', '').toUpperCase()}`;
  return NAMED[text.toLowerCase()] ?? badArgument(`color ${text}`);
}
