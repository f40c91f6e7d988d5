import { oddBodies, oddTexts, oddTypes, oddValues } from './odd-values';
import { Seeded } from './seeded';

/** What the fuzz draws from: the service's own routes and schemas, and the ids of what stands in its database. */
export interface FuzzGround {
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  readonly schemas: Readonly<Record<string, Schema>>;
  /** The schema of a body by `POST /api/v1/…`. */
  readonly bodies: Readonly<Record<string, Schema>>;
  /** The names in a query by `GET /api/v1/…`. */
  readonly queries: Readonly<Record<string, readonly { readonly name: string; readonly schema: Schema }[]>>;
  readonly idsByTable: Readonly<Record<string, readonly string[]>>;
  readonly today: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const names = [
  'reason',
  'unitId',
  'personId',
  'classId',
  'rank',
  'letter',
  'letter.number',
  'letter.date',
  'cursor',
  'after',
  'limit',
  'search',
  'sort',
  'year',
  'day',
  'on',
  'version',
  'state',
  'next',
  'back',
  'locale',
  'do',
  'personIds',
  'mark',
  'decision',
  'count',
  'rule',
];
/** What the same thing is called in an address, a field and the database. */
const tables: Readonly<Record<string, string>> = {
  people: 'persons',
  person: 'persons',
  jobs: 'long_jobs',
  deputies: 'grants',
  grant_loans: 'grants',
  grant: 'grants',
  class: 'classes',
  messages: 'mail_messages',
  manager: 'accounts',
  permission: 'exam_permissions',
  override: 'admission_overrides',
  overrides: 'admission_overrides',
  calendar: 'calendar_feeds',
  rule: 'course_rules',
  file: 'essay_files',
};
const words: Readonly<Record<string, readonly string[]>> = {
  rule: ['class_near', 'half_day_near', 'standing'],
  sheet: ['roster', 'attendance', 'marks'],
  year: ['2025', '2026', '1899', '99999'],
  token: ['x', 'a'.repeat(43)],
  code: ['ABCD-EFGH', 'x'],
};

/** Requests that nearly fit and requests that do not, the same ones for the same seed and ground. */
export class FuzzRequests extends Seeded {
  private readonly allIds: readonly string[];

  constructor(
    private readonly ground: FuzzGround,
    seed: number,
  ) {
    super(seed);
    this.allIds = Object.values(ground.idsByTable).flat();
  }

  next(): FuzzRequest {
    const { method, path } = this.pick(this.ground.routes);
    const address = path.replace(
      /(?:([\w-]+)\/)?:(\w+)/g,
      (_, noun: string | undefined, name: string) =>
        (noun ? `${noun}/` : '') +
        encodeURIComponent(this.parameter(name === 'id' ? (noun ?? '') : name).replace(/\p{Surrogate}/gu, '?')),
    );
    const query = this.query(method, path);
    const { type, body } = method === 'GET' ? { type: null, body: '' } : this.body(method, path);
    return {
      method,
      path: `${address}${query ? `?${query}` : ''}`,
      headers: { ...this.headers(), ...(type ? { 'content-type': type } : {}) },
      body,
    };
  }

  private parameter(name: string): string {
    if (this.chance(0.05)) return this.pick(oddTexts).slice(0, 90) || 'x';
    const known = words[name];
    return known && !name.endsWith('Id') ? this.pick(known) : this.idOf(name);
  }

  private idOf(name: string): string {
    const noun = name
      .replace(/Ids?$/, '')
      .replaceAll('-', '_')
      .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const { idsByTable } = this.ground;
    const ids = idsByTable[tables[noun] ?? noun] ?? idsByTable[`${noun}s`] ?? [];
    return ids.length > 0 && this.chance(0.9) ? this.pick(ids) : this.pick(this.allIds);
  }

  private query(method: string, path: string): string {
    const known = this.ground.queries[`${method} ${path}`] ?? this.ground.queries[`${method} /api/v1${path}`] ?? [];
    const asked = new URLSearchParams();
    for (const { name, schema } of known) if (this.chance(0.5)) asked.append(name, this.text(name, schema));
    if (this.chance(0.3)) asked.append(this.pick(names), this.text(this.pick(names), {}));
    if (this.chance(0.1))
      asked.append(
        'cursor',
        Buffer.from(JSON.stringify([this.pick(oddTexts), this.pick(oddTexts)])).toString('base64url'),
      );
    return this.chance(0.02) ? `${asked.toString()}&%zz=%ED%A0%80&a.b=&=` : asked.toString();
  }

  private text(name: string, schema: Schema): string {
    const value = this.chance(0.25) ? this.pick(oddTexts) : this.value(name, schema, 0);
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
  }

  private body(method: string, path: string): { type: string | null; body: string } {
    if (this.chance(0.05))
      return { type: this.chance(0.7) ? 'application/json' : this.pick(oddTypes), body: this.pick(oddBodies) };
    if (this.chance(0.05)) return { type: null, body: '' };
    if (this.chance(path.includes('import') || path.includes('essay') ? 0.5 : 0.03)) return this.multipart();
    const schema = this.ground.bodies[`${method} ${path}`] ?? this.twin(path);
    const sent = schema
      ? this.value('', schema, 0)
      : Object.fromEntries(
          Array.from({ length: 4 }, () => this.pick(names)).map((name) => [name, this.value(name, {}, 0)]),
        );
    const isForm = path.startsWith('/api/') ? this.chance(0.05) : this.chance(0.9);
    return isForm
      ? { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(flat(sent)).toString() }
      : { type: 'application/json', body: JSON.stringify(sent) };
  }

  /** A page takes what the API takes at the address of the same name. */
  private twin(path: string): Schema | undefined {
    const same = ['POST', 'PUT', 'PATCH'].map((verb) => this.ground.bodies[`${verb} /api/v1${path}`]);
    return same.find(Boolean) ?? (this.chance(0.5) ? this.pick(Object.values(this.ground.bodies)) : undefined);
  }

  private multipart(): { type: string; body: string } {
    const part = (name: string, content: string, more = '') =>
      `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`;
    const file = this.pick([
      '',
      'PK\x03\x04',
      '%PDF-1.4 startxref %%EOF',
      'TT,Họ và tên\n1,Nguyễn Văn An\n',
      '\0\0',
      '"',
      ',\n'.repeat(500),
    ]);
    const whole =
      part('unitId', this.idOf('units')) +
      part('file', file, `; filename="${this.pick(['a.xlsx', 'a.csv', 'a.pdf', '..', 'x'.repeat(300)])}"`);
    const body = `${whole}--x--\r\n`;
    return { type: 'multipart/form-data; boundary=x', body: this.chance(0.2) ? body.slice(0, body.length / 2) : body };
  }

  private value(name: string, schema: Schema, depth: number): unknown {
    if (depth > 0 && this.chance(0.08)) return this.chance(0.5) ? this.pick(oddTexts) : this.pick(oddValues);
    const whole = schema.$ref ? this.ground.schemas[schema.$ref.split('/').at(-1)!] : schema.allOf?.[0];
    if (whole) return depth > 4 ? {} : this.value(name, whole, depth);
    if (schema.enum) return this.pick(schema.enum);
    if (schema.properties) {
      const kept = Object.entries(schema.properties).filter(() => this.chance(0.85));
      return Object.fromEntries(kept.map(([field, of]) => [field, this.value(field, of, depth + 1)]));
    }
    if (schema.type === 'array')
      return Array.from({ length: 1 + Math.floor(this.random() * 3) }, () =>
        this.value(name, schema.items ?? {}, depth + 1),
      );
    if (schema.format === 'uuid' || /Ids?$/.test(name)) return this.idOf(name);
    if (schema.format === 'date' || /^(day|on)$|date|Day$|On$/i.test(name)) return this.day();
    if (schema.format === 'date-time') return `${this.day()}T0${Math.floor(this.random() * 9)}:00:00+07:00`;
    if (schema.type === 'boolean') return this.chance(0.5);
    if (schema.type === 'integer' || schema.type === 'number' || name === 'limit')
      return this.pick([schema.minimum ?? 0, schema.maximum ?? 10, 1 + Math.floor(this.random() * 10)]);
    return this.pick(['Nguyễn Thị Ánh', '07:30', 'x', '12-CV/ĐU', 'ten@donvi.vn', '7,5', '/classes', 'vi']);
  }

  private day(): string {
    const day = new Date(this.ground.today);
    day.setUTCDate(day.getUTCDate() + Math.floor((this.random() - 0.5) * 200));
    return day.toISOString().slice(0, 10);
  }

  private headers(): Record<string, string> {
    const odd: Record<string, string>[] = [
      { accept: 'text/html' },
      { 'hx-request': 'true' },
      { 'accept-language': this.pick(['en', ',;', 'x'.repeat(200)]) },
      { cookie: this.pick(['flash=MQ', 'flash=bnVsbA', 'locale=%zz; session=x', 'device=constructor', '=;=']) },
      { 'if-match': this.pick(['"1"', 'W/"x"', '9223372036854775808']) },
      { 'idempotency-key': this.pick(['a', 'b', 'x'.repeat(300)]) },
      { referer: this.pick(['http://[', 'javascript:x', `http://127.0.0.1/${'a'.repeat(500)}`]) },
      { origin: 'null' },
    ];
    return Object.assign({}, ...odd.filter(() => this.chance(0.1))) as Record<string, string>;
  }
}

/** As a form sends it: `letter.number=…`. */
function flat(sent: unknown, before = ''): [string, string][] {
  if (sent === null || typeof sent !== 'object') return [[before || 'x', String(sent)]];
  if (Array.isArray(sent)) return sent.flatMap((inner) => flat(inner, before));
  return Object.entries(sent).flatMap(([name, value]) => flat(value, before ? `${before}.${name}` : name));
}
