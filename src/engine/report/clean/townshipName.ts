import type { Ledger } from '../../ledger/readLedger';

/**
 * The township of a row under one name: half width, without blanks, without the office behind it. A committee's name is shortened only
 * where the ledger uses the shorter one too. With `apart`, names that would become one stay as read: means are taken over those.
 */
export function townshipReader(ledger: Ledger, apart: boolean): (row: number) => string {
  const column = ledger.columns.get('township');
  if (column?.kind !== 'word') return () => '';
  const plain = column.words.map(plainTownship);
  const known = new Set(plain);
  const names = plain.map((name) => {
    const short = name.replace(/(?:管理委员会|管委会)$/, '');
    return short !== name && known.has(short) ? short : name;
  });
  const isShared = (name: string) => names.filter((other) => other === name).length > 1;
  const shown = column.words.map((word, index) => {
    const name = names[index] ?? word;
    return apart && isShared(name) ? word : name;
  });
  return (row) => shown[(column.codes[row] ?? 0) - 1] ?? '';
}

function plainTownship(word: string): string {
  const text = word.normalize('NFKC').replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）');
  return text.replace(/(街道|镇|乡)(?:办事处|人民政府)$/, '$1');
}
