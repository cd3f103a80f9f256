/** Copies of the saved workbook that the pane reads slice by slice (Office.context.document.getFileAsync). */
export class DocumentCopies {
  private readonly copies = new Map<number, Uint8Array>();
  private next = 1;

  constructor(private readonly save: () => Uint8Array) {}

  open(): { readonly handle: number; readonly size: number } {
    const bytes = this.save();
    const handle = this.next++;
    this.copies.set(handle, bytes);
    return { handle, size: bytes.length };
  }

  read(handle: number, { offset, length }: { readonly offset: number; readonly length: number }): Uint8Array | null {
    return this.copies.get(handle)?.subarray(offset, offset + length) ?? null;
  }

  close(handle: number): void {
    this.copies.delete(handle);
  }
}
