import type { Letter, Mailbox } from '../../bench/mailbox';
import type { TestApp } from '../app';
import { until } from '../completions/closing';

/** The text of a letter as its reader sees it. */
export function textOf({ raw }: Pick<Letter, 'raw'>): string {
  const [, part] = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw) ?? [];
  const isBase64 = /Content-Type: text\/plain[^\r]*\r\nContent-Transfer-Encoding: base64/i.test(raw);
  if (isBase64) return Buffer.from(part!, 'base64').toString('utf8');
  return Buffer.from(
    part!.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}

interface OneTimeLink {
  readonly path: string;
  readonly token: string;
}

function linkOf(letter: Letter): OneTimeLink | null {
  const [, path, token] = /https?:\/\/[^/\s]+(\/[a-z-]+\/([\w-]{43}))(?!\S)/.exec(textOf(letter)) ?? [];
  return path && token ? { path, token } : null;
}

/** The one-time link in a letter, as a path of the service, and what opens it. */
export function linkIn(letter: Letter): OneTimeLink {
  const link = linkOf(letter);
  if (!link) throw new Error('There is no link in this letter.');
  return link;
}

/** The link that came last. Letters leave side by side, so that another, with news alone, may come after it. */
export const newestLink = ({ letters }: Mailbox): OneTimeLink | null =>
  letters.map(linkOf).findLast((link) => link !== null) ?? null;

/** The links of invitations printed in a PDF, as whole addresses. */
export const linksOnSlips = (pdf: string): string[] =>
  [...pdf.matchAll(/\/URI \((http[^)]*\/invitations\/[\w-]{43})\)/g)].map(([, link]) => link!);

/** The newest link of a kind that was sent to an address, once it arrived: mail is looked for every half minute. */
export const linkSentTo = (mailbox: Mailbox, email: string, kind: string) =>
  until(async () => {
    const letter = mailbox.letters.findLast(({ to, raw }) => to === email && textOf({ raw }).includes(`/${kind}/`));
    return letter ? linkIn(letter) : null;
  }, 40);

/** The tables that hold a text anywhere, in any column. */
export async function tablesHolding(app: TestApp, text: string): Promise<string[]> {
  const tables = await app.sql<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const found = await app.sql(`SELECT FROM ${name} t WHERE position($1 IN t::text) > 0 LIMIT 1`, text);
    if (found.length > 0) holding.push(name);
  }
  return holding;
}
