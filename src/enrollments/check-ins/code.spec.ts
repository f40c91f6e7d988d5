import {
  isGenuineCode,
  isGenuineScan,
  readCode,
  readScan,
  scannedAt,
  slotAt,
  standsAt,
  writeCode,
  writeScan,
} from './code';

const now = new Date('2026-02-07T07:45:10+07:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const code = {
  hallId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  direction: 'in' as const,
  slot: slotAt(now, 20),
};

describe('a code in a hall', () => {
  it('says which hall, in or out and when, and only its own key made it', () => {
    for (const direction of ['in', 'out'] as const) {
      const read = readCode(writeCode({ ...code, direction }, 'key'))!;
      expect(read.content).toEqual({ ...code, direction });
      expect(isGenuineCode(read, 'key')).toBe(true);
      expect(isGenuineCode(read, 'another key')).toBe(false);
    }
  });

  it.each(['f8', 'fb', 'fc'])('is read of every hall, also of one whose code begins as %s does', (first) => {
    const hallId = first + code.hallId.slice(2);
    const read = readCode(writeCode({ ...code, hallId }, 'key'))!;
    expect(read.content).toEqual({ ...code, hallId });
    const scan = readScan(writeScan({ code: { ...code, hallId }, at: now, toldLater: false }, 'phone', 'key'))!;
    expect(scan.content.code.hallId).toBe(hallId);
  });

  it('is short enough to be scanned from the back of a hall', () => {
    expect(writeCode(code, 'key').length).toBeLessThanOrEqual(60);
  });

  it('is not genuine once a letter of it is changed', () => {
    const written = writeCode(code, 'key');
    const out = readCode(written.replace(/i(?=[0-9a-z]{5,7}\.)/, 'o'))!;
    expect(out.content.direction).toBe('out');
    expect(isGenuineCode(out, 'key')).toBe(false);
  });

  it.each(['', 'x', 'a.b', `${'a'.repeat(22)}x1.${'b'.repeat(22)}`, writeCode(code, 'key').slice(0, -1)])(
    'is not read from %p',
    (text) => expect(readCode(text)).toBeNull(),
  );

  it('stands in its slot and the one after, not before and not later', () => {
    const standing = [-20, 0, 20, 40].map((seconds) => standsAt({ code, toldLater: false }, later(seconds), 20));
    expect(standing).toEqual([false, true, true, false]);
  });

  it('stands at any later time where a phone kept it, and never before it was shown', () => {
    const standing = [-20, 0, 20, 4000].map((seconds) => standsAt({ code, toldLater: true }, later(seconds), 20));
    expect(standing).toEqual([false, true, true, true]);
  });

  it('says itself when a phone without a network scanned it, whatever the phone says', () => {
    const at = new Date('2019-01-01T00:00:00Z');
    expect(scannedAt({ code, at, toldLater: true }, 20)).toEqual(new Date('2026-02-07T07:45:00+07:00'));
    expect(scannedAt({ code, at: now, toldLater: false }, 20)).toEqual(now);
  });
});

describe('a scan on its way through the sign-in', () => {
  it('keeps its moment, and is good only on the device that made it', () => {
    for (const toldLater of [true, false]) {
      const read = readScan(writeScan({ code, at: now, toldLater }, 'phone', 'key'))!;
      expect(read.content).toEqual({ code, at: now, toldLater });
      expect(isGenuineScan(read, 'phone', 'key')).toBe(true);
      expect(isGenuineScan(read, 'another phone', 'key')).toBe(false);
    }
  });

  it('cannot be given another moment', () => {
    const written = writeScan({ code, at: now, toldLater: false }, 'phone', 'key');
    const moved = written.replace(now.getTime().toString(36), later(60).getTime().toString(36));
    expect(isGenuineScan(readScan(moved)!, 'phone', 'key')).toBe(false);
  });
});
