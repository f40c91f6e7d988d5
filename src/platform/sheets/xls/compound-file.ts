import { malformed } from '../xlsx/parts';

/** How every such file begins: an .xls, an old .doc, or an .xlsx wrapped because it has a password. */
export const compoundFileStart = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const endOfChain = 0xfffffffe;
const free = 0xffffffff;
const entryBytes = 128;
const headerBytes = 512;
const entriesInHeader = 109;

interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

/**
 * The streams of an OLE2 compound file that stand at its root, by their names.
 * @throws MalformedSheet for a file that is cut off, or whose chains lead nowhere or in a circle
 */
export function rootStreams(file: Buffer): ReadonlyMap<string, () => Buffer> {
  if (file.length < headerBytes) malformed('no header');
  const shift = file.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) malformed('sector size');
  const sectors = new Sectors(file.subarray(1 << shift), 1 << shift);
  const fat = numbersIn(fatSectors(file, sectors).map((at) => sectors.at(at)));
  const directory = Buffer.concat(chain(fat, file.readUInt32LE(48)).map((at) => sectors.at(at)));
  const entries = Array.from({ length: Math.floor(directory.length / entryBytes) }, (_, at) =>
    entryIn(directory.subarray(at * entryBytes, (at + 1) * entryBytes)),
  );
  const [root] = entries;
  if (!root) return malformed('no root');
  const small = () => {
    const within = Buffer.concat(chain(fat, root.start).map((at) => sectors.at(at)));
    const smallFat = numbersIn(chain(fat, file.readUInt32LE(60)).map((at) => sectors.at(at)));
    return { within: new Sectors(within, 1 << file.readUInt16LE(32)), fat: smallFat };
  };
  const longestSmall = file.readUInt32LE(56);
  const contentOf = ({ start, size }: Entry) => {
    if (size === 0) return Buffer.alloc(0);
    const { within, fat: of } = size < longestSmall ? small() : { within: sectors, fat };
    const content = Buffer.concat(chain(of, start).map((at) => within.at(at)));
    return content.length < size ? malformed('stream cut off') : content.subarray(0, size);
  };
  const streams = childrenOf(root, entries).filter(({ isStream }) => isStream);
  return new Map(streams.map((entry) => [entry.name, () => contentOf(entry)]));
}

class Sectors {
  constructor(
    private readonly content: Buffer,
    private readonly size: number,
  ) {}

  get count(): number {
    return Math.ceil(this.content.length / this.size);
  }

  /** The last one may be cut short. */
  at(index: number): Buffer {
    const sector = this.content.subarray(index * this.size, (index + 1) * this.size);
    return sector.length === 0 ? malformed(`no sector ${index}`) : sector;
  }
}

/** Where the table of chains itself stands: in the header, and in a chain of its own where that has no room. */
function fatSectors(file: Buffer, sectors: Sectors): readonly number[] {
  const all = [numbersIn([file.subarray(76, 76 + entriesInHeader * 4)])];
  const seen = new Set<number>();
  for (let next = file.readUInt32LE(68); next < endOfChain;) {
    if (seen.has(next)) malformed('circle');
    seen.add(next);
    const numbers = numbersIn([sectors.at(next)]);
    all.push(numbers.slice(0, -1));
    next = numbers.at(-1) ?? free;
  }
  const found = all.flatMap((numbers) => [...numbers]).filter((at) => at < endOfChain);
  return found.length > sectors.count ? malformed('more tables than sectors') : found;
}

function chain(fat: Uint32Array, start: number): readonly number[] {
  const indices: number[] = [];
  for (let at = start; at < endOfChain; at = fat[at] ?? malformed('chain')) {
    indices.push(at);
    if (indices.length > fat.length) malformed('circle');
  }
  return indices;
}

function numbersIn(parts: readonly Buffer[]): Uint32Array {
  const whole = Buffer.concat(parts);
  return Uint32Array.from({ length: Math.floor(whole.length / 4) }, (_, at) => whole.readUInt32LE(at * 4));
}

function entryIn(bytes: Buffer): Entry {
  const nameBytes = Math.min(Math.max(bytes.readUInt16LE(64) - 2, 0), 62);
  return {
    name: bytes.toString('utf16le', 0, nameBytes),
    isStream: bytes.readUInt8(66) === 2,
    left: bytes.readUInt32LE(68),
    right: bytes.readUInt32LE(72),
    child: bytes.readUInt32LE(76),
    start: bytes.readUInt32LE(116),
    size: bytes.readUInt32LE(120),
  };
}

/** An object that is embedded has streams of the same names further down. */
function childrenOf(root: Entry, entries: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  const due = [root.child];
  while (due.length > 0) {
    const entry = entries[due.pop()!];
    if (!entry || found.has(entry)) continue;
    found.add(entry);
    due.push(entry.left, entry.right);
  }
  return [...found];
}
