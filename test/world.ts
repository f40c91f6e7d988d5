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
    const course = await a.course({ kind: 'theory', approvalSteps: ['group', 'bloc'] });
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
      fileName: 'x.xlsx',
      content: Buffer.from('x'),
      sha256: 'x',
      state: 'previewed',
      uploadedAt: app.clock.now(),
      unitId: one.id,
    };
    const completion = await a.completion(inClass, { id: enrollment!.id, person: enrolled });
    await a.register(1);

    const study = await a.trainingClass({ seats: 5, course: await a.course({ kind: 'study_session', award: 'none' }) });
    const site = await a.site(study, one);
    await study.calls(one, site);

    // To come, not running: it gives the Group officer nothing yet.
    const [lent] = await app.sql<{ id: string }>('SELECT id FROM grants WHERE account_id = $1', callers.get('S')!.id);
    const loan = await a.insert('grants', {
      accountId: callers.get('G')!.id,
      role: 'unit_secretary',
      unitId: one.id,
      grantedAt: app.clock.now(),
      lentFrom: lent!.id,
      startsOn: '2026-06-01',
      endsOn: '2026-06-05',
      lentReason: 'Nghỉ phép',
    });

    // A class counts against the line, so it is refused, not removed.
    const planLine = await a.planLine({ course });
    const planned = await a.trainingClass({ course, planLineId: planLine.id });

    const feedOf = async ({ id }: { id: string }, token: string) =>
      a.insert('calendar_feeds', {
        token,
        kind: 'class',
        accountId: callers.get('T')!.id,
        classId: id,
        createdAt: app.clock.now(),
      });
    const feed = await feedOf(inClass, 'of-the-class');
    await feedOf(otherClass, 'of-the-other-class');
    const [post, otherPost] = await app.sql<{ id: string }>('SELECT id FROM posts ORDER BY name_vi LIMIT 2');
    const [holiday] = await app.sql<{ id: string }>('SELECT id FROM public_holidays ORDER BY day LIMIT 1');

    const hall = { halfDayId: halfDay.id, key: 'key', openedAt: app.clock.now() };
    const exam = await a.insert('exams', {
      classId: inClass.id,
      moduleId: await a.module(inClass, 60),
      attempt: 1,
      during: '[2026-02-07T11:40:00+07:00,2026-02-07T11:55:00+07:00)',
      changedAt: app.clock.now(),
    });
    await a.insert('exam_candidates', {
      ...{ examId: exam, enrollmentId: enrollment!.id, number: 1, listedAt: app.clock.now() },
    });
    const hallId = await a.insert('check_in_halls', hall);
    const ofHall = { halfDayId: halfDay.id, personId: enrolled.id };
    const leave = { enrollmentId: enrollment!.id, reason: 'Đi công tác', state: 'asked', askedAt: app.clock.now() };
    const filled = {
      classId: inClass.id,
      fileName: 'x.xlsx',
      content: Buffer.from('x'),
      sha256: 'x',
      uploadedAt: app.clock.now(),
    };

    const reminder = await a.insert('reminders', {
      rule: 'class_near',
      personId: enrolled.id,
      occurrence: 'x',
      classId: inClass.id,
      unitId: one.id,
      daysBefore: 7,
      dueOn: '2026-01-31',
      anchor: '2026-02-07',
      state: 'missed',
      plannedAt: app.clock.now(),
    });

    const merger = await a.insert('person_mergers', {
      staysId: enrolled.id,
      goesId: newcomer.id,
      reason: 'Cùng người',
      mergedAt: app.clock.now(),
      mergedByName: 'Văn phòng',
      facts: {},
      moved: {},
      undoneAt: app.clock.now(),
      undoneByName: 'Văn phòng',
      undoneReason: 'Nhầm',
    });

    const correction = {
      personId: enrolled.id,
      fact: 'cell',
      stood: 'Chi bộ 1',
      asked: 'Chi bộ 2',
      state: 'open',
      askedAt: app.clock.now(),
    };

    const goes = await a.person({ in: one });
    await a.nomination({ in: otherClass, person: goes, seat: 1 });
    await a.change('persons', { id: goes.id }, { unitId: two.id });
    const [leaver] = await app.sql<{ id: string }>('SELECT id FROM leavers');

    const group = await a.insert('class_groups', { classId: inClass.id, number: 1, createdAt: app.clock.now() });
    await a.change('enrollments', { id: enrollment!.id }, { groupNumber: 1, groupedAt: app.clock.now() });
    const groupMove = await a.insert('group_moves', { classId: inClass.id, moved: '[]', movedAt: app.clock.now() });

    const [paper] = await app.sql<{ id: string }>(
      'SELECT id FROM unit_letters WHERE unit_id = $1 AND number = $2',
      one.id,
      letter.number,
    );
    const scan = await a.insert('scans', {
      ...{ kind: 'unit_letter', paperId: paper!.id, fileName: 'x.pdf', type: 'pdf', pages: 1, bytes: 1, sha256: 'x' },
      ...{ content: Buffer.from('x'), keptAt: app.clock.now() },
    });

    Object.assign(ids, {
      groups: group,
      'group-moves': groupMove,
      moveId: groupMove,
      ...{ kind: 'unit_letter', paperId: paper!.id, scans: scan, scanId: scan },
      leavers: leaver!.id,
      halfDayId: halfDay.id,
      mergers: merger,
      otherId: newcomer.id,
      step: 'office',
      reminders: reminder,
      rule: 'class_near',
      'check-in-halls': hallId,
      rooms: await a.room(),
      refusedScans: await a.insert('refused_scans', {
        ...{ ...ofHall, hallId, direction: 'in', why: 'check_in_code_stale', toldLater: false },
        ...{ scannedAt: app.clock.now(), lastAt: app.clock.now() },
      }),
      otherDevices: await a.insert('check_in_devices', {
        ...{ ...ofHall, device: 'another', standing: 'provisional', boundAt: app.clock.now() },
      }),
      'correction-requests': await a.insert('correction_requests', correction),
      'leave-requests': await a.insert('leave_requests', leave),
      'attendance-imports': await a.insert('imports', {
        ...filled,
        kind: 'attendance_import',
        read: { halfDayIds: [], unread: [] },
        state: 'previewed',
      }),
      'training-plan-lines': planLine.id,
      'training-plan-proposals': await a.planProposal({ of: one, course }),
      classId: planned.id,
      'class-templates': await a.insert('class_templates', {
        name: 'Mẫu',
        courseId: course.id,
        mode: 'part_time',
        capacity: 30,
        poolOpen: true,
        freedToPool: false,
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
        createdAt: app.clock.now(),
      }),
      messages: await a.insert('mail_messages', {
        messageId: '<one@example.vn>',
        toAddress: 'mot@example.vn',
        subject: 'Nhắc',
        body: 'Nội dung',
        writtenAt: app.clock.now(),
        deliveredAt: app.clock.now(),
      }),
      accounts: await a.insert('accounts', {
        personId: (await a.person({ in: one })).id,
        email: 'duoc-moi@example.vn',
        name: 'Được Mời',
        locale: 'vi',
        createdAt: app.clock.now(),
      }),
      'grant-loans': loan,
      deputies: loan,
      lecturers: await a.lecturer(),
      'class-messages': await a.insert('class_messages', {
        classId: inClass.id,
        audience: 'participants',
        subject: 'Đổi hội trường',
        body: 'Từ buổi sau học ở hội trường B.',
        writtenAt: app.clock.now(),
        writtenBy: callers.get('T')!.id,
        leavesAt: app.clock.now(),
      }),
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
      exams: exam,
      'public-holidays': holiday!.id,
      posts: post!.id,
      otherPost: otherPost!.id,
      'list-imports': await a.insert('imports', { ...file, kind: 'list_import', classId: inClass.id }),
      'mark-imports': await a.insert('imports', {
        ...filled,
        kind: 'mark_import',
        read: { unread: [] },
        state: 'previewed',
      }),
      'roster-imports': await a.insert('imports', {
        ...file,
        kind: 'roster_import',
        read: { unread: [], notInFile: [] },
      }),
      'certificate-imports': await a.insert('imports', {
        ...file,
        kind: 'certificate_import',
        read: { unread: [], beside: { courseId: null, issuedBy: null, validMonths: null } },
      }),
      completions: completion,
      certificates: await a.certificate(completion, enrolled, 1, { verificationCode: 'ABCD' }),
      diplomas: await a.insert('diplomas', { enrollmentId: enrollment!.id, school: 'Trường' }),
      jobs: await a.insert('long_jobs', {
        kind: 'completions.close_class',
        subjectId: inClass.id,
        classId: inClass.id,
        state: 'done',
        requestedAt: app.clock.now(),
        finishedAt: app.clock.now(),
      }),
      // Nobody who calls here: they are taken off the class.
      accountId: (await a.account({ roles: [['class_manager', inClass]] })).id,
      managerId: (await a.account({ roles: [['class_manager', inClass]] })).id,
      'training-records': await a.insert('training_records', {
        personId: enrolled.id,
        kind: 'external_diploma',
        holderName: enrolled.fullName,
        courseName: 'Trung cấp',
        className: 'Trường',
        startedOn: '2018-06-30',
        endedOn: '2018-06-30',
        issuedOn: '2018-06-30',
        issuedBy: 'Trường',
        awardNumber: 'TC-1',
        theoryLevel: 'elementary',
        recordedAt: app.clock.now(),
      }),
      units: one.id,
      unitId: one.id,
      'yearly-reports': (await app.as(callers.get('T')!).post<{ id: string }>('/api/v1/yearly-reports', { year: 2026 }))
        .body.id,
      sheet: 'roster',
      paper: 'list',
      code: 'ABCD',
      newcomer: newcomer.id,
    });
    return new World(callers, ids);
  }

  /** The address of a route in this world, with what it must be told. */
  address(route: string): string {
    const [, path] = route.split(' ') as [string, string];
    return (
      this.fill(path.replace(':year', '2026')) + (route in aboutUnit ? `${aboutUnit[route]}${this.ids['unitId']}` : '')
    );
  }

  /** The address of a path in this world. */
  fill(path: string): string {
    return (
      (isOfStudy(path) ? path.replace(':id', this.ids['study']!) : path)
        // Either door takes a post off the catalogue.
        .replace(/^\/posts\/:id/, `/posts/${this.ids['otherPost']}`)
        .replace(/([\w-]+)\/:id/, (_, noun: string) => `${noun}/${this.ids[noun] ?? nobody}`)
        .replace(/:(\w+)/g, (_, name: string) => this.ids[name] ?? nobody)
    );
  }
}

/** Study sessions have rooms of their own: their routes are asked of a class of that kind. */
const isOfStudy = (path: string) =>
  /^(\/api\/v1)?\/classes\/:id\/(study|roll|registrations|documents|sites|obliged-units|participation)/.test(path);

/** Routes that are asked of a unit. */
const aboutUnit: Readonly<Record<string, string>> = {
  'GET /api/v1/roster-invitations': '?unitId=',
  'GET /roster-invitations': '?unitId=',
  'GET /roster-invitations/progress': '?unitId=',
  'GET /api/v1/classes/:id/candidates': '?unitId=',
  'GET /classes/:id/candidates': '?unitId=',
  'GET /api/v1/classes/:id/list-form': '?unitId=',
  'GET /classes/:id/list-form': '?unitId=',
  'GET /api/v1/reports/unit': '?unitId=',
  'GET /reports/unit': '?unitId=',
  'GET /api/v1/reports/unit/paper': '?unitId=',
  'GET /reports/unit/paper': '?unitId=',
  'GET /api/v1/reports/behind': '?number=enrolled&unitId=',
  'GET /api/v1/reports/behind/workbook': '?number=enrolled&unitId=',
  'GET /reports/behind': '?number=enrolled&unitId=',
  'GET /reports/behind/workbook': '?number=enrolled&unitId=',
};
