import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseDay, type Day } from '../engine/quantity/index';
import {
  builtInPacks,
  findPack,
  gradingPacks,
  lintPack,
  PackError,
  reading,
  type PolicyPack,
} from '../engine/policy/index';
import { placedLintText } from '../text/lint';
import { packErrorText } from '../text/packErrors';
import type { SizedFile } from '../taskpane/state/shareState';
import { Told } from './told';

/** The policy of a command: one that ships, or one of the person's own files, with the base day. */
export interface PolicyAsked {
  readonly pack: PolicyPack;
  readonly asOf?: Day;
  readonly files?: readonly SizedFile[];
}

const PARTS = ['pack', 'targets', 'tasks', 'lists', 'entries'] as const;

/** What `--policy` and `--as-of` ask for. Throws Told where there is no such policy or no such day. */
export function policyAsked(name: string | undefined, asOf: string | undefined): PolicyAsked | undefined {
  if (name === undefined) return undefined;
  const day = asOf === undefined ? undefined : parseDay(asOf);
  if (asOf !== undefined && day === undefined) throw new Told(`基准日“${asOf}”不是日期，请写 2024-06-30`);
  const given = day === undefined ? {} : { asOf: day };
  const shipped = findPack(name);
  if (shipped) return { pack: shipped, ...given };
  const files = policyFiles(name);
  if (!files)
    throw new Told(`没有“${name}”这份政策。内置的有：${shippedNames().join('、')}；自己的请写 pack.yaml 所在的文件夹`);
  return { ...ownPolicy(files), ...given };
}

/** The same name wherever it is asked for: a folder by its whole place. */
export function nameElsewhere(name: string): string {
  return findPack(name) ? name : path.resolve(name);
}

/** What a policy of the person's own says that cannot be meant, in sentences: it is taken as it stands. */
export function policyRemarks({ pack, files, ...day }: PolicyAsked): string[] {
  return files ? lintPack(pack, day).map((finding) => `政策“${pack.short}”：${placedLintText(finding)}`) : [];
}

function shippedNames(): string[] {
  return [...new Set([...builtInPacks(), ...gradingPacks()].map(({ short }) => short))];
}

function policyFiles(place: string): string[] | undefined {
  const isFolder = statSync(place, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) return undefined;
  const folder = isFolder ? place : path.dirname(place);
  const names = new Set(readdirSync(folder));
  const found = PARTS.filter((part) => names.has(`${part}.yaml`)).map((part) => path.join(folder, `${part}.yaml`));
  return found.some((file) => path.basename(file) === 'pack.yaml') ? found : undefined;
}

function ownPolicy(files: readonly string[]): Pick<PolicyAsked, 'pack' | 'files'> {
  const texts = new Map(files.map((file) => [path.basename(file, '.yaml'), readFileSync(file, 'utf8')]));
  try {
    const pack = reading().loadOwnPolicy({ ...Object.fromEntries(texts), pack: texts.get('pack') ?? '' });
    return { pack, files: files.map(chosen) };
  } catch (error) {
    if (error instanceof PackError) throw new Told(packErrorText(error));
    throw error;
  }
}

function chosen(file: string): SizedFile {
  const bytes = new Uint8Array(readFileSync(file));
  return { name: path.basename(file), size: bytes.length, bytes: () => Promise.resolve(bytes) };
}
