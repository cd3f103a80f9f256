/** The folder part of a path, with its last "/"; "" at the top. */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Where a part keeps its relationships; "" stands for the package itself. */
export function relationshipsPath(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** A relationship target as a path inside the package: relative to the part's folder, or from the top with a leading "/". */
export function resolveTarget(part: string, target: string): string {
  const full = target.startsWith('/') ? target : `${folderOf(part)}${target}`;
  const steps: string[] = [];
  for (const step of full.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return decodePercent(steps.join('/'));
}

function decodePercent(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
