import { join, relative } from 'node:path';
import ts from 'typescript';
import { files, src } from '../floor-plan';
import { type Use, usesOf } from './statement';

/** What a file of the source does to a relation, and where it says so. */
export interface UseInFile {
  readonly does: Use['does'];
  readonly name: string;
  readonly file: string;
  readonly line: number;
}

type Text = ts.StringLiteralLike | ts.TemplateExpression;
const isText = (node: ts.Node): node is Text => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

/** Keywords are read in capitals, so none may hide in small letters. */
const inSmallLetters = /\b(select\b[^]*\bfrom|insert\s+into|delete\s+from|update\s+\S+\s+set)\b/;

const readers = /^(find|count|exist|sum|average|minimum|maximum|get(Repository|TreeRepository|Id)|createQueryBuilder)/;
const writers = /^(save|insert|update|upsert|delete|remove|soft|restore|recover|increment|decrement|clear)/;

/** Reads the source with its types: a name may come from a constant, a parameter or a union of literals. */
export class Source {
  private readonly types: ts.TypeChecker;
  private readonly texts: Text[] = [];
  private readonly calls: (ts.CallExpression | ts.NewExpression)[] = [];
  private readonly assigned: (ts.PropertyAssignment | ts.ShorthandPropertyAssignment)[] = [];
  private readonly uses: UseInFile[] = [];
  /** What stands for a relation and could not be found out. */
  readonly unknown: string[] = [];

  /** @param added files that are not there, by their path in the source */
  constructor(added: Readonly<Record<string, string>> = {}) {
    const { config } = ts.readConfigFile(join(src, '../tsconfig.json'), ts.sys.readFile) as { readonly config: object };
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, join(src, '..'));
    const host = ts.createCompilerHost(options);
    const textOf = (path: string) => added[relative(src, path)];
    const [readFile, fileExists] = [host.readFile.bind(host), host.fileExists.bind(host)];
    host.readFile = (path) => textOf(path) ?? readFile(path);
    host.fileExists = (path) => textOf(path) !== undefined || fileExists(path);
    const paths = [...files.filter((file) => !/\.spec\.tsx?$/.test(file)), ...Object.keys(added)];
    const program = ts.createProgram(
      paths.map((file) => join(src, file)),
      options,
      host,
    );
    this.types = program.getTypeChecker();
    for (const file of program.getSourceFiles()) {
      if (file.fileName.startsWith(`${src}/`)) eachBelow(file, (node) => this.keep(node));
    }
  }

  private keep(node: ts.Node): void {
    if (isText(node)) this.texts.push(node);
    else if (ts.isCallExpression(node) || ts.isNewExpression(node)) this.calls.push(node);
    else if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) this.assigned.push(node);
  }

  /** Everything the source does to relations, by the names that stand there. */
  read(): readonly UseInFile[] {
    for (const text of this.texts) this.readText(text, false);
    for (const call of this.calls) this.readCall(call);
    return this.uses;
  }

  private add(node: ts.Node, does: Use['does'], name: string): void {
    const file = node.getSourceFile();
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    this.uses.push({ does, name, file: relative(src, file.fileName), line: line + 1 });
  }

  private wonder(node: ts.Node): void {
    this.unknown.push(`${relative(src, node.getSourceFile().fileName)}: ${node.getText()}`);
  }

  private readText(text: Text, isRelation: boolean): void {
    const holes = ts.isTemplateExpression(text) ? text.templateSpans : [];
    const sql = ts.isTemplateExpression(text)
      ? text.head.text + holes.map(({ literal }, at) => `\0${at}\0${literal.text}`).join('')
      : text.text;
    if (inSmallLetters.test(sql)) this.wonder(text);
    for (const { does, name } of usesOf(sql, isRelation)) {
      if (typeof name === 'string') this.add(text, does, name);
      else this.readHole(holes[name]!.expression, does, new Set());
    }
  }

  /** What stands in a `${…}` where a relation does: counted for the file whose words name it. */
  private readHole(expression: ts.Node, does: Use['does'], seen: Set<ts.Node>): void {
    if (seen.has(expression)) return;
    seen.add(expression);
    const on = (...found: readonly ts.Node[]) => found.forEach((node) => this.readHole(node, does, seen));
    if (isText(expression)) {
      if (does === 'reads') this.readText(expression, true);
      else this.add(expression, does, (expression as ts.StringLiteralLike).text);
      return;
    }
    if (ts.isConditionalExpression(expression)) return on(expression.whenTrue, expression.whenFalse);
    if (ts.isBinaryExpression(expression)) return on(expression.left, expression.right);
    if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) return on(expression.expression);
    const origins = this.originsOf(expression);
    if (origins.length > 0) return on(...origins);
    this.wonder(expression);
  }

  /** The expressions a constant, a function, a parameter or a property may stand for. */
  private originsOf(expression: ts.Node): ts.Node[] {
    if (ts.isCallExpression(expression)) {
      const declared = this.types.getResolvedSignature(expression)?.getDeclaration();
      if (!declared || !('body' in declared) || !declared.body) return [];
      if (!ts.isBlock(declared.body)) return [declared.body];
      return nodesIn(declared.body, ts.isReturnStatement).flatMap((node) => node.expression ?? []);
    }
    const symbol = this.symbolOf(ts.isPropertyAccessExpression(expression) ? expression.name : expression);
    return symbol?.declarations?.flatMap((declared) => this.valuesOf(declared)) ?? [];
  }

  private symbolOf(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.types.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.types.getAliasedSymbol(symbol) : symbol;
  }

  private valuesOf(declared: ts.Declaration): ts.Node[] {
    const first = 'initializer' in declared && declared.initializer ? [declared.initializer as ts.Node] : [];
    if (ts.isParameter(declared)) return [...first, ...this.argumentsFor(declared)];
    if (ts.isBindingElement(declared)) {
      const name = (declared.propertyName ?? declared.name).getText();
      const property = this.types.getTypeAtLocation(declared.parent).getProperty(name);
      const ofDefault = nodesIn(declared.parent.parent, ts.isPropertyAssignment).filter(
        (one) => one.name.getText() === name,
      );
      return [...first, ...ofDefault.map((one) => one.initializer), ...(property ? this.assignedTo(property) : [])];
    }
    if (ts.isPropertySignature(declared) || ts.isPropertyDeclaration(declared)) {
      const property = this.types.getSymbolAtLocation(declared.name);
      return [...first, ...(property ? this.assignedTo(property) : [])];
    }
    return first;
  }

  private argumentsFor(parameter: ts.ParameterDeclaration): ts.Node[] {
    const at = parameter.parent.parameters.indexOf(parameter);
    const name = nameOf(parameter.parent);
    return this.calls
      .filter(({ expression }) => expression.getText().endsWith(name))
      .filter((call) => this.types.getResolvedSignature(call)?.getDeclaration() === parameter.parent)
      .flatMap((call) => call.arguments?.[at] ?? []);
  }

  private assignedTo({ name, declarations }: ts.Symbol): ts.Node[] {
    return this.assigned
      .filter((one) => one.name.getText() === name)
      .filter(({ parent }) => {
        const wanted = this.types.getContextualType(parent)?.getProperty(name);
        return wanted?.declarations?.some((one) => declarations?.includes(one)) ?? false;
      })
      .map((one) => (ts.isPropertyAssignment(one) ? one.initializer : one.name));
  }

  private readCall(call: ts.CallExpression | ts.NewExpression): void {
    if (!ts.isPropertyAccessExpression(call.expression)) return;
    const { expression: receiver, name } = call.expression;
    // A list is searched by a function, a table by its entity: only what may be the latter is looked at closely.
    const [first] = call.arguments ?? [];
    const isNamed = first !== undefined && /^[A-Z]/.test(first.getText());
    if (!writers.test(name.text) && !(readers.test(name.text) && isNamed)) return;
    if (!/^(Tx|EntityManager|Repository)$/.test(this.types.getTypeAtLocation(receiver).symbol?.name)) return;
    const does = writers.test(name.text) ? 'writes' : 'reads';
    const entity = first && this.entityOf(first);
    if (entity) this.add(call, does, entity);
    else this.wonder(call);
  }

  /** The table of the class, or of what is an instance of it, that is handed over. */
  private entityOf(argument: ts.Expression): string | null {
    const type = this.types.getNonNullableType(this.types.getTypeAtLocation(argument));
    const one = this.types.isArrayType(type) ? this.types.getTypeArguments(type as ts.TypeReference)[0]! : type;
    const text = (one.symbol ?? one.aliasSymbol)?.valueDeclaration?.getText() ?? '';
    return /@Entity\('(\w+)'\)/.exec(text)?.[1] ?? null;
  }
}

/** As it is called: a constructor by its class, an arrow by its constant. */
function nameOf(called: ts.SignatureDeclaration): string {
  const named =
    ts.isConstructorDeclaration(called) || (!called.name && ts.isVariableDeclaration(called.parent))
      ? called.parent
      : called;
  return (named as ts.NamedDeclaration).name?.getText() ?? '';
}

function eachBelow(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => eachBelow(child, see));
}

function nodesIn<Node extends ts.Node>(within: ts.Node, is: (node: ts.Node) => node is Node): Node[] {
  const found: Node[] = [];
  eachBelow(within, (node) => is(node) && found.push(node));
  return found;
}
