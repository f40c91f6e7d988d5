import type { TestApp } from './app';
import { type BuiltAccount, Builders } from './builders';

export const nobody = '00000000-0000-4000-8000-000000000000';
const letter = { number: '1-CV/ĐU', date: '2026-01-05' };

/** Who asks, by the letter the table of permissions uses. */
export type Caller = 'V' | 'C' | 'S' | 'O' | 'G' | 'T' | 'M' | 'm' | 'A' | 'D' | 't' | 'a' | 'd';

/** One of everything a route can name, with somebody of every role: for the specs that go over all routes. */
export class World {
  private constructor(
    readonly callers: ReadonlyMap<Caller, BuiltAccount | null>,
    readonly ids: Readonly<Record<string, string>>,
  ) {}

  static async build(app: TestApp, a = new Builders(app)): Promise<World> {
    const callers = new Map<Caller, BuiltAccount | null>();
    const ids: Record<string, string> = {};
    const { bloc } = await a.organization();
    const [one, two] = [await a.unit(), await a.unit()];
    const course = await a.course({ kind: 'theory', approval_steps: '{group,bloc}' });
    await a.rule(course, 'admission', 'standing', { anyOf: ['official'] });
    const [rule] = await app.sql<{ id: string }>('SELECT id FROM course_rules WHERE course_id = $1', course.id);
    const inClass = await a.trainingClass({
      allocations: [
        [one, 3],
        [two, 3],
      ],
      course,
    });
    const otherClass = await a.trainingClass();
    const halfDay = await a.halfDay(inClass, '2026-02-07');
    const [enrolled, waiting, newcomer] = [
      await a.person({ in: one }),
      await a.person({ in: one }),
      await a.person({ in: one }),
    ];

    callers.set('V', null);
    callers.set('C', await a.account({ person: enrolled }));
    callers.set('S', await a.secretaryOf(one));
    callers.set('O', await a.secretaryOf(two));
    callers.set('G', await a.groupOfficer());
    callers.set('T', await a.office());
    callers.set('M', await a.account({ roles: [['class_manager', inClass]] }));
    callers.set('m', await a.account({ roles: [['class_manager', otherClass]] }));
    callers.set('A', await a.account({ roles: [['admin', bloc]] }));
    callers.set('D', await a.account({ roles: [['data_officer', bloc]] }));
    const mergedBloc = await a.mergedBloc();
    callers.set('t', await a.account({ roles: [['training_officer', mergedBloc]] }));
    callers.set('a', await a.account({ roles: [['admin', mergedBloc]] }));
    callers.set('d', await a.account({ roles: [['data_officer', mergedBloc]] }));

    const secretary = app.as(callers.get('S')!);
    const nominate = async (personId: string) =>
      (await secretary.post<{ id: string }>(`/api/v1/classes/${inClass.id}/nominations`, { personId, letter })).body.id;
    const accepted = await nominate(enrolled.id);
    await app.as(callers.get('G')!).post(`/api/v1/nominations/${accepted}/endorsement`);
    await app.as(callers.get('T')!).post(`/api/v1/nominations/${accepted}/acceptance`);
    const [enrollment] = await app.sql<{ id: string }>('SELECT id FROM enrollments WHERE class_id = $1', inClass.id);
    const file = {
      file_name: 'x.xlsx',
      content: Buffer.from('x'),
      sha256: 'x',
      state: 'previewed',
      uploaded_at: app.clock.now(),
      unit_id: one.id,
    };
    const kept = {
      sequence: 1,
      year: 2026,
      series: 'GCN',
      number: '001/2026',
      person_id: enrolled.id,
      holder_name: enrolled.fullName,
      issued_on: '2026-01-05',
      verification_code: 'ABCD',
      state: 'issued',
      birth_date: '1980-05-12',
      unit_name: 'Đơn vị',
      course_name: 'Chương trình',
      class_name: 'Lớp',
      started_on: '2025-12-15',
      ended_on: '2025-12-19',
      letterhead: { superior: 'THÀNH ỦY', body: 'ĐẢNG ỦY KHỐI', place: 'TP.HCM', signerCapacity: 'TM. Ban Thường vụ' },
    };
    const completion = await a.insert('completions', {
      enrollment_id: enrollment!.id,
      class_id: inClass.id,
      person_id: enrolled.id,
      completed: true,
      absent_share: 0,
      reasons: '[]',
      judged_at: app.clock.now(),
    });
    await app.sql(`INSERT INTO certificate_registers (series, year, last_sequence) VALUES ('GCN', 2026, 1)`);

    const study = await a.trainingClass({ seats: 5, course: await a.course({ kind: 'study_session', award: 'none' }) });
    const site = await a.insert('sites', {
      class_id: study.id,
      name: 'Hội trường',
      host_unit_id: one.id,
      address: 'TP. Hồ Chí Minh',
      capacity: 50,
      central: true,
    });
    await app.sql('INSERT INTO obliged_units (class_id, unit_id, site_id) VALUES ($1, $2, $3)', study.id, one.id, site);

    // To come, not running: it gives the Group officer nothing yet.
    const [lent] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', callers.get('S')!.id);
    const loan = await a.insert('grants', {
      account_id: callers.get('G')!.id,
      role: 'unit_secretary',
      unit_id: one.id,
      granted_at: app.clock.now(),
      lent_from: lent!.id,
      starts_on: '2026-06-01',
      ends_on: '2026-06-05',
      lent_reason: 'Nghỉ phép',
    });

    // A class counts against the line, so it is refused, not removed.
    const planLine = await a.planLine({ course });
    const planned = await a.trainingClass({ course, plan_line_id: planLine.id });

    const feedOf = async ({ id }: { id: string }, token: string) =>
      a.insert('calendar_feeds', {
        token,
        kind: 'class',
        account_id: callers.get('T')!.id,
        class_id: id,
        created_at: app.clock.now(),
      });
    const feed = await feedOf(inClass, 'of-the-class');
    await feedOf(otherClass, 'of-the-other-class');
    const [holiday] = await app.sql<{ id: string }>('SELECT id FROM public_holidays ORDER BY day LIMIT 1');

    const hall = { half_day_id: halfDay.id, key: 'key', opened_at: app.clock.now() };
    const leave = { enrollment_id: enrollment!.id, reason: 'Đi công tác', state: 'asked', asked_at: app.clock.now() };
    const filled = { class_id: inClass.id, file_name: 'x.xlsx', sha256: 'x', uploaded_at: app.clock.now() };

    const reminder = await a.insert('reminders', {
      rule: 'class_near',
      person_id: enrolled.id,
      occurrence: 'x',
      class_id: inClass.id,
      unit_id: one.id,
      days_before: 7,
      due_on: '2026-01-31',
      anchor: '2026-02-07',
      state: 'missed',
      planned_at: app.clock.now(),
    });

    Object.assign(ids, {
      reminders: reminder,
      rule: 'class_near',
      'check-in-halls': await a.insert('check_in_halls', hall),
      'leave-requests': await a.insert('leave_requests', leave),
      'attendance-imports': await a.insert('attendance_imports', { ...filled, sheet: { halfDayIds: [], rows: [] } }),
      'training-plan-lines': planLine.id,
      classId: planned.id,
      'class-templates': await a.insert('class_templates', {
        name: 'Mẫu',
        course_id: course.id,
        mode: 'part_time',
        capacity: 30,
        pool_open: true,
        freed_to_pool: false,
        weekdays: '{}',
        parts: '{}',
        version: 1,
      }),
      'calendar-feeds': feed,
      calendar: feed,
      token: 'of-the-other-class',
      webhooks: await a.insert('webhooks', {
        name: 'Cổng SMS',
        url: 'https://sms.example.vn',
        topics: '{reminder.class_near}',
        enabled: true,
        secret: 'whsec_eA==',
        created_at: app.clock.now(),
      }),
      messages: await a.insert('mail_messages', {
        message_id: '<one@example.vn>',
        to_address: 'mot@example.vn',
        subject: 'Nhắc',
        body: 'Nội dung',
        written_at: app.clock.now(),
        delivered_at: app.clock.now(),
      }),
      'grant-loans': loan,
      deputies: loan,
      study: study.id,
      siteId: site,
      ruleId: rule!.id,
      classes: inClass.id,
      courses: course.id,
      nominations: await nominate(waiting.id),
      people: enrolled.id,
      enrollments: enrollment!.id,
      enrollmentId: enrollment!.id,
      personId: newcomer.id,
      'half-days': halfDay.id,
      'public-holidays': holiday!.id,
      'list-imports': await a.insert('list_imports', { ...file, class_id: inClass.id }),
      'mark-imports': await a.insert('mark_imports', {
        class_id: inClass.id,
        file_name: 'x.xlsx',
        content: Buffer.from('x'),
        sha256: 'x',
        unread_columns: '{}',
        uploaded_at: app.clock.now(),
      }),
      'roster-imports': await a.insert('roster_imports', { ...file, unread_columns: '{}', not_in_file: '{}' }),
      certificates: await a.insert('certificates', { ...kept, completion_id: completion }),
      diplomas: await a.insert('diplomas', { enrollment_id: enrollment!.id, school: 'Trường' }),
      jobs: await a.insert('long_jobs', {
        kind: 'completions.close_class',
        subject_id: inClass.id,
        class_id: inClass.id,
        state: 'done',
        requested_at: app.clock.now(),
        finished_at: app.clock.now(),
      }),
      // Nobody who calls here: they are taken off the class.
      accountId: (await a.account({ roles: [['class_manager', inClass]] })).id,
      managerId: (await a.account({ roles: [['class_manager', inClass]] })).id,
      'training-records': await a.insert('training_records', {
        person_id: enrolled.id,
        kind: 'external_diploma',
        holder_name: enrolled.fullName,
        course_name: 'Trung cấp',
        class_name: 'Trường',
        started_on: '2018-06-30',
        ended_on: '2018-06-30',
        issued_on: '2018-06-30',
        issued_by: 'Trường',
        award_number: 'TC-1',
        theory_level: 'elementary',
        recorded_at: app.clock.now(),
      }),
      units: one.id,
      unitId: one.id,
      sheet: 'roster',
      code: 'ABCD',
      newcomer: newcomer.id,
    });
    return new World(callers, ids);
  }

  /** The address of a route in this world. */
  fill(path: string): string {
    return (isOfStudy(path) ? path.replace(':id', this.ids['study']!) : path)
      .replace(/([\w-]+)\/:id/, (_, noun: string) => `${noun}/${this.ids[noun] ?? nobody}`)
      .replace(/:(\w+)/g, (_, name: string) => this.ids[name] ?? nobody);
  }
}

/** Study sessions have rooms of their own: their routes are asked of a class of that kind. */
const isOfStudy = (path: string) =>
  /^(\/api\/v1)?\/classes\/:id\/(study|roll|registrations|documents|sites|obliged-units|participation)/.test(path);
