import { storable } from '../../names';
import { malformed } from '../xlsx/parts';

/** One record of a workbook stream with what continues it. */
export interface XlsRecord {
  readonly type: number;
  readonly bytes: RecordBytes;
}

const continues = 0x3c;

/**
 * The records from a place on.
 * @param room how many bytes may be walked in all: sheets may be said to stand within each other
 */
export function* recordsOf(stream: Buffer, from: number, room: { bytes: number }): Generator<XlsRecord> {
  let at = from;
  const next = () => {
    if (at + 4 > stream.length) return null;
    const [type, end] = [stream.readUInt16LE(at), at + 4 + stream.readUInt16LE(at + 2)];
    if (end > stream.length) return malformed('record cut off');
    room.bytes -= end - at;
    if (room.bytes < 0) malformed('sheets within each other');
    return { type, data: stream.subarray(at + 4, end), end };
  };
  for (let record = next(); record;) {
    const { type, data } = record;
    const parts = [data];
    at = record.end;
    for (record = next(); record?.type === continues; record = next()) {
      parts.push(record.data);
      at = record.end;
    }
    yield { type, bytes: new RecordBytes(parts) };
  }
}

/** A run of letters from a place on, by the number of its font. */
export interface Run {
  readonly from: number;
  readonly font: number;
}

/** Reads a record from its beginning on, across the parts it is continued in. @throws MalformedSheet where it ends too early */
export class RecordBytes {
  private part = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  get length(): number {
    return this.parts.reduce((sum, { length }) => sum + length, 0);
  }

  u8(): number {
    return this.take(1).readUInt8();
  }

  u16(): number {
    return this.take(2).readUInt16LE();
  }

  u32(): number {
    return this.take(4).readUInt32LE();
  }

  f64(): number {
    return this.take(8).readDoubleLE();
  }

  take(count: number): Buffer {
    if (this.left >= count) {
      const taken = this.parts[this.part]!.subarray(this.at, this.at + count);
      this.at += count;
      return taken;
    }
    const pieces: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      if (this.left === 0) this.goOn();
      const piece = this.take(Math.min(missing, this.left));
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /** Letters behind a count of one byte or two, without fonts of their own. */
  text(countBytes: 1 | 2): string {
    return this.letters(countBytes === 1 ? this.u8() : this.u16(), this.u8());
  }

  /** Letters with the fonts of its runs, as they stand among the shared ones. */
  richText(): { readonly text: string; readonly runs: readonly Run[] } {
    const [count, flags] = [this.u16(), this.u8()];
    const runCount = flags & 0x08 ? this.u16() : 0;
    const extraBytes = flags & 0x04 ? this.u32() : 0;
    const text = this.letters(count, flags);
    const runs: Run[] = [];
    for (let run = 0; run < runCount; run++) runs.push({ from: this.u16(), font: this.u16() });
    this.skip(extraBytes);
    return { text, runs };
  }

  /** Letters of a text box; how many there are stands in the record itself, they in what continues it. */
  boxText(): string {
    this.take(10);
    const count = this.u16();
    this.take(6);
    return count === 0 ? '' : this.letters(count, this.u8());
  }

  /** In a part that continues letters their width is said anew. */
  private letters(count: number, flags: number): string {
    let text = '';
    let isWide = (flags & 1) === 1;
    for (let missing = count; missing > 0;) {
      if (this.left === 0) {
        this.goOn();
        isWide = (this.u8() & 1) === 1;
      }
      const letters = Math.min(missing, isWide ? this.left >> 1 : this.left);
      if (letters === 0) malformed('half a letter');
      text += isWide ? this.take(letters * 2).toString('utf16le') : this.take(letters).toString('latin1');
      missing -= letters;
    }
    return text;
  }

  private skip(count: number): void {
    for (let missing = count; missing > 0;) {
      if (this.left === 0) this.goOn();
      const step = Math.min(missing, this.left);
      this.at += step;
      missing -= step;
    }
  }

  private get left(): number {
    return (this.parts[this.part]?.length ?? 0) - this.at;
  }

  private goOn(): void {
    this.part++;
    this.at = 0;
    if (this.part >= this.parts.length) malformed('record too short');
  }
}

/** The text with its runs cut apart; before the first run it has the font of its cell. */
export function piecesOf(
  text: string,
  runs: readonly Run[],
): readonly { readonly text: string; readonly run: Run | null }[] {
  const starts = [{ from: 0, run: null as Run | null }, ...runs.map((run) => ({ from: run.from, run }))];
  return starts
    .map(({ from, run }, at) => ({ text: storable(text.slice(from, starts[at + 1]?.from)), run }))
    .filter((piece) => piece.text !== '');
}
