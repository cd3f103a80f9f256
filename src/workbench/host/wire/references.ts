import type { Handle } from './handle';

/** Objects the client asked to keep between syncs (`_KeepReference`), until it releases them. */
export class References {
  private readonly handles = new Map<string, Handle>();
  private readonly ids = new WeakMap<Handle, string>();
  private next = 1;

  keep(handle: Handle): void {
    if (this.ids.has(handle)) return;
    const id = `ref${this.next++}`;
    this.ids.set(handle, id);
    this.handles.set(id, handle);
  }

  idOf(handle: Handle): string | undefined {
    return this.ids.get(handle);
  }

  find(id: string): Handle | undefined {
    return this.handles.get(id);
  }

  release(id: string): void {
    this.handles.delete(id);
  }

  releaseAll(): void {
    this.handles.clear();
  }

  get count(): number {
    return this.handles.size;
  }
}
