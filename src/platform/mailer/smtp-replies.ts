/**
 * What a "no" of a mail server is about:
 * - `sender`: us – our quota, our sign-in, our mail server. It concerns every message, whoever it is to.
 * - `address`: the recipient's address, for good.
 * - `message`: this message, for good; the address may be well.
 * - `later`: this message or recipient, for now.
 */
export type SmtpVerdict = 'sender' | 'address' | 'message' | 'later';

export interface SmtpFailure {
  /** The reply code of three digits; none when the server could not be reached or hung up. */
  readonly responseCode?: number | undefined;
  /** The reply in full. */
  readonly response?: string | undefined;
  /** What it answers: `CONN`, `MAIL FROM`, `RCPT TO`, `DATA`, … */
  readonly command?: string | undefined;
  /** Of the client: `EAUTH`, `EDNS`, … */
  readonly code?: string | undefined;
}

/** Said of one message or its recipient; whatever else is refused is refused to us. */
const aboutMessage = ['RCPT TO', 'DATA'];
const unreachable = ['EAUTH', 'EDNS', 'ETLS', 'ECONNECTION'];

/** What servers write about what we may send; a mailbox that is over its quota has a code of its own (x.2.2). */
const aboutOurQuota =
  /(quota|(sending|submission|daily|hourly|message|messages|rate|user)[ -]?limit)s?\b.{0,20}exceed|exceed\w*.{0,30}(quota|limit)|QuotaExceeded|rate.?limit|throttl|too many (messages|e-?mails|mails|connections)/i;

/** The recipient's room, or the size of the message. */
const aboutTheirs = /^552|mailbox|inbox|recipient|storage|size/i;

/** RFC 3463: `X.1.7` and `X.1.8` are the sender's address. `X.3.4` and `X.2.3` are the size of the message. */
const enhanced: readonly (readonly [RegExp, SmtpVerdict])[] = [
  [/^[45]\.1\.[78]$/, 'sender'],
  [/^5\.1\.\d+$/, 'address'],
  [/^5\.2\.[12]$/, 'address'],
  [/^5\.(2\.3|3\.4)$/, 'message'],
  [/^4\.2\.\d+$/, 'later'],
  [/^[45]\.3\.[1235]$/, 'sender'],
  [/^[45]\.4\.5$/, 'sender'],
  [/^5\.4\.[14]$/, 'address'],
  // Signing in, and who may send in whose name.
  [/^[45]\.7\.(8|9|14|60)$/, 'sender'],
];

/** It closes the connection, whatever was asked. */
const closing = 421;

/** RFC 5321, for servers that give no enhanced code. 452: it has no room. */
const plain: Readonly<Record<number, SmtpVerdict>> = {
  452: 'sender',
  454: 'sender',
  530: 'sender',
  535: 'sender',
  550: 'address',
  551: 'address',
  552: 'address',
  553: 'address',
};

/** Decides it in one place, by the enhanced code (RFC 3463) first, then by what is said, then by the code (RFC 5321). */
export function verdictOf({ responseCode, response = '', command = '', code = '' }: SmtpFailure): SmtpVerdict {
  if (!responseCode) return command === 'CONN' || unreachable.includes(code) ? 'sender' : 'later';
  if (responseCode === closing || !aboutMessage.includes(command)) return 'sender';
  return verdictOfStatus(enhancedIn(response), response) ?? plain[responseCode] ?? lasting(responseCode >= 500);
}

/** What a report of delivery (RFC 3464) says of one recipient. */
export const verdictOfReport = (status: string, diagnostic: string): SmtpVerdict =>
  verdictOfStatus(status, diagnostic) ?? lasting(status.startsWith('5'));

function verdictOfStatus(status: string | null, said: string): SmtpVerdict | null {
  const known = enhanced.find(([pattern]) => pattern.test(status ?? ''))?.[1];
  if (known) return known;
  if (aboutOurQuota.test(said) && !aboutTheirs.test(said)) return 'sender';
  return status ? lasting(status.startsWith('5')) : null;
}

const lasting = (isForGood: boolean): SmtpVerdict => (isForGood ? 'message' : 'later');

const enhancedIn = (reply: string): string | null => /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(reply)?.[1] ?? null;
