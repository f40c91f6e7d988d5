import type { Pool } from 'pg';
import { addDays, Clock } from '../src/platform/clock';

/** What the addresses name, found in a database of the bench `data`. */
export interface Subjects {
  /** Of the latest refresher that runs. */
  readonly classId: string;
  readonly halfDayId: string;
  readonly manager: string;
  /** With the half-day of a class of a thousand; null where there is none. */
  readonly hall: { readonly classId: string; readonly halfDayId: string; readonly manager: string } | null;
  /** For intermediate theory, its call open. */
  readonly callId: string;
  /** A usual one; its secretary. */
  readonly unitId: string;
  readonly secretary: string;
  /** The largest; its secretary. */
  readonly largest: { readonly unitId: string; readonly secretary: string; readonly people: number };
  /** Who learns now and signs in. */
  readonly cadre: string;
  readonly personId: string;
  readonly code: string;
}

/** A page that is looked at: by whom, and where. */
export interface Visited {
  readonly what: string;
  readonly as: string;
  readonly path: string;
  /** It shows rows that are more here than in the other database, and is told against so many. */
  readonly rows?: number;
}

export async function subjectsIn(pool: Pool): Promise<Subjects> {
  const one = async <Row>(sql: string, values: unknown[] = []): Promise<Row> => {
    const { rows } = await pool.query(sql, values);
    return rows[0] as Row;
  };
  const running = async (least: number) =>
    one<Pick<Subjects, 'classId' | 'halfDayId' | 'manager'> | undefined>(
      `SELECT c.id AS "classId", h.id AS "halfDayId",
         (SELECT split_part(a.email, '@', 1) FROM grants g JOIN accounts a ON a.id = g.account_id WHERE g.class_id = c.id LIMIT 1) AS manager
       FROM classes c JOIN half_days h ON h.class_id = c.id AND h.day < current_date
       WHERE c.state = 'confirmed' AND c.capacity >= $1 ORDER BY c.capacity, c.code DESC, h.day DESC LIMIT 1`,
      [least],
    );
  const unit = (order: string) =>
    one<Subjects['largest']>(
      `SELECT u.id AS "unitId", (SELECT split_part(a.email, '@', 1) FROM grants g JOIN accounts a ON a.id = g.account_id WHERE g.unit_id = u.id AND g.role = 'unit_secretary') AS secretary,
         (SELECT count(*)::int FROM persons p WHERE p.unit_id = u.id) AS people
       FROM units u JOIN unit_parents d ON d.unit_id = u.id JOIN units g ON g.id = d.parent_id AND g.kind = 'group'
       WHERE u.kind = 'base' ORDER BY ${order} LIMIT 1`,
    );
  const usual = await unit(`u.code DESC`);
  const call = await one<{ id: string }>(
    `SELECT c.id FROM classes c JOIN courses k ON k.id = c.course_id WHERE c.state = 'announced' AND k.code = 'intermediate_theory' ORDER BY c.code LIMIT 1`,
  );
  const cadre = await one<Pick<Subjects, 'cadre' | 'personId' | 'code'>>(
    `SELECT split_part(a.email, '@', 1) AS cadre, p.id AS "personId", p.code FROM accounts a JOIN persons p ON p.id = a.person_id
       JOIN enrollments e ON e.person_id = p.id JOIN classes c ON c.id = e.class_id AND c.state = 'confirmed' ORDER BY c.code DESC, p.code LIMIT 1`,
  );
  return {
    ...(await running(1))!,
    hall: (await running(500)) ?? null,
    callId: call.id,
    unitId: usual.unitId,
    secretary: usual.secretary,
    largest: await unit('people DESC, u.code'),
    ...cadre,
  };
}

const office = 'training_officer';
const nobody = 'khong-co-ai';

export function visitsOf(subjects: Subjects): Visited[] {
  const { classId, halfDayId, manager, callId, unitId, secretary, cadre, personId, code } = subjects;
  const today = new Clock().today();
  const year = today.slice(0, 4);
  const by = (as: string, pages: Readonly<Record<string, string>>): Visited[] =>
    Object.entries(pages).map(([what, path]) => ({ what, as, path }));
  return [
    ...by(office, {
      'office’s desk': '/',
      people: '/people',
      'people by code': '/people?sort=-code',
      'people by birth date': '/people?sort=birthDate',
      'people named an': '/people?search=nguyen%20thi%20anh',
      'people, nobody found': `/people?search=${nobody}`,
      'people by a code': `/people?search=${code}`,
      'people of a level': '/people?theoryLevel=intermediate',
      'people of a rare level': '/people?theoryLevel=advanced',
      'people who left': '/people?isPresent=false',
      'people of a unit': `/people?unitId=${unitId}`,
      'people of the API': '/api/v1/people',
      duplicates: '/people/duplicates',
      'unknown texts': '/posts/unknown-texts',
      'contradictions of posts': '/posts/contradictions',
      posts: '/posts',
      'person’s page': `/people/${personId}`,
      'person’s record': `/people/${personId}/training-record`,
      'person’s needs': `/people/${personId}/training-needs`,
      classes: '/classes',
      'classes, search': '/classes?search=chieu%20sinh',
      'classes, none found': `/classes?search=${nobody}`,
      'classes with open calls': '/classes?openCall=true',
      'a class': `/classes/${classId}`,
      'a call': `/classes/${callId}`,
      roster: `/classes/${classId}/roster`,
      'enrollments, API': `/api/v1/classes/${classId}/enrollments`,
      seats: `/classes/${callId}/seats`,
      'seats, API': `/api/v1/classes/${callId}/seats`,
      'attendance of a class': `/classes/${classId}/attendance`,
      'attendance sheet': `/half-days/${halfDayId}/attendance`,
      'nominations of a class': `/classes/${callId}/nominations`,
      'nominations, API': '/api/v1/nominations',
      'nominations, newest': '/api/v1/nominations?sort=-submittedAt',
      'nominations by name': '/api/v1/nominations?sort=name',
      'nominations of a unit': `/api/v1/nominations?unitId=${unitId}`,
      'nominations of a unit by name': `/api/v1/nominations?unitId=${unitId}&sort=name`,
      'nominations returned': '/api/v1/nominations?state=returned',
      'nominations rejected': '/api/v1/nominations?state=rejected',
      'nominations, reserves': '/api/v1/nominations?reservesOnly=true',
      'nominations, nobody found': `/api/v1/nominations?search=${nobody}`,
      candidates: `/classes/${callId}/candidates?unitId=${unitId}`,
      leavers: '/leavers',
      'leave requests': '/leave-requests',
      deferrals: '/deferrals',
      reminders: '/reminders',
      'reminders missed': '/reminders?state=missed',
      'reminders failed': '/reminders?state=failed',
      'reminders written': '/reminders?state=written',
      'reminders by recipient': '/reminders?sort=recipient',
      'reminders by rule': '/reminders?sort=rule',
      'reminders by state': '/reminders?sort=-state',
      'reminders of a unit': `/reminders?unitId=${unitId}`,
      'reminders, search': '/reminders?search=nguyen%20thi%20anh',
      'reminders, nobody found': `/reminders?search=${nobody}`,
      'messages to classes': '/messages',
      journal: '/journal',
      'journal of an action': '/journal?action=classes.',
      'journal of no action': '/journal?action=leave.',
      certificates: '/certificates',
      'certificates by name': '/certificates?sort=name',
      'certificates by end': '/certificates?sort=validUntil',
      'certificates, search': '/certificates?search=nguyen%20thi%20anh',
      'certificates, nobody found': `/certificates?search=${nobody}`,
      'certificates revoked': '/certificates?standing=revoked',
      'certificates of a unit': `/certificates?unitId=${unitId}`,
      accounts: '/accounts',
      'accounts, search': '/accounts?search=nguyen%20thi%20anh',
      'accounts, nobody found': `/accounts?search=${nobody}`,
      'accounts by address': '/accounts?sort=email',
      'accounts invited': '/accounts?state=invited',
      'accounts of a role': '/accounts?role=group_officer',
      'roster imports': '/api/v1/roster-imports',
      'training plan': `/training-plans/${year}`,
      'plan needs': `/api/v1/training-plans/${year}/needs`,
      'joint report': '/reports/joint',
      'behind accepted': '/reports/behind?number=accepted',
      'behind, of a unit': `/reports/behind?number=completed&unitId=${unitId}`,
      'behind, nobody found': `/reports/behind?number=accepted&search=${nobody}`,
      coverage: '/reports/coverage',
      'coverage of a unit': `/reports/coverage?unitId=${unitId}`,
      'needs by name': '/api/v1/reports/coverage/needs?sort=name',
      'report of a unit': `/reports/unit?unitId=${unitId}`,
      calendar: '/calendar',
      'load of rooms': '/calendar/load',
      'rooms today': '/rooms/today',
      'half-days, API': `/api/v1/half-days?from=${addDays(today, -14)}&to=${today}`,
      units: '/units',
      'search, named an': '/search?q=nguyen%20thi%20anh',
      'search, common': '/search?q=nguyen',
      'search, two letters': '/search?q=zz',
      'search, letter': '/search?q=12-CV',
      'search, certificate': '/search?q=012/2025',
      'search, code': `/search?q=${code}`,
      'search, nothing found': `/search?q=${nobody}`,
      invariants: '/invariants',
    }),
    ...by('admin', { 'administrator’s desk': '/', 'journal of the administrator': '/journal' }),
    ...by('data_officer', { 'data officer’s desk': '/', 'people of the data officer': '/people' }),
    ...by('group_officer', {
      'Group’s desk': '/',
      'Group’s endorsements': '/endorsements',
      'Group’s people': '/people',
      'Group’s people, nobody found': `/people?search=${nobody}`,
      'Group’s search': '/search?q=nguyen%20thi%20anh',
      'Group’s nominations': '/api/v1/nominations',
      'Group’s joint report': '/reports/joint',
      'Group’s coverage': '/reports/coverage',
      'Group’s journal': '/journal',
      'Group’s journal of no action': '/journal?action=leave.',
      'Group’s certificates': '/certificates',
    }),
    ...by(secretary, {
      'secretary’s desk': '/',
      'secretary’s people': '/people',
      'secretary’s people, nobody found': `/people?search=${nobody}`,
      'secretary’s search': '/search?q=nguyen%20thi%20anh',
      'secretary’s search, certificate': '/search?q=012/2025',
      'secretary’s search, nothing found': `/search?q=${nobody}`,
      'secretary’s candidates': `/classes/${callId}/candidates`,
      'secretary’s nominations': '/api/v1/nominations',
      'secretary’s reminders': '/reminders',
      'secretary’s certificates': '/certificates',
      'secretary’s journal': '/journal',
      'secretary’s coverage': '/reports/coverage',
      'secretary’s report': '/reports/unit',
      'secretary’s classes': '/classes',
    }),
    ...by(manager, { 'manager’s desk': '/', 'manager’s sheet': `/half-days/${halfDayId}/attendance` }),
    ...by(cadre, {
      'cadre’s desk': '/',
      'cadre’s record': '/my-training-record',
      'cadre’s needs': '/my-training-needs',
      'cadre’s reminders': '/me/reminders',
      'cadre’s notices': '/notices',
      'cadre’s certificates': '/certificates',
      'cadre’s nominations': '/api/v1/nominations',
    }),
    ...ofManyRows(subjects),
  ];
}

/** A class of a thousand and the largest unit, where there are such. */
function ofManyRows({ hall, largest, callId }: Subjects): Visited[] {
  const { unitId, secretary, people } = largest;
  return [
    {
      what: 'largest unit: candidates',
      as: office,
      path: `/classes/${callId}/candidates?unitId=${unitId}`,
      rows: people,
    },
    { what: 'largest unit: desk', as: secretary, path: '/', rows: people },
    { what: 'largest unit: coverage', as: secretary, path: '/reports/coverage', rows: people },
    ...(hall
      ? [
          { what: 'hall: class', as: office, path: `/classes/${hall.classId}`, rows: 1_000 },
          { what: 'hall: roster', as: office, path: `/classes/${hall.classId}/roster`, rows: 1_000 },
          { what: 'hall: seats', as: office, path: `/classes/${hall.classId}/seats`, rows: 1_000 },
          { what: 'hall: attendance', as: office, path: `/classes/${hall.classId}/attendance`, rows: 1_000 },
          { what: 'hall: sheet', as: office, path: `/half-days/${hall.halfDayId}/attendance`, rows: 1_000 },
          { what: 'hall: manager’s desk', as: hall.manager, path: '/', rows: 1_000 },
        ]
      : []),
  ];
}
