/** A name that is not taken: as asked, else the first numbered one that is free, from 2 on. */
export function freeName(
  wanted: string,
  isTaken: (name: string) => boolean,
  numbered: (number: number) => string,
): string {
  let name = wanted;
  for (let number = 2; isTaken(name); number++) name = numbered(number);
  return name;
}
