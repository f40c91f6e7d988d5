/** What a report (RFC 3464) says of one recipient. */
export interface ReportedRecipient {
  readonly address: string;
  /** RFC 3463, e.g. `5.1.1`. */
  readonly status: string;
  readonly action: string;
  /** What the other mail server said; empty when the report does not tell. */
  readonly diagnostic: string;
}

export interface DeliveryReport {
  /** The message it is about, without angle brackets; null when the report does not tell. */
  readonly messageId: string | null;
  readonly recipients: readonly ReportedRecipient[];
}

export const bareMessageId = (messageId: string): string => messageId.replace(/^<|>$/g, '');

type Headers = ReadonlyMap<string, string>;

interface Part {
  readonly headers: Headers;
  readonly body: string;
}

/** Nobody's report lies deeper, as an attachment of a forwarded message. */
const deepest = 4;
const mostParts = 50;

/** Reads a report as the mail program saved it, also one that lies inside a forwarded message; null when it is none. */
export function readDeliveryReport(raw: string): DeliveryReport | null {
  const parts = partsOf(partOf(raw.replaceAll('\0', '')), deepest).slice(0, mostParts);
  const status = parts.find((part) => typeOf(part) === 'message/delivery-status');
  if (!status) return null;
  const [ofMessage, ...ofRecipients] = textOf(status)
    .split(/\n\s*\n/)
    .map(headersOf);
  const original = parts.find((part) =>
    ['message/rfc822', 'text/rfc822-headers', 'message/rfc822-headers'].includes(typeOf(part)),
  );
  const messageId =
    (original && headersOf(textOf(original)).get('message-id')) ?? ofMessage?.get('original-envelope-id');
  return {
    messageId: messageId ? bareMessageId(messageId.trim()) : null,
    recipients: ofRecipients.flatMap((fields) => {
      const address = addressIn(fields.get('original-recipient') ?? fields.get('final-recipient'));
      const [action, reported] = [fields.get('action'), fields.get('status')];
      if (!address || !action || !reported) return [];
      const diagnostic = (fields.get('diagnostic-code') ?? '').replace(/^smtp\s*;\s*/i, '').replace(/\p{Cc}+/gu, ' ');
      return { address, action: action.toLowerCase(), status: /[245]\.\d+\.\d+/.exec(reported)?.[0] ?? '', diagnostic };
    }),
  };
}

/** `rfc822; a@example.vn` */
function addressIn(field = ''): string | null {
  const address = field.slice(0, 400).split(';').at(-1)!.trim().replace(/^<|>$/g, '');
  return /^[^\s<>@]+@[^\s<>@]+$/.test(address) ? address : null;
}

function partOf(raw: string): Part {
  const text = raw.replace(/\r\n?/g, '\n');
  const end = text.indexOf('\n\n');
  return end < 0
    ? { headers: headersOf(text), body: '' }
    : { headers: headersOf(text.slice(0, end)), body: text.slice(end + 2) };
}

/** The first of each name, unfolded. */
function headersOf(text: string): Headers {
  const headers = new Map<string, string>();
  for (const line of text
    .trimStart()
    .split('\n\n', 1)[0]!
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

const typeOf = ({ headers }: Part): string =>
  (headers.get('content-type') ?? 'text/plain').split(';')[0]!.trim().toLowerCase();

/** The part itself, and what lies in it. */
function partsOf(part: Part, depth: number): Part[] {
  if (depth === 0) return [part];
  const boundary = /boundary="?([^";]+)"?/i.exec(part.headers.get('content-type') ?? '')?.[1];
  if (typeOf(part).startsWith('multipart/') && boundary) {
    const [, ...inside] = `\n${part.body}`.split(`\n--${boundary}`);
    return inside
      .filter((text) => !text.startsWith('--'))
      .slice(0, mostParts)
      .flatMap((text) => partsOf(partOf(text.replace(/^[ \t]*\n/, '')), depth - 1));
  }
  if (typeOf(part) === 'message/rfc822') return [part, ...partsOf(partOf(textOf(part)), depth - 1)];
  return [part];
}

function textOf({ headers, body }: Part): string {
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n?/g, '\n');
  if (encoding !== 'quoted-printable') return body;
  return body
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
