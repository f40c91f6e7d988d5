import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** The rooms of the house in the order data flows: an import, and SQL, may only point to the same line or one above. */
export const rooms = [
  'platform',
  'webhooks',
  'organization',
  'people',
  'accounts',
  'scans',
  'courses',
  'training-records',
  'classes',
  'enrollments',
  'training-plans',
  'nominations',
  'theory-classes',
  'study-sessions',
  'calendars',
  'completions',
  'printouts',
  'reminders',
  'reports',
  'invariants',
  'operations',
  'desks',
];

export const src = resolve(__dirname, '../src');

export const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));

export const roomOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : null);
