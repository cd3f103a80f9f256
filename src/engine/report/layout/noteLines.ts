const INDENT = '\u3000';

/** Lines of notes under one label: the first carries it, the others stand in line with the first's text. */
export function noteLines(label: string, texts: readonly string[]): string[] {
  const indent = INDENT.repeat(label.length + 1);
  return texts.map((text, index) => `${index === 0 ? `${label}：` : indent}${text}`);
}

/** Notes with numbers, when there are several of them. */
export function numberedNotes(texts: readonly string[]): string[] {
  if (texts.length < 2) return noteLines('注', texts);
  return noteLines(
    '注',
    texts.map((text, index) => `${String(index + 1)}.${text}`),
  );
}
