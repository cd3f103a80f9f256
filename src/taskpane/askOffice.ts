/** How long office.js may stay silent before a person is told, in milliseconds: a slow start of Excel takes less. */
const PATIENCE = 15_000;

/** What the pane's page knows of office.js; for tests. */
export interface OfficePage {
  readonly office: (() => Promise<{ readonly host: Office.HostType | null }>) | undefined;
  /** The address that the page asked for office.js at. */
  readonly address: string;
}

/**
 * The host that opened the page, null where none did. `onAbsent` is told the address of office.js when the script did
 * not come ('absent'), or has not answered after 15 s; an answer that comes later still counts.
 */
export async function askOffice({
  onAbsent,
  page = thisPage(),
  patience = PATIENCE,
}: {
  readonly onAbsent: (address: string) => void;
  readonly page?: OfficePage;
  readonly patience?: number;
}): Promise<Office.HostType | null | 'absent'> {
  if (!page.office) {
    onAbsent(page.address);
    return 'absent';
  }
  const late = setTimeout(() => onAbsent(page.address), patience);
  const { host } = await page.office();
  clearTimeout(late);
  return host;
}

function thisPage(): OfficePage {
  const script = document.querySelector<HTMLScriptElement>('script[src$="office.js"]');
  return {
    office: typeof Office === 'undefined' ? undefined : () => Office.onReady(),
    address: script?.src ?? 'office.js',
  };
}
