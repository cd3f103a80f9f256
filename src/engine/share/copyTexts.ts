import { maskedSource, textMasker } from './maskCells';
import type { SentBatch, SentCopy } from './sentBatch';
import { Masker, type CodeBook } from './stableCodes';

/** Longest name of a sheet. */
const LONGEST = 31;

/** How a copy writes titles and names of sheets and files: what it masks in its cells is masked in them too. */
export function copyTexts({ batch, codes }: { readonly batch: SentBatch; readonly codes: CodeBook }, copy: SentCopy) {
  const hide = textMasker(maskedSource(batch), copy, new Masker(codes));
  return { plain: (text: string) => hide(text), sheetName: (name: string) => hide(name).slice(0, LONGEST) };
}
