import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Mailbox } from '../../bench/mailbox';
import { momentAt } from '../../src/platform/clock';
import { linkSentTo, linksOnSlips } from '../accounts/letters';
import type { Caller } from '../app';
import { from1To, until } from '../completions/closing';
import { blocName, firstClass, lecturer as ofSchool, officePeople, room as hall, rosterFile } from '../new-office';
import { OfficeProcess } from '../office-process';

const { office, group, secretary, manager } = officePeople;

type Row = { readonly id: string };
type Invited = (typeof officePeople)[keyof typeof officePeople];
type List<Item = Row> = { readonly items: readonly Item[] };

describe('an office', () => {
  const mailbox = new Mailbox();
  let app: OfficeProcess;
  beforeAll(async () => {
    app = await OfficeProcess.start(momentAt('2026-01-05', '08:00'), { SMTP_URL: await mailbox.open() });
  });
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  const visitor = () => app.as({});
  const signedIn = (headers: Headers) => {
    const [cookie, token] = /session=([^;]+)/.exec(headers.get('set-cookie')!)!;
    app.mustNotSay(token!);
    return app.as({ cookie });
  };
  async function signIn({ email, password }: Invited): Promise<Caller> {
    const { status, headers } = await visitor().post('/api/v1/sign-in', { email, password });
    expect(status).toBe(200);
    return signedIn(headers);
  }
  async function ok<Body>(answer: Promise<{ status: number; text: string; body: Body }>): Promise<Body> {
    const { status, text, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${text}`);
    return body;
  }

  it('begins over the API alone: from an empty folder to the record of a cadre', async () => {
    const code = /set-up\?code=([\w-]+)/.exec(app.frame)![1]!;
    await ok(visitor().post('/api/v1/first-administrator', { ...office, blocName, code }));
    const keeper = await signIn(office);
    const { token } = await ok(
      keeper.post<{ token: string }>('/api/v1/api-tokens', { name: 'Thiết lập', scope: 'write' }),
    );
    const begin = app.as({ authorization: `Bearer ${token}` });

    await ok(
      begin.put('/api/v1/letterhead', {
        superior: 'ĐẢNG BỘ THÀNH PHỐ HỒ CHÍ MINH',
        body: 'ĐẢNG ỦY KHỐI CƠ SỞ BỘ CÔNG THƯƠNG',
        place: 'Thành phố Hồ Chí Minh',
        signerCapacity: 'T/M BAN THƯỜNG VỤ',
        signerName: 'Nguyễn Văn Minh',
      }),
    );
    await ok(
      begin.put('/api/v1/half-day-times', {
        morning: { from: '07:30', to: '11:00' },
        afternoon: { from: '13:30', to: '17:00' },
        evening: { from: '18:00', to: '21:00' },
      }),
    );
    const { items: units } = await ok(
      begin.post<List<Row & { code: string }>>('/api/v1/units/batch', {
        units: [
          { code: 'TAPDOAN', nameVi: 'Đảng ủy Tập đoàn Hóa chất Việt Nam', parentCode: 'KHOI', kind: 'group' },
          { code: 'CSM', nameVi: 'Đảng ủy Công ty CP Công nghiệp Cao su Miền Nam', parentCode: 'TAPDOAN' },
          { code: 'PAC', nameVi: 'Đảng ủy Công ty CP Pin Ắc quy Miền Nam', parentCode: 'TAPDOAN' },
        ],
      }),
    );
    const unitOf = (wanted: string) => units.find(({ code: known }) => known === wanted)!.id;

    const { items: courses } = await ok(begin.post<List<Row & { code: string }>>('/api/v1/courses/catalogue'));
    const course = courses.find(({ code: known }) => known === 'theory_refresher')!;
    expect((await ok(begin.get<List>(`/api/v1/courses/${course.id}/rules`))).items.length).toBeGreaterThan(0);
    await ok(begin.put('/api/v1/first-steps/rules/answer', { answer: 'looked_at' }));
    await ok(begin.patch(`/api/v1/courses/${course.id}`, { approvalSteps: ['group', 'bloc'] }));

    async function invited({ email, name }: Invited, role: string, unitId?: string) {
      return ok(keeper.post<Row>('/api/v1/accounts', { email, name, role, unitId }));
    }
    async function accepted({ email, password }: Invited): Promise<Caller> {
      const link = (await linkSentTo(mailbox, email, 'invitations')).token;
      app.mustNotSay(link);
      expect((await ok(visitor().get(`/api/v1/invitations/${link}`)))['email']).toBe(email);
      const answer = await visitor().post(`/api/v1/invitations/${link}`, { password });
      expect(answer.status).toBe(200);
      return signedIn(answer.headers);
    }
    await invited(group, 'group_officer', unitOf('TAPDOAN'));
    await invited(manager, 'class_manager');
    const secretaryAccount = await invited(secretary, 'unit_secretary', unitOf('CSM'));
    await accepted(manager);
    await accepted(group);
    const slip = await keeper.post<string>(`/api/v1/accounts/${secretaryAccount.id}/invitation-slip`);
    const { pathname: onPaper } = new URL(linksOnSlips(slip.text)[0]!);
    const came = await visitor().post(`/api/v1${onPaper}`, { password: secretary.password });
    const unit = signedIn(came.headers);

    const dryRun = await ok(
      unit.upload<Row>(
        '/api/v1/roster-imports',
        { name: basename(rosterFile), content: await readFile(rosterFile) },
        { unitId: unitOf('CSM') },
      ),
    );
    await ok(unit.post(`/api/v1/roster-imports/${dryRun.id}/application`));

    const room = await ok(begin.post<Row>('/api/v1/rooms', hall));
    const lecturer = await ok(begin.post<Row>('/api/v1/lecturers', ofSchool));
    const inClass = await ok(
      begin.post<Row>('/api/v1/classes', {
        ...firstClass,
        courseId: course.id,
        mode: 'part_time',
        opensOn: '2026-02-02',
        closesOn: '2026-02-03',
        roomId: room.id,
      }),
    );
    const of = `/api/v1/classes/${inClass.id}`;
    await ok(
      begin.post(`${of}/half-days`, {
        weekdays: [1, 2],
        parts: ['morning', 'afternoon'],
        from: '2026-02-02',
        to: '2026-02-03',
        roomId: room.id,
        lecturerId: lecturer.id,
      }),
    );
    await ok(keeper.post(`${of}/managers`, { email: manager.email }));
    await ok(
      begin.post(`${of}/seats/allocations`, {
        shares: [{ unitId: unitOf('CSM'), seats: 3 }],
        reason: 'Phân bổ đợt đầu',
      }),
    );
    await ok(
      begin.post(`${of}/announcement`, {
        callOpensAt: '2026-01-05T08:00:00+07:00',
        callClosesAt: '2026-01-20T17:00:00+07:00',
      }),
    );
    const { items: steps } = await ok(begin.get<List<{ step: string; state: string }>>('/api/v1/first-steps'));
    expect(steps.filter(({ state }) => state === 'open')).toEqual([]);

    const { items: candidates } = await ok(
      unit.get<List<{ personId: string; isEligible: boolean; checks: { outcome: string }[] }>>(`${of}/candidates`),
    );
    const chosen = candidates
      .filter(({ isEligible, checks }) => isEligible && checks.every(({ outcome }) => outcome === 'pass'))
      .slice(0, 3);
    const { results } = await ok(
      unit.post<{ results: { refusal: unknown }[] }>(`${of}/nominations/batch`, {
        personIds: chosen.map(({ personId }) => personId),
        letter: { number: '12-CV/ĐU', date: '2026-01-05' },
      }),
    );
    expect(results).toHaveLength(3);
    const decide = async (caller: Caller, decision: string) => {
      const { items } = await ok(caller.get<List>(`/api/v1/nominations?classId=${inClass.id}&liveOnly=true`));
      await ok(
        caller.post('/api/v1/nominations/reviews', {
          decisions: items.map(({ id }) => ({ nominationId: id, decision })),
        }),
      );
    };
    await decide(await signIn(group), 'endorse');
    await decide(begin, 'accept');
    await ok(begin.post(`${of}/confirmation`, { decision: '05-QĐ/ĐUK' }));

    const [cadre] = chosen;
    const person = await ok(unit.get<{ email: string }>(`/api/v1/people/${cadre!.personId}`));
    await ok(unit.post('/api/v1/accounts', { personId: cadre!.personId }));

    const halfDays = (await ok(begin.get<List<Row & { endsAt: string }>>(`${of}/half-days`))).items;
    expect(halfDays).toHaveLength(4);
    for (const { id, endsAt } of halfDays) {
      await app.moveTo(new Date(endsAt));
      const ofManager = await signIn(manager);
      const { items } = await ok(ofManager.get<List<{ enrollmentId: string }>>(`/api/v1/half-days/${id}/attendance`));
      expect(items).toHaveLength(3);
      const entries = items.map(({ enrollmentId }) => ({ enrollmentId, mark: 'present' }));
      await ok(ofManager.put(`/api/v1/half-days/${id}/attendance`, { entries }));
    }
    await app.moveTo(momentAt('2026-02-04', '08:00'));
    const { jobId } = await ok(begin.post<{ jobId: string }>(`${of}/closing`));
    await until(async () => {
      const { state } = await ok(begin.get<{ state: string }>(`/api/v1/jobs/${jobId}`));
      return state === 'done' ? state : null;
    });
    const { items: certificates } = await ok(
      begin.get<List<Row & { number: string }>>(`/api/v1/certificates?classId=${inClass.id}`),
    );
    expect(certificates.map(({ number }) => number).toSorted()).toEqual(
      from1To(3).map((number) => `00${number}/2026/GCN-ĐUK`),
    );

    await ok(visitor().post('/api/v1/sign-in-links', { email: person.email }));
    const signInLink = (await linkSentTo(mailbox, person.email, 'sign-in-links')).token;
    const opened = await visitor().post(`/api/v1/sign-in-links/${signInLink}`);
    expect(opened.status).toBe(200);
    const record = await ok(signedIn(opened.headers).get<List>('/api/v1/me/training-record'));
    expect(record.items).toMatchObject([
      {
        courseCode: 'theory_refresher',
        endedOn: '2026-02-03',
        awardNumber: expect.stringMatching(/GCN-ĐUK$/) as string,
      },
    ]);
  }, 300_000);
});
