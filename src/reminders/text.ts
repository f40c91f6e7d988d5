import type { PlaceholderValues, ReminderText } from './rules/definition';

const placeholder = /\{([a-z_]+)\}/g;

/** The placeholders a text names, once each. */
export const placeholdersIn = (text: string): string[] => [
  ...new Set([...text.matchAll(placeholder)].map(([, name]) => name!)),
];

/** Puts values in place of placeholders; what a value says is never read as a placeholder again. */
export function fillIn({ subject, body }: ReminderText, values: PlaceholderValues): ReminderText {
  const put = (line: string) => line.replace(placeholder, (whole, name: string) => values[name] ?? whole);
  const kept = body.split('\n').filter((line) => {
    const names = placeholdersIn(line);
    return names.length === 0 || names.some((name) => values[name] !== '');
  });
  return { subject: upperFirst(put(subject)), body: kept.map((line) => upperFirst(put(line))).join('\n') };
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
