import { decisions } from '../../src/invariants/decided-about-oneself';
import { InvariantsService } from '../../src/invariants/invariants.service';
import { TestApp } from '../app';
import { Builders } from '../builders';
import { World } from '../world';

/** Who did something that decides about no person, or about all of a class, a unit or a file alike. */
const decidingNothing = [
  ...['account_links.asked_by', 'accounts.disabled_by', 'grants.granted_by', 'grants.ended_by', 'backups.requested_by'],
  ...['calendar_feeds.revoked_by', 'check_in_halls.opened_by', 'essay_terms.set_by', 'first_step_answers.said_by'],
  ...['imports.applied_by', 'imports.reversed_by', 'imports.uploaded_by', 'matched_columns.chosen_by'],
  ...[
    'class_reopenings.reopened_by',
    'cancellation_reversals.reversed_by',
    'leave_requests.asked_by',
    'long_jobs.requested_by',
  ],
  ...['office_entries.entered_by', 'unit_answers.answered_by'],
  ...['nominations.created_by', 'nominations.submitted_by', 'nominations.warnings_acknowledged_by'],
  ...['public_holidays.created_by', 'reminder_rule_exceptions.set_by', 'reminder_texts.changed_by'],
  ...['timetable_changes.changed_by', 'webhooks.created_by'],
  ...['exams.minutes_by', 'group_moves.moved_by', 'group_moves.undone_by', 'calendar_invitations.called_by'],
  ...['class_messages.written_by', 'class_messages.taken_back_by', 'group_letters.entered_by'],
  ...['scans.kept_by', 'scans.superseded_by', 'training_plan_seasons.opened_by', 'training_plan_no_needs.said_by'],
  ...['training_plan_needs.said_by', 'training_plan_confirmations.confirmed_by', 'training_plan_comments.written_by'],
  ...['office_heads.named_by', 'yearly_reports.drawn_by', 'yearly_report_confirmations.confirmed_by'],
  // Also of a unit that becomes part of another, with everybody in it.
  'former_memberships.recorded_by',
];

describe('I12 in the lines', () => {
  let app: TestApp;
  let a: Builders;
  let ids: World['ids'];
  let own: { personId: string; by: string };

  beforeAll(async () => {
    app = await TestApp.start();
    a = new Builders(app);
    const world = await World.build(app, a);
    ids = world.ids;
    own = { personId: ids['people']!, by: world.callers.get('C')!.id };
    const guarded = await app.sql<{ name: string }>(
      `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger WHERE NOT tgisinternal`,
    );
    for (const { name } of guarded) await app.sql(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  });
  afterAll(() => app.stop());

  const found = async () => (await app.get(InvariantsService).examine(['I12']))[0]!.ids;
  const at = () => app.clock.now();
  const enrollment = () => ({ enrollmentId: ids['enrollments'] });
  const nomination = (by: string) => a.change('nominations', { personId: own.personId }, { [by]: own.by });
  const permission = async (module: number, by: object) =>
    a.insert('exam_permissions', {
      ...{ ...enrollment(), moduleId: await a.module({ id: ids['classes']! }, module), decisionNumber: '1-QĐ' },
      ...{ decidedOn: '2026-01-02', reason: 'x', recordedAt: at(), ...by },
    });
  const override = (rule: string, by: object) =>
    a.insert('admission_overrides', {
      ...{ classId: ids['classes'], personId: own.personId, rule, decisionNumber: '1-QĐ', decisionDate: '2026-01-02' },
      ...{ authority: 'x', reason: 'x', recordedAt: at(), ...by },
    });
  const merger = (by: object) => a.change('person_mergers', { id: ids['mergers'] }, by);
  const ofStudy = () => ({ classId: ids['study'], unitId: ids['unitId'], personId: own.personId });

  const harms: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['nomination', 'nominations.endorsed_by', () => nomination('endorsedBy')],
    ['nomination', 'nominations.decided_by', () => nomination('decidedBy')],
    ['override', 'admission_overrides.recorded_by', () => override('rating', { recordedBy: own.by })],
    [
      'override',
      'admission_overrides.revoked_by',
      () => override('education', { revokedAt: at(), revokedReason: 'x', revokedBy: own.by }),
    ],
    [
      'completion',
      'completions.override_by',
      () => a.change('completions', enrollment(), { overrideDecision: '1', overrideReason: 'x', overrideBy: own.by }),
    ],
    [
      'amendment',
      'completion_amendments.amended_by',
      async () =>
        a.insert('completion_amendments', {
          ...{ ...enrollment(), completionId: ids['completions'], position: 1, decision: '1', decidedOn: '2026-01-02' },
          ...{ authority: 'x', reason: 'x', was: {}, became: {}, amendedAt: at(), amendedBy: own.by },
        }),
    ],
    [
      'exemption',
      'exemptions.recorded_by',
      () =>
        a.insert('exemptions', { ...ofStudy(), ground: 'away', decidedBy: 'x', recordedAt: at(), recordedBy: own.by }),
    ],
    [
      'roll correction',
      'roll_corrections.corrected_by',
      () =>
        a.insert('roll_corrections', {
          ...{ ...ofStudy(), listed: false, standing: 'official', fullName: 'x', sortName: 'x', decision: 'x' },
          ...{ reason: 'x', correctedAt: at(), correctedBy: own.by },
        }),
    ],
    [
      'record',
      'training_records.recorded_by',
      () => a.change('training_records', { id: ids['training-records'] }, { recordedBy: own.by }),
    ],
    [
      'deferral',
      'deferrals.deferred_by',
      () =>
        a.insert('deferrals', {
          ...{ ...enrollment(), until: '2026-12-31', decisionNumber: '1-QĐ', decidedOn: '2026-01-02', reason: 'x' },
          ...{ deferredAt: at(), deferredBy: own.by },
        }),
    ],
    [
      'leave',
      'leave_requests.decided_by',
      () => a.change('leave_requests', enrollment(), { state: 'approved', decidedAt: at(), decidedBy: own.by }),
    ],
    [
      'leave',
      'leave_requests.paper_seen_by',
      () => a.change('leave_requests', enrollment(), { paperNumber: 'x', paperSeenAt: at(), paperSeenBy: own.by }),
    ],
    [
      'essay',
      'essays.marked_by',
      () =>
        a.insert('essays', { ...enrollment(), body: 'x', handedInAt: at(), mark: 9, markedAt: at(), markedBy: own.by }),
    ],
    [
      'essay',
      'essays.decided_by',
      () => a.change('essays', enrollment(), { decision: 'accepted', decidedAt: at(), decidedBy: own.by }),
    ],
    [
      'essay',
      'essay_versions.decided_by',
      () =>
        a.insert('essay_versions', {
          ...{ ...enrollment(), number: 1, body: 'x', handedInAt: at(), decision: 'sent_back', decidedAt: at() },
          decidedBy: own.by,
        }),
    ],
    [
      'mark',
      'module_marks.entered_by',
      async () =>
        a.insert('module_marks', {
          ...{ ...enrollment(), moduleId: await a.module({ id: ids['classes']! }, 9), attempt: 1, mark: 10 },
          ...{ enteredAt: at(), enteredBy: own.by },
        }),
    ],
    ['examination', 'exam_permissions.recorded_by', () => permission(1, { recordedBy: own.by })],
    [
      'examination',
      'exam_permissions.withdrawn_by',
      () => permission(2, { withdrawnAt: at(), withdrawnReason: 'x', withdrawnBy: own.by }),
    ],
    ['diploma', 'diplomas.recorded_by', () => a.change('diplomas', { id: ids['diplomas'] }, { recordedBy: own.by })],
    [
      'attendance',
      'attendance_marks.marked_by',
      async () => {
        const [line] = await app.sql<{ id: string }>(
          'SELECT id FROM attendance_lines WHERE person_id = $1',
          own.personId,
        );
        await a.insert('attendance_marks', {
          ...{ lineId: line!.id, mark: 'present', source: 'phone', markedAt: at(), markedBy: own.by },
        });
      },
    ],
    [
      'minutes',
      'exam_candidates.recorded_by',
      () => a.change('exam_candidates', enrollment(), { outcome: 'sat', recordedAt: at(), recordedBy: own.by }),
    ],
    [
      'refused scan',
      'refused_scans.settled_by',
      () =>
        a.change(
          'refused_scans',
          { id: ids['refusedScans'] },
          { state: 'taken', settledAt: at(), settledBy: own.by, reason: 'x' },
        ),
    ],
    [
      'device',
      'check_in_devices.settled_by',
      () =>
        a.change(
          'check_in_devices',
          { id: ids['otherDevices'] },
          { standing: 'accepted', settledAt: at(), settledBy: own.by },
        ),
    ],
    [
      'correction request',
      'correction_requests.answered_by',
      () =>
        a.change(
          'correction_requests',
          { id: ids['correction-requests'] },
          { state: 'corrected', answeredAt: at(), answeredBy: own.by, answeredByName: 'x', answer: 'x' },
        ),
    ],
    [
      'leaver',
      'leavers.stays_by',
      () =>
        a.insert('leavers', {
          ...{ classId: ids['classes'], personId: own.personId, unitId: ids['unitId'], nowOfUnitId: ids['unitId'] },
          ...{ leftOn: '2026-01-04', flaggedAt: at(), staysSince: at(), staysBy: own.by },
        }),
    ],
    ['merger', 'person_mergers.merged_by', () => merger({ mergedBy: own.by })],
    ['merger', 'person_mergers.undone_by', () => merger({ undoneBy: own.by })],
    [
      'distinction',
      'person_distinctions.said_by',
      async () => {
        const [oneId, otherId] = [own.personId, ids['otherId']!].toSorted();
        await a.insert('person_distinctions', { oneId, otherId, saidAt: at(), saidBy: own.by, saidByName: 'x' });
      },
    ],
  ];

  it.each(harms)('finds the %s of %s', async (kind, where, harm) => {
    expect(await found()).toEqual([]);
    await harm();
    expect(await found()).toEqual([expect.stringMatching(`^${kind} `)]);
    const [table, column] = where.split('.');
    const whole =
      { completion: ', override_decision = NULL, override_reason = NULL', leaver: ', stays_since = NULL' }[kind] ?? '';
    await app.sql(`UPDATE ${table} SET ${column} = NULL${whole}`);
  });

  it('a certificate changed by its holder is found in the journal', async () => {
    await app.sql(
      `INSERT INTO journal_lines (at, account_id, actor_name, action, subject_type, subject_id, person_id)
       VALUES ($1, $2, 'x', 'certificates.revoked', 'certificate', $3, $4)`,
      at(),
      own.by,
      ids['certificates'],
      own.personId,
    );
    expect((await found()).filter((id) => id.startsWith('journal '))).toHaveLength(1);
  });

  it('is asked of every column that says who did something', async () => {
    const columns = await app.sql<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       JOIN information_schema.tables USING (table_schema, table_name)
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND data_type = 'uuid' AND column_name LIKE '%\\_by'`,
    );
    const asked = ({ name }: { name: string }) => {
      const [table, column] = name.split('.');
      return decisions
        .split('UNION ALL')
        .some((part) => new RegExp(`\\b${table}\\b`).test(part) && new RegExp(`\\b${column}\\b`).test(part));
    };
    expect(columns.filter((one) => asked(one) === decidingNothing.includes(one.name))).toEqual([]);
    const tried = harms.map(([, column]) => column);
    expect(
      columns
        .filter(asked)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(tried.toSorted());
  });
});
