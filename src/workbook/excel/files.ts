import { PortError } from '../portError';
import { breathe } from './rowChunks';
import { portError } from './run';

/** Bytes of the workbook handed over at once; Excel takes up to four million. */
const SLICE = 1_048_576;
/** Bytes turned into text at once: a call takes only so many arguments. */
const PIECE = 0x8000;

/** The workbook as a file, as it stands. */
export async function currentFile(): Promise<Uint8Array> {
  const file = await asked<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  try {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    for (let index = 0; index < file.sliceCount; index++) {
      const slice = await asked<Office.Slice>((done) => file.getSliceAsync(index, done));
      const data = slice.data as ArrayLike<number>;
      bytes.set(data, at);
      at += data.length;
    }
    return bytes;
  } finally {
    // Only two files may be open at a time; one that stays open would only cost memory.
    file.closeAsync();
  }
}

/** Opens a file as another workbook. */
export async function openCopy(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(await base64Of(bytes));
  } catch (error) {
    throw portError(error);
  }
}

function asked<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new PortError(error.name, error.message));
    }),
  );
}

async function base64Of(bytes: Uint8Array): Promise<string> {
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + PIECE)));
    if (start % (PIECE * 64) === 0) await breathe();
  }
  return btoa(pieces.join(''));
}
