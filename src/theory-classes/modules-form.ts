import type { FieldError } from '../platform/problems/refusal';
import type { MarkRules } from './mark-rules';
import type { ModuleItem } from './theory-classes.queries';

type Typed = Readonly<Record<string, unknown>>;
const parts = ['number', 'name', 'kind', 'weight', 'halfDays'] as const;
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
    const shown = module ?? { number: last + 1 + line - modules.length, ...emptyLine };
    return parts.map(
      (part) =>
        [moduleField(line, part), part === 'halfDays' ? showRanges(shown.halfDays) : String(shown[part])] as const,
    );
  });
  return Object.fromEntries(lines.flat());
}

const emptyLine = { name: '', kind: 'module', weight: 1, halfDays: [] as readonly number[] };

/** What a class without modules begins with: the parts every class ends with, weighing what the rules say. */
export function firstLines(
  { fieldReportWeight, graduationPaperWeight }: MarkRules['finalParts'],
  names: { readonly field_report: string; readonly graduation_paper: string },
): Readonly<Record<string, string>> {
  const finalParts = [
    { kind: 'field_report', name: names.field_report, weight: fieldReportWeight },
    { kind: 'graduation_paper', name: names.graduation_paper, weight: graduationPaperWeight },
  ].filter(({ weight }) => weight > 0);
  const lines = finalParts.flatMap(({ kind, name, weight }, index) => {
    const line = fewestLines - finalParts.length + index;
    return Object.entries({ kind, name, weight: String(weight) }).map(
      ([part, value]) => [moduleField(line, part as ModulePart), value] as const,
    );
  });
  return { ...storedLines([]), ...Object.fromEntries(lines) };
}

/** "1–8, 12" for 1 to 8 and 12. */
function showRanges(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** The numbers of "1-8, 12"; what cannot be read is handed on as it is, for the refusal to name. */
function readRanges(text: unknown): number[] | string {
  const typed = String(text ?? '').trim();
  const numbers: number[] = [];
  for (const part of typed.split(/[,;]/).map((one) => one.trim())) {
    if (part === '') continue;
    const [, from, to = from] = /^(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from)) return typed;
    for (let number = Number(from); number <= Number(to); number += 1) numbers.push(number);
  }
  return numbers;
}

export type TypedModule = Readonly<Record<ModulePart, unknown>> & { readonly line: number };

/** The lines that have a name. */
export function readModulesForm(typed: Typed): TypedModule[] {
  return Object.keys(typed).flatMap((field): TypedModule[] => {
    const [, number] = /^name\.(\d{1,3})$/.exec(field) ?? [];
    if (!number || String(typed[field]).trim() === '') return [];
    const line = Number(number);
    const at = (part: ModulePart) => typed[moduleField(line, part)];
    return [
      {
        line,
        number: at('number'),
        name: at('name'),
        kind: at('kind'),
        weight: at('weight'),
        halfDays: readRanges(at('halfDays')),
      },
    ];
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
