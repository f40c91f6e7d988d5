/**
 * What a line of the log may say of a request, its answer and a fault: what is named here and nothing else. An address
 * keeps the words of our routes, ids, days and small numbers; names, codes, tokens and whatever was typed are left out.
 */
export const logLines = { req: loggedRequest, res: loggedAnswer, err: loggedFault };

type LogMethod = (this: unknown, ...said: unknown[]) => void;

/** Who tells some nine hundred times, at every start, how the service is put together: no news to whoever runs it. */
const ofAssembly = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);
const usualLevel = 30;

/** A line with a fault and no words of its own would be given the fault's message, which quotes. */
export function writeLine(this: unknown, said: unknown[], write: LogMethod, level: number): void {
  const [first, ...words] = said;
  const fields = first instanceof Error ? { err: first } : first;
  if (level === usualLevel && fields instanceof Object && 'context' in fields && ofAssembly.has(fields.context)) return;
  const isFault = fields instanceof Object && 'err' in fields;
  write.apply(this, isFault && words.length === 0 ? [fields, 'fault'] : [fields, ...words]);
}

/** The words that stand in addresses of our routes; filled as the routes are declared. */
const routeWords = new Set<string>();

export function knowRoute(pattern: string): void {
  for (const part of pattern.split('/')) if (/^[\w.-]+$/.test(part)) routeWords.add(part);
}

const isId = (part: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(part);
const isSmallNumberOrDay = (part: string) => /^\d{1,4}$|^\d{4}-\d{2}(-\d{2})?$/.test(part);
const mayBeSaid = (part: string) => part === '' || routeWords.has(part) || isId(part) || isSmallNumberOrDay(part);

/** An address as the log keeps it. */
export function loggedAddress(url: string): string {
  const [path = '', query] = url.split(/[?#]/, 2);
  const said = path.split('/').map((part) => (mayBeSaid(part) ? part : '…'));
  return `${said.join('/')}${query === undefined ? '' : '?…'}`;
}

/** Whether an address holds nothing that was typed and opens nothing by itself, so that other addresses may repeat it. */
export const mayBeRepeated = (url: string): boolean => loggedAddress(url) === url;

interface Request {
  readonly id?: unknown;
  readonly method?: string;
  readonly url?: string;
  readonly remoteAddress?: string;
}

function loggedRequest({ id, method, url = '', remoteAddress }: Request): object {
  return { id, method, url: loggedAddress(url), remoteAddress };
}

function loggedAnswer({ statusCode }: { readonly statusCode?: number }): object {
  return { statusCode };
}

interface Fault {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly driverError?: unknown;
  /** The error itself, where the logger hands over what it made of it. */
  readonly raw?: Fault;
}

/** What PostgreSQL says of where, never of what: its messages and details quote rows and parameters. */
const whereabouts = ['code', 'schema', 'table', 'column', 'constraint', 'routine'] as const;

function loggedFault(given: Fault): object {
  const fault = given.raw ?? given;
  const stack = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const ofDatabase = (fault.driverError ?? (isOfDatabase(fault) ? fault : null)) as Record<string, unknown> | null;
  const facts = ofDatabase
    ? Object.fromEntries(whereabouts.flatMap((name) => (ofDatabase[name] ? [[name, ofDatabase[name]]] : [])))
    : { code: isPlainCode(fault.code) ? fault.code : undefined, message: withoutPeople(fault.message ?? '') };
  const cause = fault.cause instanceof Error ? { cause: loggedFault(fault.cause) } : {};
  return { type: fault.name, ...facts, stack: stack.join('\n'), ...cause };
}

const isOfDatabase = (fault: object) => 'severity' in fault || 'query' in fault;
const isPlainCode = (code: unknown) =>
  typeof code === 'number' || (typeof code === 'string' && /^\w{1,40}$/.test(code));

/** A message without what it quotes and without what looks like a name, an address, a number or a key. */
export function withoutPeople(message: string): string {
  return message
    .replace(/"[^"]*"?|“[^”]*”?|«[^»]*»?|`[^`]*`?/g, '…')
    .replace(/'([^']*)'?/g, (quoted, inner: string) => (/^[a-z]\w{0,40}$/.test(inner) ? quoted : '…'))
    .replace(/\S+@\S+/g, '…')
    .replace(/\?\S+/g, '…')
    .replace(/[\w-]*\d[\w-]{11,}|(?:\d[ .-]?){8,}\d/g, '…')
    .replace(/(?:\p{Lu}\p{L}*\s+)+\p{Lu}\p{L}*/gu, '…')
    .replace(/[^\s]*[^\p{ASCII}…\s][^\s]*/gu, '…')
    .slice(0, 500);
}
