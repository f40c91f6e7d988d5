import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source';
import { cloneDatabase } from '../cluster/clone';

/** Imports of every kind as they were kept before they had one room, with what they name. */
const kept: readonly (readonly [table: string, rows: string])[] = [
  [
    'attendance_imports',
    `INSERT INTO attendance_imports (class_id, file_name, sha256, sheet, uploaded_at, applied_at, outcome)
     SELECT gen_random_uuid(), 'a.xlsx', 'x', '{"halfDayIds": ["h"], "rows": [{"row": 7, "code": "A-1", "name": "An", "marks": {"h": "present"}, "outs": [], "reason": null, "problems": []}]}',
            '2026-01-02', '2026-01-03', '{"marked": 1, "corrected": 0, "unchanged": 0}'`,
  ],
  [
    'mark_imports',
    `INSERT INTO mark_imports (class_id, file_name, content, sha256, unread_columns, uploaded_at) SELECT gen_random_uuid(), 'm.xlsx', 'x', 'x', '{"Quê (2)"}', '2026-01-02'`,
  ],
  [
    'mark_import_rows',
    `INSERT INTO mark_import_rows (import_id, row_number, verdict, code, full_name, changes, problems) SELECT id, 7, 'refused', 'A-1', 'An', '[]', '[{"field": "code"}]' FROM mark_imports`,
  ],
  [
    'roster_imports',
    `INSERT INTO roster_imports (unit_id, file_name, content, sha256, unread_columns, not_in_file, state, uploaded_at, applied_at, reversed_at)
     SELECT gen_random_uuid(), 'r.xlsx', 'x', 'x', '{"Quê"}', ARRAY[gen_random_uuid()], 'reversed', '2026-01-02', '2026-01-03', '2026-01-04'`,
  ],
  [
    'roster_import_rows',
    `INSERT INTO roster_import_rows (import_id, row_number, verdict, code, full_name, person_id, before, after)
     SELECT id, 7, 'changed', 'A-1', 'An', gen_random_uuid(), NULL, '{"phone": "0912345678"}' FROM roster_imports`,
  ],
  [
    'list_imports',
    `INSERT INTO list_imports (class_id, unit_id, file_name, content, sha256, letter_number, letter_date, state, uploaded_at, applied_at)
     SELECT gen_random_uuid(), gen_random_uuid(), 'l.xlsx', 'x', 'x', '47-CV/ĐU', '2026-01-01', 'applied', '2026-01-02', '2026-01-03'`,
  ],
  [
    'nominations',
    `INSERT INTO nominations (class_id, person_id, unit_id, state, list_import_id, letter_number, checks, created_at, version, rank)
     SELECT class_id, gen_random_uuid(), unit_id, 'submitted', id, letter_number, '[]', uploaded_at, 1, 1 FROM list_imports`,
  ],
  [
    'list_import_rows',
    `INSERT INTO list_import_rows (import_id, row_number, ordinal, full_name, verdict, person_id, nomination_id, reserve_number, read, reason)
     SELECT list_import_id, 7, '1', 'An', 'reserve', person_id, id, 1, '{"rowNumber": 7}', '{"vi": "Chờ", "en": "Waits"}' FROM nominations`,
  ],
];

describe('imports kept before they had one room', () => {
  let source: DataSource;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const { url, drop: dropIt } = await cloneDatabase();
    drop = dropIt;
    source = new DataSource(dataSourceOptions({ url, pool: 1, applicationName: 'spec' }));
    await source.initialize();
    // What an import names matters here no more than that it is named the same afterwards.
    await source.query(`SET session_replication_role = replica`);
  });
  afterAll(async () => {
    await source.destroy();
    await drop();
  });

  const goBack = async () => {
    const isThere = async () =>
      (await source.query<{ there: string | null }[]>(`SELECT to_regclass('imports') AS there`))[0]!.there;
    while (await isThere()) await source.undoLastMigration();
  };
  const stored = async () =>
    Promise.all(kept.map(async ([table]) => source.query<object[]>(`SELECT to_jsonb(t) AS row FROM ${table} t`)));

  it('are moved there, and back again, with all they hold', async () => {
    await goBack();
    for (const [, insert] of kept) await source.query(insert);
    const before = await stored();
    expect(before.every((rows) => rows.length > 0)).toBe(true);

    await source.runMigrations();
    const moved = await source.query<{ rows: number }[]>(
      `SELECT count(r.*)::int AS rows FROM imports i LEFT JOIN import_rows r ON r.import_id = i.id GROUP BY i.id`,
    );
    expect(moved.map(({ rows }) => rows)).toEqual(kept.filter(([table]) => table.endsWith('imports')).map(() => 1));
    await goBack();
    expect(await stored()).toEqual(before);
  });
});
