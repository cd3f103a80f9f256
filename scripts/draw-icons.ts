import { mkdir, writeFile } from 'node:fs/promises';
import { inRoot } from './root';
import { encodePng, type Colour } from './png';

/** `npx tsx scripts/draw-icons.ts` writes assets/icons: three by three parcels, of which one, two and three are raised. */
const sizes = [16, 32, 64, 80, 128] as const;

const ground: Colour = [11, 92, 82, 255];
const parcel: Colour = [94, 148, 140, 255];
const raised: Colour = [255, 255, 255, 255];
const highest: Colour = [255, 196, 61, 255];
const nothing: Colour = [0, 0, 0, 0];

/** A side of the image is 16 units: a margin of 1, three parcels of 4, and gaps of 1 between them. */
const units = 16;
const corner = 2.5;

function colourAt(x: number, y: number): Colour {
  if (outsideRoundedSquare(x, y)) return nothing;
  const column = cellOf(x);
  const row = cellOf(y);
  if (column === undefined || row === undefined) return ground;
  if (row < 2 - column) return parcel;
  return column === 2 && row === 0 ? highest : raised;
}

function cellOf(position: number): number | undefined {
  const cell = Math.floor((position - 1) / 5);
  return cell >= 0 && cell <= 2 && position - 1 - cell * 5 < 4 ? cell : undefined;
}

function outsideRoundedSquare(x: number, y: number): boolean {
  const dx = Math.max(corner - x, x - (units - corner), 0);
  const dy = Math.max(corner - y, y - (units - corner), 0);
  return Math.hypot(dx, dy) > corner;
}

/** The mean of a fine grid of samples, so that edges between pixels are smooth. */
function pixelOf(size: number, x: number, y: number): Colour {
  const fine = 8;
  const sum = [0, 0, 0, 0];
  for (let sample = 0; sample < fine * fine; sample++) {
    const atX = ((x + ((sample % fine) + 0.5) / fine) * units) / size;
    const atY = ((y + (Math.floor(sample / fine) + 0.5) / fine) * units) / size;
    addWeighted(sum, colourAt(atX, atY));
  }
  return averaged(sum, fine * fine);
}

function addWeighted(sum: number[], [red, green, blue, alpha]: Colour): void {
  [red * alpha, green * alpha, blue * alpha, alpha].forEach((part, index) => (sum[index] = (sum[index] ?? 0) + part));
}

function averaged([red = 0, green = 0, blue = 0, alpha = 0]: readonly number[], samples: number): Colour {
  const part = (value: number): number => (alpha === 0 ? 0 : Math.round(value / alpha));
  return [part(red), part(green), part(blue), Math.round(alpha / samples)];
}

await mkdir(inRoot('assets/icons'), { recursive: true });
for (const size of sizes) {
  const image = encodePng(size, (x, y) => pixelOf(size, x, y));
  await writeFile(inRoot(`assets/icons/icon-${String(size)}.png`), image);
}
