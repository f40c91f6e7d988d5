import { before } from './before';
import type { Effort } from './hand';
import { type Role, roles } from './jobs';

interface Counted {
  readonly role: Role;
  readonly what: string;
  readonly now: Effort;
}

const titles: Readonly<Record<Role, string>> = {
  secretary: 'Unit secretary',
  office: 'Training office of the Bloc',
  manager: 'Class manager',
  cadre: 'Cadre',
  group: 'Group committee',
};

const heads = `# What daily work takes

Pages loaded, clicks and fields typed for the five main jobs of each role, counted by \`npm run bench -- clicks\`, which does them in Chromium on the data of the demo, with thirty letters waiting, and writes this page. Each begins at one's desk, its first page. A choice from a list is two clicks, a file three, anything else pressed or ticked one.

In brackets: before, at \`1e2ff9c3\`, the last commit before the desks were worked over. The same script walked there on the same data, through what its pages asked for; days went into the browser's own fields. Where its way was another one, that is said below the table; elsewhere each step was the same. What a page asks to be read, what is lost when something goes wrong, and finding somebody without a list are not counted here.
`;

/** The page of times, in Markdown. */
export function pageOfTimes(jobs: readonly Counted[]): string {
  return [
    heads,
    ...roles.map((role) =>
      sectionOf(
        role,
        jobs.filter((job) => job.role === role),
      ),
    ),
  ].join('\n');
}

function sectionOf(role: Role, jobs: readonly Counted[]): string {
  const rows = jobs.map(({ what, now }, nth) => {
    const then = before[role][nth]!;
    const pair = (of: 'pages' | 'clicks' | 'fields') => `${now[of]} (${then[of]})`;
    return [what, pair('pages'), pair('clicks'), pair('fields')];
  });
  const notes = jobs.flatMap(({ what }, nth) => {
    const { differs } = before[role][nth]!;
    return differs ? [`- ${what}: ${differs}`] : [];
  });
  return [`## ${titles[role]}\n`, table(['job', 'pages', 'clicks', 'fields'], rows), ...notesBelow(notes)].join('\n');
}

const notesBelow = (notes: readonly string[]) => (notes.length === 0 ? [] : [...notes, '']);

/** As prettier sets it. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, nth) => cell.padEnd(width[nth]!)).join(' | ')} |`;
  return [line(head), line(width.map((of) => '-'.repeat(of))), ...rows.map(line), ''].join('\n');
}
