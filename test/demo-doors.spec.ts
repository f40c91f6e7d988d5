import { readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { files, src } from './floor-plan';

const root = join(src, '..');
const demo = join(root, 'demo');

/** Where people and programs come in, and what the start itself does. */
const isDoor = (file: string) =>
  /\.(controller|pages)\.tsx?$/.test(file) ||
  ['serve.ts', 'doctor.ts', 'platform/access/access.guard.ts'].includes(file);

/** What no door calls and the story cannot do without. */
const besides: ReadonlySet<string> = new Set([
  // Whom the guard finds behind a session.
  'ActorsQueries.ofAccount',
  // What recurs by itself is due at once.
  'JobQueue.runNow',
]);

/** Values, not use cases. */
const values: ReadonlySet<string> = new Set(['Actor', 'Clock', 'MovableClock']);

/** Recognises and wipes the database; marks what was played; counts what came of it. */
const mayUseSql: ReadonlySet<string> = new Set(['main.ts', 'story.ts', 'report.ts']);
const ofDatabase = /^(Database|Tx|EntityManager|Repository|DataSource|Journal|Client|ClientBase)$/;

interface Called {
  readonly method: ts.Node;
  /** `Class.method`. */
  readonly name: string;
  readonly inFile: string;
}

class Calls {
  private readonly program: ts.Program;
  private readonly types: ts.TypeChecker;

  /** @param planted a file of the demo that is not there */
  constructor(planted: string) {
    const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { readonly config: object };
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
    const host = ts.createCompilerHost(options);
    const [readFile, fileExists] = [host.readFile.bind(host), host.fileExists.bind(host)];
    const path = join(demo, 'planted.ts');
    host.readFile = (wanted) => (wanted === path ? planted : readFile(wanted));
    host.fileExists = (wanted) => wanted === path || fileExists(wanted);
    const story = readdirSync(demo, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const paths = [...files.filter(isDoor).map((file) => join(src, file)), ...story.map((file) => join(demo, file))];
    this.program = ts.createProgram([...paths, path], options, host);
    this.types = this.program.getTypeChecker();
  }

  /** Every method of a class that files call. */
  in(isWanted: (path: string) => boolean): Called[] {
    const found: Called[] = [];
    for (const file of this.program.getSourceFiles().filter(({ fileName }) => isWanted(fileName)))
      eachBelow(file, (node) => {
        const method = ts.isCallExpression(node) && this.types.getResolvedSignature(node)?.getDeclaration();
        if (!method || !ts.isClassLike(method.parent)) return;
        const [of, name] = [method.parent.name?.text, 'name' in method && method.name?.getText()];
        found.push({ method, name: `${of}.${name}`, inFile: file.fileName });
      });
    return found;
  }
}

function eachBelow(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => eachBelow(child, see));
}

describe('the story of the demo', () => {
  let wrong: readonly string[];
  beforeAll(() => {
    const calls = new Calls(`
import { AccountsService } from '../src/accounts/accounts.service';
import { Database } from '../src/platform/database/database';
import { Actor } from '../src/platform/access/actor';
import type { Stage } from './stage';

export async function cheat(stage: Stage): Promise<void> {
  const accountId = await stage.get(AccountsService).createWith({} as never, Actor.service('demo'), {} as never, null);
  await stage.get(AccountsService).grantWith({} as never, Actor.service('demo'), { accountId, role: 'admin' });
  await stage.get(Database).read('SELECT 1 FROM units');
}`);
    const ofDoors = new Set(
      calls.in((path) => path.startsWith(`${src}/`) && isDoor(relative(src, path))).map(({ method }) => method),
    );
    wrong = calls
      .in((path) => path.startsWith(`${demo}/`))
      .filter(({ method, name, inFile }) => {
        const [of] = name.split('.');
        if (ofDatabase.test(of!)) return !mayUseSql.has(basename(inFile));
        const isOurs = method.getSourceFile().fileName.startsWith(`${src}/`);
        return isOurs && !values.has(of!) && !besides.has(name) && !ofDoors.has(method);
      })
      .map(({ name, inFile }) => `${relative(demo, inFile)} calls ${name}`);
  }, 300_000);

  it('does nothing that no page and no route does', () => {
    expect(wrong.filter((one) => !one.startsWith('planted.ts'))).toEqual([]);
  });

  it('is caught where it makes what people cannot, or reads the database itself', () => {
    expect(wrong.filter((one) => one.startsWith('planted.ts'))).toEqual([
      'planted.ts calls AccountsService.createWith',
      'planted.ts calls AccountsService.grantWith',
      'planted.ts calls Database.read',
    ]);
  });
});
