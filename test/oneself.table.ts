import type { World } from './world';

const reason = 'Theo quyết định';
const decision = { decision: '12-QĐ/ĐUK', decidedOn: '2026-01-02', reason };
const byDecision = { decisionNumber: '1-QĐ', decidedOn: '2026-01-02', reason };
const nothing = () => ({});
const because = () => ({ reason });
const day = () => ({ on: '2026-01-02', reason });
const dueAgain = () => ({ reason, dueAt: '2026-12-31T17:00:00+07:00' });
const toBeReturned = () => ({ reason, correctBy: '2026-02-07' });
const move = ({ otherUnit }: World['ids']) => ({ on: '2026-01-02', unitId: otherUnit, reason });
const exception = ({ people }: World['ids']) => ({
  ...{ personId: people, rule: 'standing', decisionNumber: '1-QĐ', decisionDate: '2026-01-02' },
  ...{ authority: 'Ban Thường vụ', reason },
});
const exemption = () => ({ ground: 'away', decidedBy: 'Chi bộ' });
const onRoll = { place: 'off_roll', decision: '1-QĐ', reason };
const certificate = ({ courses }: World['ids']) => ({
  courseId: courses,
  number: '7/2022/GCN',
  issuedOn: '2022-06-30',
  issuedBy: 'Đảng ủy Khối Doanh nghiệp',
  lasts: true,
});
const document = () => ({
  ...{ kind: 'external_diploma', theoryLevel: 'intermediate', number: 'B-1', issuedOn: '2020-01-02' },
  issuedBy: 'Trường Chính trị',
});
const deferral = () => ({ ...byDecision, until: '2026-12-31' });
const continued = ({ enrollments }: World['ids']) => ({ enrollmentId: enrollments, reason });
const visit = ({ halfDayId }: World['ids']) => ({ atHalfDayId: halfDayId, reason });
const otherName = () => ({ reason, holderName: 'Tên Khác' });
const scans = ({ refusedScans }: World['ids']) => ({ ids: [refusedScans], reason });
const devices = ({ otherDevices }: World['ids']) => ({ ids: [otherDevices], reason });
const split = ({ people }: World['ids']) => ({
  ...{ division: 'people', parts: [{ code: 'TACH', name: 'Lớp tách', personIds: [people] }], reason },
});
const splitOnPage = ({ people }: World['ids']) => ({
  ...{ division: 'people', count: '1', 'code.1': 'TACH', 'name.1': 'Lớp tách', [`to.${people}`]: '1', reason },
});
const amendment = { ...decision, authority: 'Ban Thường vụ', completes: false };
const held = { begunAt: '11:40', endedAt: '11:55', papers: 1, sheets: 1 };
const award = { number: 'B-1', issuedOn: '2026-02-07' };

/** What is sent, of oneself, where somebody decides about one person: refused at each of these doors. */
export const deciding: Readonly<Record<string, (ids: World['ids']) => object>> = {
  'POST /api/v1/nominations/:id/endorsement': nothing,
  'POST /api/v1/nominations/:id/acceptance': nothing,
  'POST /api/v1/nominations/:id/return': toBeReturned,
  'POST /api/v1/nominations/:id/rejection': because,
  'POST /nominations/:id/endorsement': nothing,
  'POST /nominations/:id/acceptance': nothing,
  'POST /nominations/:id/return': toBeReturned,
  'POST /nominations/:id/rejection': because,
  'POST /api/v1/nominations/:id/decision/reversal': nothing,
  'POST /nominations/:id/decision/reversal': nothing,
  'POST /api/v1/classes/:id/overrides': exception,
  'POST /api/v1/overrides/:id/revocation': because,
  'POST /classes/:id/overrides': exception,
  'POST /classes/:id/overrides/:overrideId/revocation': because,
  'PUT /api/v1/enrollments/:id/marks': ({ moduleId }) => ({ marks: [{ moduleId, mark: 9 }] }),
  'PUT /api/v1/classes/:id/marks': ({ moduleId, enrollments }) => ({
    entries: [{ enrollmentId: enrollments, moduleId, mark: 8 }],
  }),
  'POST /classes/:id/marks': ({ enrollments }) => ({ [`mark.${enrollments}.1.1`]: '8' }),
  'PUT /api/v1/exams/:id/minutes': ({ enrollments }) => ({
    ...held,
    entries: [{ enrollmentId: enrollments, outcome: 'sat' }],
  }),
  'POST /exams/:id/minutes': ({ enrollments }) => ({ ...held, [`outcome.${enrollments}`]: 'sat' }),
  'PUT /api/v1/exams/:id/marks': ({ enrollments }) => ({ entries: [{ enrollmentId: enrollments, mark: 9 }] }),
  'POST /exams/:id/marks': ({ enrollments }) => ({ [`mark.${enrollments}`]: '9' }),
  'POST /api/v1/exams/:id/candidates/:enrollmentId/permission': () => byDecision,
  'POST /exams/:id/candidates/:enrollmentId/permission': () => byDecision,
  'POST /api/v1/enrollments/:id/exam-permissions': ({ moduleId }) => ({ moduleIds: [moduleId], ...byDecision }),
  'POST /enrollments/:id/exam-permissions': ({ moduleId }) => ({ moduleIds: [moduleId], ...byDecision }),
  'POST /api/v1/exam-permissions/:id/withdrawal': because,
  'POST /enrollments/:id/exam-permissions/:permissionId/withdrawal': because,
  'PUT /api/v1/diplomas/:id': () => award,
  'PUT /api/v1/classes/:id/diplomas': ({ diplomas }) => ({ diplomas: [{ diplomaId: diplomas, ...award }] }),
  'POST /classes/:id/diplomas': ({ diplomas }) => ({ [`number.${diplomas}`]: 'B-1', issuedOn: '2026-02-07' }),
  'POST /api/v1/classes/:id/splits': split,
  'POST /api/v1/classes/:id/splits/preview': split,
  'POST /classes/:id/split': splitOnPage,
  'POST /classes/:id/split/preview': splitOnPage,
  'POST /api/v1/enrollments/:id/transfer': ({ classes }) => ({ classId: classes, reason }),
  'POST /enrollments/:id/transfer': ({ classes }) => ({ classId: classes, reason }),
  'POST /api/v1/enrollments/:id/continuation': continued,
  'POST /enrollments/:id/continuation': continued,
  'POST /api/v1/enrollments/:id/deferral': deferral,
  'POST /enrollments/:id/deferral': deferral,
  'POST /api/v1/enrollments/:id/half-days/:halfDayId/guest': visit,
  'POST /enrollments/:id/half-days/:halfDayId/guest': visit,
  'POST /api/v1/enrollments/:id/half-days/:halfDayId/guest-calling-off': because,
  'POST /enrollments/:id/half-days/:halfDayId/guest-calling-off': because,
  'POST /enrollments/:id/marks-elsewhere': ({ moduleId }) => ({ satInModuleId: moduleId, attempt: '1', mark: '9' }),
  'POST /api/v1/enrollments/:id/essay-acceptance': nothing,
  'PUT /api/v1/enrollments/:id/essay-mark': () => ({ mark: 10 }),
  'POST /api/v1/enrollments/:id/essay-return': dueAgain,
  'POST /enrollments/:id/essay-acceptance': nothing,
  'POST /enrollments/:id/essay-mark': () => ({ mark: 10 }),
  'POST /enrollments/:id/essay-return': () => ({ reason, dueAt: '2026-12-31T17:00' }),
  'PUT /api/v1/enrollments/:id/completion-override': () => decision,
  'DELETE /api/v1/enrollments/:id/completion-override': nothing,
  'POST /classes/:id/completion/decisions/:enrollmentId': () => decision,
  'POST /classes/:id/completion/decisions/:enrollmentId/withdrawal': nothing,
  'POST /api/v1/completions/:id/amendments': () => amendment,
  'POST /api/v1/completions/:id/amendments/preview': () => amendment,
  'POST /completions/:id/amendments': () => amendment,
  'POST /api/v1/leave-requests/:id/approval': nothing,
  'POST /api/v1/leave-requests/:id/rejection': because,
  'POST /api/v1/leave-requests/:id/paper-check': nothing,
  'POST /leave-requests/:id/paper-check': nothing,
  'POST /leave-requests/:id/approval': nothing,
  'POST /leave-requests/:id/rejection': because,
  'POST /api/v1/leavers/:id/staying': nothing,
  'POST /api/v1/leavers/:id/withdrawal': because,
  'POST /leavers/:id/staying': nothing,
  'POST /leavers/:id/withdrawal': because,
  'PUT /api/v1/half-days/:id/attendance': ({ enrollments }) => ({
    entries: [{ enrollmentId: enrollments, mark: 'present' }],
  }),
  'POST /half-days/:id/attendance': ({ enrollments }) => ({ [`mark.${enrollments}`]: 'present' }),
  'POST /half-days/:id/check-ins': ({ enrollments }) => ({ enrollmentId: enrollments, do: 'in' }),
  'POST /half-days/:id/check-ins/absences': nothing,
  'POST /api/v1/refused-scans/acceptance': scans,
  'POST /api/v1/refused-scans/dismissal': scans,
  'POST /refused-scans': (ids) => ({ ...scans(ids), do: 'take' }),
  'POST /api/v1/other-devices/acceptance': ({ otherDevices }) => ({ ids: [otherDevices] }),
  'POST /api/v1/other-devices/refusal': devices,
  'POST /other-devices': (ids) => ({ ...devices(ids), do: 'accept' }),
  'POST /api/v1/certificates/:id/corrections': otherName,
  'POST /api/v1/certificates/:id/replacement': because,
  'POST /api/v1/certificates/:id/revocation': () => ({ reason, decision: '1-QĐ' }),
  'POST /certificates/:id/correction': otherName,
  'POST /certificates/:id/replacement': because,
  'POST /certificates/:id/revocation': () => ({ reason, decision: '1-QĐ' }),
  'POST /api/v1/people/:id/training-record/documents': document,
  'POST /people/:id/training-record/documents': document,
  'POST /api/v1/people/:id/training-record/certificates': certificate,
  'POST /people/:id/training-record/certificates': certificate,
  'POST /api/v1/training-records/:id/corrections': otherName,
  'POST /api/v1/training-records/:id/withdrawal': because,
  'POST /training-records/:id/corrections': otherName,
  'POST /training-records/:id/withdrawal': because,
  'PATCH /api/v1/people/:id': () => ({ standing: 'official', reason }),
  'POST /people/:id': () => ({ standing: 'official', reason }),
  'POST /api/v1/people/:id/moves': move,
  'POST /api/v1/people/:id/moves/preview': move,
  'POST /api/v1/people/:id/departure': day,
  'POST /api/v1/people/:id/return': day,
  'POST /people/:id/move': move,
  'POST /people/:id/move/preview': move,
  'POST /people/:id/move/departure': day,
  'POST /people/:id/move/return': day,
  'POST /api/v1/people/:id/mergers': ({ otherId }) => ({ otherId, reason }),
  'POST /api/v1/people/:id/distinctions': ({ otherId }) => ({ otherId }),
  'DELETE /api/v1/people/:id/distinctions/:otherId': nothing,
  'POST /api/v1/people/mergers/:id/reversal': because,
  'POST /people/:id/duplicates/:otherId/merger': because,
  'POST /people/:id/duplicates/:otherId/distinction': nothing,
  'POST /people/:id/duplicates/:otherId/distinction/withdrawal': nothing,
  'POST /people/mergers/:id/reversal': because,
  'POST /api/v1/correction-requests/:id/correction': () => ({ cell: 'Chi bộ 2', reason }),
  'POST /api/v1/correction-requests/:id/rejection': () => ({ answer: reason }),
  'POST /correction-requests/:id/correction': () => ({ cell: 'Chi bộ 2', reason }),
  'POST /correction-requests/:id/rejection': () => ({ answer: reason }),
  'PUT /api/v1/classes/:id/obliged-units/:unitId/exemptions/:personId': exemption,
  'DELETE /api/v1/classes/:id/obliged-units/:unitId/exemptions/:personId': nothing,
  'POST /api/v1/classes/:id/obliged-units/:unitId/roll-corrections': ({ people }) => ({ ...onRoll, personId: people }),
  'POST /classes/:id/participation/:unitId/people/:personId/correction': () => onRoll,
  'POST /classes/:id/participation/:unitId/people/:personId/exemption': exemption,
  'POST /classes/:id/participation/:unitId/people/:personId/exemption/lifting': nothing,
  'POST /api/v1/classes/:id/managers': ({ ownAddress }) => ({ email: ownAddress }),
  'POST /classes/:id/managers': ({ ownAddress }) => ({ email: ownAddress }),
  'POST /api/v1/groups/:id/managers': ({ ownAddress }) => ({ email: ownAddress }),
  'POST /groups/:id/managers': ({ ownAddress }) => ({ email: ownAddress }),
};

/** Doors of many at once where the others are decided and the own row is left out, said so; each has its sentence in a spec. */
export const ownRowLeftOut: readonly string[] = [
  'POST /api/v1/nominations/group-letters',
  'POST /api/v1/nominations/reviews',
  'POST /classes/:id/nominations/reviews',
  'POST /classes/:id/letters',
  'POST /classes/:id/letters/:paperId/review',
  'POST /reviews/:id/reversal',
  'POST /api/v1/leavers/decisions',
  'POST /leavers/decisions',
  'POST /api/v1/attendance-imports/:id/application',
  'POST /attendance-imports/:id/application',
  'POST /api/v1/mark-imports/:id/application',
  'POST /mark-imports/:id/application',
  'POST /api/v1/roster-imports/:id/application',
  'POST /roster-imports/:id/application',
  'POST /api/v1/certificate-imports/:id/application',
  'POST /certificate-imports/:id/application',
];

/**
 * The other doors that change something, without what comes before the noun: they put somebody forward or say what one
 * wishes (a nomination, a rank, a leave asked for), or are about classes, units, settings and accounts. What ends with a
 * stroke stands for all below it.
 */
export const decidingNothing: readonly string[] = [
  // One's own account, and coming in.
  ...['me/', 'sign-in', 'sign-out', 'sign-in-links', 'sign-in-links/', 'set-up', 'first-administrator', 'oidc/'],
  ...['password-resets', 'password-resets/', 'password-codes', 'invitations/', 'language', 'theme', 'unsubscribe/'],
  ...['api-tokens', 'api-tokens/', 'calendar-feeds', 'calendar-feeds/', 'notices/', 'check-in/', 'check-ins'],
  // Accounts, and the roles an administrator gives.
  ...['accounts', 'accounts/', 'roster-invitations', 'roster-invitations/', 'grant-loans', 'grant-loans/'],
  // The service.
  ...[
    'operations/',
    'invariants/',
    'webhooks',
    'webhooks/',
    'messages/',
    'reminder-rules/',
    'reminder-texts/',
    'reminders/',
  ],
  ...[
    'first-steps/',
    'letterhead',
    'letterhead/',
    'half-day-times',
    'courses',
    'courses/',
    'class-templates',
    'class-templates/',
  ],
  ...[
    'rooms',
    'rooms/',
    'lecturers',
    'lecturers/',
    'posts',
    'posts/',
    'public-holidays',
    'public-holidays/',
    'training-plans/',
    'training-plan-lines/',
  ],
  ...['training-plan-proposals/', 'yearly-reports', 'yearly-reports/', 'reports/recount', 'reports/recounts'],
  ...['units', 'units/', 'unit-mergers', 'unit-mergers/', 'study-sessions', 'check-in-halls/'],
  // Classes.
  ...['classes', 'classes/:id', 'classes/:id/announcement', 'classes/:id/confirmation', 'classes/:id/cancellation'],
  ...['classes/:id/closing', 'classes/:id/completion', 'classes/:id/clones', 'classes/:id/timetable'],
  ...['classes/:id/messages', 'classes/:id/messages/preview', 'class-messages/'],
  'classes/:id/reopening',
  // A group gives nothing and takes nothing; what was attended goes along by itself.
  ...[
    'classes/:id/groups',
    'classes/:id/groups/',
    'groups/:id',
    'groups/:id/leader',
    'groups/:id/removal',
    'group-moves/',
  ],
  ...['groups/:id/managers/:accountId', 'groups/:id/managers/:managerId/ending'],
  ...['classes/:id/merger', 'classes/:id/merger/preview', 'half-days/:id/preview'],
  ...['classes/:id/parallels', 'classes/:id/parallels/:otherId/ending'],
  'classes/:id/cancellation/reversal',
  ...['classes/:id/half-days', 'classes/:id/half-days/preview', 'half-days/:id', 'half-days/:id/cancellation'],
  ...[
    'half-days/:id/check-in-halls',
    'classes/:id/modules',
    'classes/:id/exams',
    'exams/:id',
    'exams/:id/cancellation',
    'exams/:id/candidates',
    'classes/:id/essay-term',
    'classes/:id/essays/term',
  ],
  ...['classes/:id/managers/:accountId', 'classes/:id/managers/:managerId/ending', 'classes/:id/reminder-rules'],
  ...['classes/:id/seats/allocations', 'classes/:id/seats/capacity', 'classes/:id/seats/loans'],
  ...['classes/:id/seats/releases', 'classes/:id/seats/returns', 'classes/:id/seats/settings'],
  ...['classes/:id/seats/suggestion', 'classes/:id/study/', 'classes/:id/documents', 'classes/:id/sites'],
  ...['classes/:id/sites/:siteId', 'classes/:id/obliged-units/:unitId', 'classes/:id/roll'],
  // What shows a paper decides nothing that the paper has not decided.
  ...['scans', 'scans/'],
  // What a sheet would do; doing it is a door of its own.
  ...['classes/:id/attendance-imports', 'classes/:id/mark-imports', 'classes/:id/list-imports', 'roster-imports'],
  ...['roster-imports/:id/readings', 'roster-imports/:id/reversal', 'list-imports/:id/'],
  ...['attendance-imports/:id/readings', 'mark-imports/:id/readings', 'certificate-imports'],
  ...['certificate-imports/:id/readings', 'certificate-imports/:id/reversal'],
  // Put forward, wished, handed in, reported, and given up.
  ...['classes/:id/nominations', 'classes/:id/nominations/batch', 'classes/:id/candidates', 'classes/:id/outsiders'],
  ...['classes/:id/none-this-time', 'classes/:id/registrations', 'nominations/:id/submission'],
  ...['nominations/:id/ranking', 'nominations/:id/substitution', 'nominations/:id/withdrawal'],
  ...[
    'enrollments/:id/essay',
    'leave-requests',
    'leave-requests/:id/withdrawal',
    'leave-periods',
    'leave-requests/:id/renewal',
    'leave-requests/:id/paper',
    'correction-requests',
    'people',
  ],
];
