/** A part of the program that did not arrive. */
export class PartMissing extends Error {}

/** A part of the program, fetched by an import of its own. Rejects with PartMissing; asked again, it is fetched again. */
export async function part<Part>(fetchIt: () => Promise<Part>): Promise<Part> {
  try {
    return await fetchIt();
  } catch (cause) {
    throw new PartMissing('a part of the program did not arrive', { cause });
  }
}
