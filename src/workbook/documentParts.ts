import type { CustomXmlModel, PackageChange } from '../package/model';
import { isSettingsXml, namespaceOf, readSettings, writeSettings } from './settingsXml';

/** One custom XML part of the workbook. */
export interface XmlPart {
  readonly id: string;
  readonly xml: string;
}

/** What a workbook carries beside its sheets: settings of the add-in and custom XML parts. */
export class DocumentParts {
  readonly settings = new Map<string, unknown>();
  private readonly parts = new Map<string, string>();
  private readonly loaded = new Map<string, string>();
  private settingsId: string | undefined;
  private settingsBefore = '';

  /** Told after every change. */
  constructor(private readonly touched: () => void = () => undefined) {}

  /** Takes over the parts of a file that was just opened. */
  load(customXml: readonly CustomXmlModel[]): void {
    this.settings.clear();
    this.parts.clear();
    this.loaded.clear();
    this.settingsId = undefined;
    for (const { id, xml } of customXml) {
      if (isSettingsXml(xml)) this.loadSettings(id, xml);
      else this.keep(id, xml);
    }
    this.settingsBefore = writeSettings(this.settings);
  }

  /** The parts, or those whose outermost element has the namespace. */
  list(namespace?: string): XmlPart[] {
    const all = [...this.parts].map(([id, xml]) => ({ id, xml }));
    return namespace === undefined ? all : all.filter(({ xml }) => namespaceOf(xml) === namespace);
  }

  find(id: string): XmlPart | undefined {
    const xml = this.parts.get(id);
    return xml === undefined ? undefined : { id, xml };
  }

  add(xml: string): string {
    const id = newId();
    this.parts.set(id, xml);
    this.touched();
    return id;
  }

  put(id: string, xml: string): void {
    this.parts.set(id, xml);
    this.touched();
  }

  remove(id: string): void {
    this.parts.delete(id);
    this.touched();
  }

  setSetting(key: string, value: unknown): void {
    this.settings.set(key, value);
    this.touched();
  }

  removeSetting(key: string): void {
    this.settings.delete(key);
    this.touched();
  }

  /** What differs from the file. */
  change(): NonNullable<PackageChange['customXml']> | undefined {
    const put: CustomXmlModel[] = this.list().filter(({ id, xml }) => this.loaded.get(id) !== xml);
    const removed = [...this.loaded.keys()].filter((id) => !this.parts.has(id));
    const settings = writeSettings(this.settings);
    if (settings !== this.settingsBefore) put.push({ id: (this.settingsId ??= newId()), xml: settings });
    return put.length + removed.length > 0 ? { put, removed } : undefined;
  }

  private loadSettings(id: string, xml: string): void {
    this.settingsId = id;
    for (const [key, value] of readSettings(xml)) this.settings.set(key, value);
  }

  private keep(id: string, xml: string): void {
    this.parts.set(id, xml);
    this.loaded.set(id, xml);
  }
}

/** A GUID of version 4; `randomUUID` is missing on pages that came by plain http. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
  return `{${digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')}}`;
}
