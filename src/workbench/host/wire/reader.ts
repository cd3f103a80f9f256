import { entryInAnyCase, ownEntry, type Definition, type Registry } from './definition';
import type { Handle } from './handle';
import { refuse } from './hostError';
import type { WireQuery } from './messages';

/** Shapes the answer to a load: the properties asked for, nested objects, and the items of a collection. */
export class Reader {
  constructor(private readonly registry: Registry) {}

  definition(type: string): Definition<unknown> {
    return ownEntry(this.registry, type) ?? refuse('ApiNotFound', `${type} is not implemented by this host`);
  }

  /** What every answer about an object carries, so that its proxy lives on after the sync. */
  identity(handle: Handle): Record<string, unknown> {
    const { id, properties } = this.definition(handle.type);
    if (id === undefined) return {};
    const own = id(handle.thing);
    return ownEntry(properties, 'Id') === undefined ? { _Id: own } : { _Id: own, Id: own };
  }

  read(handle: Handle, query: WireQuery): Record<string, unknown> {
    const select = query.Select ?? [];
    const { items } = this.definition(handle.type);
    if (items === undefined) return this.readObject(handle, select);
    const skip = query.Skip ?? 0;
    const list = items(handle.thing).slice(skip, query.Top ? skip + query.Top : undefined);
    const inner = select.map((name) => name.replace(/^items(\/|$)/i, '')).filter((name) => name !== '');
    const own = inner.filter((name) => entryInAnyCase(this.definition(handle.type).properties, name) !== undefined);
    const ofItems = inner.filter((name) => !own.includes(name));
    return {
      ...(own.length > 0 ? this.readObject(handle, own) : {}),
      _Items: list.map((item) => this.readObject(item, ofItems)),
    };
  }

  private readObject(handle: Handle, select: readonly string[]): Record<string, unknown> {
    const { properties } = this.definition(handle.type);
    const answer = this.identity(handle);
    if (select.length === 0 || select.includes('*')) {
      for (const [name, get] of Object.entries(properties ?? {})) answer[name] = get(handle.thing);
    }
    const nested = new Map<string, string[]>();
    for (const path of select) {
      if (path !== '*' && path.toLowerCase() !== 'isnullobject') this.readPath(handle, path, { answer, nested });
    }
    for (const [name, rest] of nested) answer[name] = this.readNested(handle, name, rest);
    return answer;
  }

  private readPath(
    handle: Handle,
    path: string,
    into: { answer: Record<string, unknown>; nested: Map<string, string[]> },
  ): void {
    const { properties, navigation } = this.definition(handle.type);
    const [head = '', ...rest] = path.split('/');
    const property = rest.length === 0 ? entryInAnyCase(properties, head) : undefined;
    if (property !== undefined) {
      into.answer[property[0]] = property[1](handle.thing);
      return;
    }
    const target = entryInAnyCase(navigation, head);
    if (target === undefined) return refuse('ApiNotFound', `${handle.type}.${head} is not implemented by this host`);
    const paths = into.nested.get(target[0]) ?? [];
    if (rest.length > 0) paths.push(rest.join('/'));
    into.nested.set(target[0], paths);
  }

  private readNested(handle: Handle, name: string, rest: readonly string[]): unknown {
    const go = ownEntry(this.definition(handle.type).navigation, name);
    const target = go?.(handle.thing) ?? null;
    return target === null ? null : this.read(target, { Select: rest });
  }
}
