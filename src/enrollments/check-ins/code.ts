import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Direction } from '../attendance-line.entity';

/** What a code in a hall stands for: which hall, in or out, and the slot of time it was shown in. */
export interface CheckInCode {
  readonly hallId: string;
  readonly direction: Direction;
  /** Whole lifetimes of a code since 1970. */
  readonly slot: number;
}

/** A code that was scanned. */
export interface Scan {
  readonly code: CheckInCode;
  /** When it reached us; of one told later, when the phone's own clock says it was made. */
  readonly at: Date;
  /** Whether the phone had no network and sent it afterwards. */
  readonly toldLater: boolean;
}

export interface Signed<T> {
  readonly content: T;
  /** What was signed, and by what. */
  readonly text: string;
  readonly signature: string;
}

export const slotAt = (moment: Date, seconds: number) => Math.floor(moment.getTime() / (seconds * 1000));

const shownAt = ({ slot }: CheckInCode, seconds: number) => new Date(slot * seconds * 1000);

/** When a scan was made. Of one told later the code itself says it, since the clock of a phone may say anything. */
export const scannedAt = ({ code, at, toldLater }: Scan, seconds: number): Date =>
  toldLater ? shownAt(code, seconds) : at;

/** From when to when a code was taken: in its own slot and the one after, for those who were slow. */
export const takenWithin = (code: CheckInCode, seconds: number) =>
  [shownAt(code, seconds), shownAt({ ...code, slot: code.slot + 2 }, seconds)] as const;

/** As it stands in the address of the QR: short, so that it is read from the last row of a hall. */
export function writeCode(code: CheckInCode, key: string): string {
  return signed(codeText(code), key);
}

export function readCode(token: string): Signed<CheckInCode> | null {
  const [, text, signature] = /^([\w-]+)\.([\w-]{22})$/.exec(token) ?? [];
  const content = text === undefined ? null : codeOf(text);
  return content && { content, text: text!, signature: signature! };
}

/** A scan on its way through the sign-in; only the device that made it can use it. */
export function writeScan({ code, at, toldLater }: Scan, device: string, key: string): string {
  const text = `${codeText(code)}.${Math.max(0, at.getTime()).toString(36)}.${toldLater ? 'l' : 'n'}`;
  return `${text}.${macOf(`${text} ${device}`, key)}`;
}

export function readScan(token: string): Signed<Scan> | null {
  const [, text, coded, at, told, signature] = /^(([\w-]+)\.([0-9a-z]{1,11})\.([ln]))\.([\w-]{22})$/.exec(token) ?? [];
  const code = coded === undefined ? null : codeOf(coded);
  if (!code) return null;
  const content = { code, at: new Date(parseInt(at!, 36)), toldLater: told === 'l' };
  return { content, text: text!, signature: signature! };
}

export const isGenuineCode = ({ text, signature }: Signed<CheckInCode>, key: string) =>
  isEqual(signature, macOf(text, key));

export const isGenuineScan = ({ text, signature }: Signed<Scan>, device: string, key: string) =>
  isEqual(signature, macOf(`${text} ${device}`, key));

/** Whether a code is taken at a moment; one told later may be as old as it is, as long as it was shown at all by then. */
export function standsAt({ code: { slot }, toldLater }: Pick<Scan, 'code' | 'toldLater'>, now: Date, seconds: number) {
  const age = slotAt(now, seconds) - slot;
  return age >= 0 && (toldLater || age <= 1);
}

const codeText = ({ hallId, direction, slot }: CheckInCode) =>
  `${Buffer.from(hallId.replaceAll('-', ''), 'hex').toString('base64url')}${direction === 'in' ? 'i' : 'o'}${slot.toString(36)}`;

function codeOf(text: string): CheckInCode | null {
  const [, hall, direction, slot] = /^([\w-]{22})([io])([0-9a-z]{1,9})$/.exec(text) ?? [];
  const hex = Buffer.from(hall ?? '', 'base64url').toString('hex');
  if (hex.length !== 32) return null;
  const hallId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { hallId, direction: direction === 'i' ? 'in' : 'out', slot: parseInt(slot!, 36) };
}

const signed = (text: string, key: string) => `${text}.${macOf(text, key)}`;

/** 128 bits: nobody guesses them within the seconds a code stands. */
const macOf = (text: string, key: string) =>
  createHmac('sha256', key).update(text).digest().subarray(0, 16).toString('base64url');

function isEqual(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
