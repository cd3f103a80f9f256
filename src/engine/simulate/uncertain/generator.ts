/** One step of a mixing function over 32 bits (murmur3's finaliser): every input bit changes half of the output's. */
function mix(value: number): number {
  let mixed = value >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** What a stream of numbers is for; streams of one block never meet. */
export const STREAM = { parameters: 1, parcels: 2 } as const;
/** Numbers of streams that are kept for one ledger. */
const STREAMS_A_LEDGER = 16;

/** The stream of the parcels of one ledger among several that are drawn under the same assumptions; of a ledger by itself, 0. */
export function parcelStream(ledger: number): number {
  return STREAM.parcels + STREAMS_A_LEDGER * ledger;
}

/**
 * The four words of state of a stream, from a counter: (seed, block, stream) and nothing else, so that any worker can make
 * the numbers of any block.
 */
export function seedWords(seed: number, block: number, stream: number): Int32Array {
  const words = new Int32Array(4);
  let chain = mix(seed ^ 0x9e3779b9);
  for (let index = 0; index < 4; index++) {
    chain = mix((chain + Math.imul(block + 1, 0x9e3779b1) + Math.imul(stream, 0x85ebca77) + index) | 0);
    words[index] = chain;
  }
  // The one state from which the generator never moves.
  if (words.every((word) => word === 0)) words[0] = 1;
  return words;
}

/** xoshiro128++ (Blackman and Vigna, public domain): period 2^128 - 1, 32 bits a step. The plain form. */
export class Generator {
  constructor(private readonly state: Int32Array) {}

  /** The generator of a stream of a block. */
  static of(seed: number, block: number, stream: number): Generator {
    return new Generator(seedWords(seed, block, stream));
  }

  /** The next 32 bits, as a signed integer. */
  word(): number {
    const { state } = this;
    const [a = 0, b = 0, c = 0, d = 0] = state;
    const sum = (a + d) | 0;
    const result = (((sum << 7) | (sum >>> 25)) + a) | 0;
    const third = c ^ a;
    const fourth = d ^ b;
    state[1] = b ^ third;
    state[0] = a ^ fourth;
    state[2] = third ^ (b << 9);
    state[3] = (fourth << 11) | (fourth >>> 21);
    return result;
  }

  /** A number strictly between 0 and 1: the middle of one of 2^32 equal steps. */
  uniform(): number {
    return ((this.word() >>> 0) + 0.5) / 4_294_967_296;
  }
}
