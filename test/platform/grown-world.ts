import { Client } from 'pg';
import type { TestApp } from '../app';

const after = (column: string) => `w.${column} || '-' || n`;
/** A copy is about the copy of what it names, where it is not told to stay. */
const ofCopies = (...columns: readonly string[]) =>
  Object.fromEntries(columns.map((column) => [column, `pg_temp.copy_of(w.${column}, n)`]));
const daysLater = (column: string) =>
  `tstzrange(lower(w.${column}) + n * interval '1 day', upper(w.${column}) + n * interval '1 day')`;

/** What of a row its copies do not share, in SQL over the row `w` and the number `n` of the copy; each has an id of its own. */
const differing: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  units: { code: after('code') },
  unit_names: { ...ofCopies('unit_id') },
  unit_parents: { ...ofCopies('unit_id') },
  persons: {
    ...{ code: after('code'), email: `n || w.email`, birth_date: 'w.birth_date - n' },
    ...{
      full_name: `w.full_name || ' ' || n`,
      folded_name: `w.folded_name || ' ' || n`,
      sort_name: `n || ' ' || w.sort_name`,
    },
  },
  accounts: { email: `n || w.email`, ...ofCopies('person_id') },
  grants: { ...ofCopies('account_id') },
  api_tokens: { token_hash: after('token_hash') },
  web_sessions: { token_hash: after('token_hash') },
  notices: {},
  correction_requests: { ...ofCopies('person_id') },
  person_mergers: {},
  person_distinctions: {},
  courses: { code: after('code') },
  course_rules: { valid: `daterange('1000-01-01', '1000-01-02') * daterange('2000-01-01', NULL)`, rule: 'w.rule' },
  rooms: { name: after('name') },
  lecturers: { full_name: after('full_name') },
  class_templates: { name: after('name') },
  classes: { code: after('code') },
  half_days: { number: 'w.number + n', day: 'w.day + n', during: daysLater('during') },
  modules: { number: 'w.number * 200 + n' },
  nominations: { ...ofCopies('person_id') },
  seats: { number: 'w.number * 200 + n', ...ofCopies('nomination_id') },
  office_entries: {},
  enrollments: { ...ofCopies('person_id', 'nomination_id') },
  attendance_lines: { ...ofCopies('person_id', 'enrollment_id') },
  leave_requests: {},
  leave_request_half_days: { ...ofCopies('leave_request_id') },
  leavers: { ...ofCopies('person_id') },
  class_groups: { number: 'w.number + n' },
  group_moves: {},
  class_messages: {},
  completions: { ...ofCopies('enrollment_id', 'person_id') },
  certificates: {
    ...ofCopies('completion_id', 'person_id'),
    ...{ number: after('number'), sequence: 'w.sequence * 200 + n', verification_code: after('verification_code') },
  },
  training_records: { ...ofCopies('completion_id') },
  diplomas: { ...ofCopies('enrollment_id') },
  exams: { ...ofCopies('module_id'), during: daysLater('during') },
  exam_candidates: { ...ofCopies('enrollment_id'), number: 'w.number + n' },
  refused_scans: { ...ofCopies('person_id') },
  check_in_devices: { ...ofCopies('person_id'), device: after('device') },
  sites: { name: after('name'), central: 'false' },
  obliged_units: { ...ofCopies('unit_id') },
  unit_answers: { ...ofCopies('unit_id') },
  training_plan_lines: { ...ofCopies('course_id') },
  training_plan_proposals: { ...ofCopies('course_id') },
  yearly_reports: { edition: 'w.edition + n', state: `'frozen'`, settled_at: 'w.drawn_at' },
  scans: { sha256: after('sha256') },
  imports: {},
  long_jobs: { ...ofCopies('subject_id') },
  calendar_feeds: { token: after('token'), revoked_at: 'now()' },
  webhooks: { name: after('name') },
  mail_messages: { message_id: after('message_id') },
  reminders: { occurrence: after('occurrence') },
  journal_lines: {},
};

/** Which rows have copies, where not all do. */
const copied: Readonly<Record<string, string>> = {
  units: `w.kind = 'base'`,
  unit_names: `w.unit_id IN (SELECT id FROM units WHERE kind = 'base')`,
  unit_parents: `w.unit_id IN (SELECT id FROM units WHERE kind = 'base')`,
};

interface Column {
  readonly table: string;
  readonly names: readonly string[];
}

/**
 * A world with many of whatever it had one of: people of its units, learners of its classes, papers of its people.
 * @param copies how many there are beside each
 */
export async function grow(app: TestApp, copies = 40): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      'CREATE FUNCTION pg_temp.copy_of(id uuid, n int) RETURNS uuid IMMUTABLE LANGUAGE sql AS $$ SELECT md5(id::text || n)::uuid $$',
    );
    const { rows } = await client.query<Column>(
      `SELECT table_name AS table, array_agg(column_name::text) AS names FROM information_schema.columns
       WHERE table_name = ANY ($1) AND is_generated = 'NEVER' AND is_identity = 'NO' AND column_name NOT IN ('transaction_id', 'ordinal') GROUP BY table_name`,
      [Object.keys(differing)],
    );
    for (const { table, names } of rows) {
      const told: Readonly<Record<string, string>> = {
        ...(names.includes('id') ? ofCopies('id') : {}),
        ...differing[table],
      };
      const values = names.map((name) => told[name] ?? `w.${name}`);
      await client.query(
        `INSERT INTO ${table} (${names.join()}) SELECT ${values.join()} FROM ${table} w, generate_series(1, ${copies}) n WHERE ${copied[table] ?? 'true'}`,
      );
    }
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}
