import type { FieldError } from '../platform/problems/refusal';
import type { ModuleItem } from './theory-classes.queries';

type Typed = Readonly<Record<string, unknown>>;
const parts = ['number', 'name', 'kind', 'weight'] as const;
type ModulePart = (typeof parts)[number];

/** Lines beyond those in use, for modules to be added. */
const spareLines = 5;
const fewestLines = 16;

export const moduleField = (line: number, part: ModulePart) => `${part}.${line}`;

export const linesFor = (modules: number) => Math.max(fewestLines, modules + spareLines);

/** The modules as they are, then empty lines numbered onwards. */
export function storedLines(modules: readonly ModuleItem[]): Readonly<Record<string, string>> {
  const last = modules.at(-1)?.number ?? 0;
  const lines = Array.from({ length: linesFor(modules.length) }, (_, line) => {
    const module = modules[line];
    const shown = module ?? { number: last + 1 + line - modules.length, name: '', kind: 'module', weight: 1 };
    return parts.map((part) => [moduleField(line, part), String(shown[part])] as const);
  });
  return Object.fromEntries(lines.flat());
}

export type TypedModule = Readonly<Record<ModulePart, unknown>> & { readonly line: number };

/** The lines that have a name. */
export function readModulesForm(typed: Typed): TypedModule[] {
  return Object.keys(typed).flatMap((field): TypedModule[] => {
    const [, number] = /^name\.(\d{1,3})$/.exec(field) ?? [];
    if (!number || String(typed[field]).trim() === '') return [];
    const line = Number(number);
    const at = (part: ModulePart) => typed[moduleField(line, part)];
    return [{ line, number: at('number'), name: at('name'), kind: at('kind'), weight: at('weight') }];
  });
}

/** A refusal names modules by their place in the list; the page knows them by their line. */
export function errorsInLines(errors: readonly FieldError[], typed: readonly TypedModule[]): FieldError[] {
  return errors.map((error) => {
    const [, index, part] = /^modules\.(\d+)\.(\w+)$/.exec(error.field) ?? [];
    const module = typed[Number(index)];
    return module ? { ...error, field: moduleField(module.line, part as ModulePart) } : error;
  });
}
