/** What a text becomes when one of its signs is left out, and the text itself. */
function withoutOne(text: string): string[] {
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

/** The first so many digits of a credit code are what Excel keeps of it as a number. */
const KEPT = 15;

/** Whether a code was cut by Excel: 15 digits and zeros, or 9.13307123456789E+17. */
function keptDigits(code: string): string | undefined {
  const zeros = /^(\d{15})000$/.exec(code)?.[1];
  if (zeros !== undefined) return zeros;
  const digits = /^(\d\.\d+)E\+?17$/.exec(code)?.[1]?.replace('.', '');
  return digits?.length === KEPT ? digits : undefined;
}

/**
 * Whole codes by what may have become of them: one sign wrong, missing or too many, two beside each other exchanged (they share a text
 * with a sign left out), or cut to fifteen digits. Two issued codes are further apart than that: a change in one sign changes both check digits.
 */
export class NearCodes {
  private readonly near = new Map<string, Set<number>>();
  private readonly cut = new Map<string, Set<number>>();

  /** Enters a whole code of an enterprise. */
  add(code: string, firm: number): void {
    for (const text of withoutOne(code)) enter(this.near, text, firm);
    enter(this.cut, code.slice(0, KEPT), firm);
  }

  /** The enterprises whose code a broken one may be. */
  of(broken: string): ReadonlySet<number> {
    const digits = keptDigits(broken);
    if (digits !== undefined) return this.cut.get(digits) ?? new Set();
    return new Set(withoutOne(broken).flatMap((text) => [...(this.near.get(text) ?? [])]));
  }
}

function enter(to: Map<string, Set<number>>, text: string, firm: number): void {
  const known = to.get(text);
  if (known) known.add(firm);
  else to.set(text, new Set([firm]));
}
