import { Args } from './args';
import { ownEntry } from './definition';
import { Handle } from './handle';
import { badArgument, refuse } from './hostError';
import { PATH, type WireArguments, type WirePath } from './messages';
import type { Reader } from './reader';
import type { References } from './references';

/** What a batch is resolved against. */
export interface PathWorld {
  readonly reader: Reader;
  readonly references: References;
  readonly root: Handle;
  /** Told of every call that is carried out, by the object's type. */
  readonly seen: (type: string, member: string) => void;
}

/** The objects of one batch, each found once from its parent. A null object is null. */
export class Paths {
  private readonly found = new Map<number, Handle | null>();

  constructor(
    private readonly world: PathWorld,
    private readonly paths: Readonly<Record<string, WirePath>>,
  ) {}

  resolve(id: number): Handle | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.paths[String(id)] ?? refuse('InvalidObjectPath', `there is no object path ${id}`);
    const handle = this.step(path);
    this.found.set(id, handle);
    return handle;
  }

  /** The object, which must exist. */
  need(id: number): Handle {
    return this.resolve(id) ?? refuse('InvalidObjectPath', 'The object path works on a null object.');
  }

  arguments(info: WireArguments | undefined): Args {
    const references = info?.ReferencedObjectPathIds ?? [];
    return new Args((info?.Arguments ?? []).map((value, index) => this.argument(value, references[index])));
  }

  /** Calls a method of an object; what is not defined answers ApiNotFound. */
  call(handle: Handle, name: string, args: Args): unknown {
    const { methods } = this.world.reader.definition(handle.type);
    const method = ownEntry(methods, name);
    if (method === undefined) return refuse('ApiNotFound', `${handle.type}.${name}() is not implemented by this host`);
    this.world.seen(handle.type, name);
    return method(handle.thing, args);
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (Array.isArray(reference)) {
      const list: readonly unknown[] = Array.isArray(value) ? value : [];
      return list.map((item, index) => this.argument(item, reference[index]));
    }
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    return value;
  }

  private step(path: WirePath): Handle | null {
    if (path.ObjectPathType === PATH.root) return this.world.root;
    if (path.ObjectPathType === PATH.nullObject) return null;
    if (path.ObjectPathType === PATH.newObject) return new Handle(path.Name.split('.').pop() ?? '', null);
    if (path.ObjectPathType === PATH.reference) {
      return this.world.references.find(path.Name) ?? refuse('InvalidObjectPath', 'The reference has been released.');
    }
    const parent = this.resolve(path.ParentObjectPathId);
    return parent === null ? null : this.child(parent, path);
  }

  private child(parent: Handle, path: WirePath): Handle | null {
    const definition = this.world.reader.definition(parent.type);
    const args = this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.method) return asHandle(this.call(parent, path.Name, args), path.Name);
    if (path.ObjectPathType === PATH.indexer) {
      return definition.index?.(parent.thing, args) ?? refuse('ApiNotFound', `${parent.type} has no items`);
    }
    const go = ownEntry(definition.navigation, path.Name);
    if (go === undefined) return refuse('ApiNotFound', `${parent.type}.${path.Name} is not implemented by this host`);
    return go(parent.thing);
  }
}

function asHandle(value: unknown, name: string): Handle | null {
  return value === null || value instanceof Handle ? value : badArgument(`${name} gives a value, not an object`);
}
