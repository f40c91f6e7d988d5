import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

const src = join(__dirname, '../../src');

/** Buttons that send what the page gave them: nobody typed anything that could be lost. */
const buttons = [
  'accounts/accounts.pages.tsx switchLanguage',
  'accounts/accounts.pages.tsx switchTheme',
  'accounts/invitations/invitations.pages.tsx slipsOfUnit',
  'classes/holidays/holidays.pages.tsx begin',
  'classes/holidays/holidays.pages.tsx setWorkingWeek',
  'operations/operations.pages.tsx replay',
  'webhooks/webhooks.pages.tsx replay',
];
/** It catches a refusal by itself: while somebody types, half a text is no mistake yet. */
const whileTyping = ['reminders/texts/texts.pages.tsx preview'];

interface Handler {
  /** `file handler`. */
  readonly name: string;
  readonly isRefused: boolean;
}

/** The handlers of pages to which somebody sends what they typed or chose. */
function handlersIn(file: string): Handler[] {
  const source = ts.createSourceFile(file, readFileSync(join(src, file), 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.filter(ts.isClassDeclaration).flatMap((page) => {
    const methods = page.members.filter(ts.isMethodDeclaration);
    const bodyOf = (name: string) => methods.find((method) => method.name.getText() === name)?.body?.getText() ?? '';
    const tries = (body: string): boolean =>
      body.includes('.attempt(') ||
      [...body.matchAll(/\bthis\.(\w+)\(/g)].some(([, name]) => bodyOf(name!).includes('.attempt('));
    return methods
      .filter((method) => decoratorsOf(method).includes('Post') && takesForm(method))
      .map((method) => ({
        name: `${file} ${method.name.getText()}`,
        isRefused: decoratorsOf(method).includes('Refused') || tries(method.body!.getText()),
      }));
  });
}

const decoratorsOf = (node: ts.HasDecorators) =>
  (ts.getDecorators(node) ?? []).map(({ expression }) => /^\w+/.exec(expression.getText())![0]);

const takesForm = (method: ts.MethodDeclaration): boolean =>
  method.parameters.some((parameter) => decoratorsOf(parameter).includes('Body')) ||
  /\breadUpload\(|\breadForm\(/.test(method.body!.getText());

describe('a form that is refused', () => {
  const handlers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.pages\.tsx?$/.test(file))
    .toSorted()
    .flatMap(handlersIn);

  it('comes back with what was typed in it: its handler says by @Refused how, or tries by page.attempt', () => {
    expect(handlers.length).toBeGreaterThan(100);
    const others = handlers.filter(({ isRefused }) => !isRefused).map(({ name }) => name);
    expect(others).toEqual([...buttons, ...whileTyping].toSorted());
  });
});
