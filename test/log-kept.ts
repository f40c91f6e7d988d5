import { Writable } from 'node:stream';

/** The log of a service under test: every line of the whole suite is kept and searched for what must not stand in it. */
export class KeptLog extends Writable {
  private readonly chunks: string[] = [];
  private readonly secrets = new Set<string>();

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk.toString('utf8'));
    done();
  }

  /** What a spec knows and the database does not hold in clear. */
  mustNotSay(secret: string): void {
    this.secrets.add(secret);
  }

  /** Of what was searched already: lines of all specs of a worker, looked through again by each, cost more from spec to spec. */
  forget(): void {
    this.chunks.length = 0;
    this.secrets.clear();
  }

  get text(): string {
    return this.chunks.join('');
  }

  /** Which of these, and of the secrets, some line says, in clear or as an address writes it. */
  said(words: readonly string[]): string[] {
    const { text } = this;
    const beginnings = new Set<string>();
    for (let at = 0; at < text.length; at += 1) beginnings.add(text.slice(at, at + shortest));
    const stands = (shape: string) => beginnings.has(shape.slice(0, shortest)) && text.includes(shape);
    const shapes = (word: string) => [word, encodeURIComponent(word), encodeURIComponent(word).replaceAll('%20', '+')];
    return [...words, ...this.secrets].filter((word) => shapes(word).some(stands));
  }
}

/** No word that is looked for is shorter: few of them begin as anything in a log does, and only those are searched for. */
const shortest = 6;

/** Names, addresses, numbers and keys in a database, as far as they are long enough to be no other word. */
export const wordsOfPeople = `
  SELECT DISTINCT word FROM (
    (SELECT unnest(ARRAY[full_name, email::text, phone]) AS word FROM persons ORDER BY id LIMIT 2000)
    UNION ALL SELECT unnest(ARRAY[name, email::text]) FROM accounts
    UNION ALL SELECT to_address::text FROM mail_messages
    UNION ALL SELECT verification_code FROM certificates
    UNION ALL SELECT token FROM calendar_feeds
    UNION ALL SELECT key FROM check_in_halls
    UNION ALL SELECT key FROM unsubscribe_keys
    UNION ALL SELECT secret FROM webhooks
  ) found WHERE length(word) >= ${shortest} AND word ~ '[[:space:]@[:digit:]]|[a-zA-Z]{12}'`;
