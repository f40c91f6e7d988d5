/** What one piece of SQL does to one relation; a number is the place of a `${…}` that stands where a name would. */
export interface Use {
  readonly does: 'reads' | 'writes' | 'calls';
  readonly name: string | number;
}

/** What is not SQL of a piece: comments, quoted values and bodies, and casts. A hole is its number between two `\0`. */
const silent = /--[^\n]*|\/\*[^]*?\*\/|[eE]?'(?:[^']|'')*'|\$(\w*)\$[^]*?\$\1\$/y;
const token = /\0\d+\0|"[^"]+"|[A-Za-z_]\w*|\d[\w.]*|\$\d+|\S/y;

function tokensOf(sql: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < sql.length;) {
    silent.lastIndex = token.lastIndex = at;
    const skipped = silent.exec(sql);
    if (skipped) {
      at = silent.lastIndex;
      found.push("'");
      continue;
    }
    const [next] = token.exec(sql) ?? [];
    if (next === undefined) at += 1;
    else {
      found.push(next);
      at = token.lastIndex;
    }
  }
  return found;
}

const endsOfFrom = new Set(
  'WHERE GROUP ORDER LIMIT HAVING UNION EXCEPT INTERSECT RETURNING FOR SET WINDOW OFFSET SELECT VALUES ;'.split(' '),
);
const wordsBeforeName = new Set(['ONLY', 'LATERAL', 'TABLE']);
const isName = (word: string | undefined) => word !== undefined && /^(\0|"|[A-Za-z_])/.test(word);

/** A bracket and everything in it ends there. */
function afterBrackets(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')' && (depth -= 1) === 0) return at + 1;
  }
  return tokens.length;
}

/**
 * The tables, views and functions a piece of SQL names. It need not be a whole statement, keywords are in capitals, and
 * every name counts that stands where a relation does: whether it is one of the database's the caller knows.
 * @param head whether the piece is put where a relation stands, so that it begins with one
 */
export function usesOf(sql: string, head = false): Use[] {
  const tokens = tokensOf(sql);
  const uses: Use[] = [];

  const named = (does: 'reads' | 'writes', start: number): void => {
    let at = start;
    while (wordsBeforeName.has(tokens[at]!)) at += 1;
    if (tokens[at + 1] === '.') {
      if (tokens[at] !== 'public') return;
      at += 2;
    }
    const word = tokens[at];
    if (!isName(word) || (tokens[at + 1] === '(' && does === 'reads')) return;
    uses.push({ does, name: word!.startsWith('\0') ? Number(word!.slice(1, -1)) : word!.replaceAll('"', '') });
  };

  /** Everything between FROM and the next clause: after a comma stands a relation again. */
  const list = (start: number): void => {
    named('reads', start);
    for (let at = start; at < tokens.length; at += 1) {
      const word = tokens[at]!;
      if (word === '(') at = afterBrackets(tokens, at) - 1;
      else if (word === ')' || endsOfFrom.has(word)) return;
      else if (word === ',') named('reads', at + 1);
    }
  };

  if (head) list(0);
  tokens.forEach((word, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]];
    if (word === 'JOIN') named('reads', at + 1);
    else if (word === 'FROM' && before === 'DELETE') named('writes', at + 1);
    else if (word === 'FROM' && before !== 'DISTINCT') list(at + 1);
    else if (word === 'USING' && next !== '(') list(at + 1);
    else if (word === 'INTO' && (before === 'INSERT' || before === 'MERGE')) named('writes', at + 1);
    else if (word === 'UPDATE' && before !== 'FOR' && before !== 'DO' && before !== 'KEY') named('writes', at + 1);
    else if (word === 'TRUNCATE' || word === 'COPY' || word === 'LOCK') named('writes', at + 1);
    else if (next === '(' && before !== '.' && before !== 'INTO' && /^[a-z_]\w*$/.test(word))
      uses.push({ does: 'calls', name: word });
  });
  return uses;
}
