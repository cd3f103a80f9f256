/** Office's numbers of the events this host raises. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  sheetAdded: 13,
  selection: 14,
  sheetDeleted: 15,
  calculated: 16,
  nameChanged: 25,
} as const;

/** The target of events of the whole workbook. */
export const WORKBOOK_TARGET = 'Workbook';

/** Who listens to what: events nobody registered for are not sent. */
export class EventTargets {
  private readonly counts = new Map<string, number>();

  add(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  remove(type: number, target: string): void {
    const key = `${type} ${target}`;
    this.counts.set(key, Math.max(0, (this.counts.get(key) ?? 0) - 1));
  }

  wanted(type: number, target: string): boolean {
    return (this.counts.get(`${type} ${target}`) ?? 0) > 0;
  }

  clear(): void {
    this.counts.clear();
  }
}
