import { startOfSpecs, TestApp } from '../app';
import { type BuiltAccount, type BuiltClass, type BuiltPerson, type BuiltUnit, Builders } from '../builders';

/** Who of the service and around it every spec of a move speaks of: one service a file, one unit a sentence. */
export let app: TestApp;
export let a: Builders;
export let office: BuiltAccount;
export let group: BuiltAccount;
export let unit: BuiltUnit;
export let secretary: BuiltAccount;

/** Said by each spec file: a service of its own, with settings of its own, behind what this module names. */
export function beginNominating(settings: Readonly<Record<string, string>> = {}): void {
  beforeAll(async () => {
    app = await TestApp.start(settings);
    a = new Builders(app);
    office = await a.office();
    group = await a.groupOfficer();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    app.clock.moveTo(startOfSpecs);
    unit = await a.unit();
    secretary = await a.secretaryOf(unit);
  });
}

export const letter = { number: '47-CV/ĐU', date: '2026-01-05' };
export const noLetter = { letter: undefined };

export interface Shown {
  readonly id: string;
  readonly state: string;
  readonly seat: number | null;
  readonly rank: number | null;
  readonly reservesBefore: number | null;
  readonly checks: readonly Check[];
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly nextStep: { readonly who: string; readonly by: string | null };
  readonly warningsAcknowledged: { readonly by: string } | null;
  readonly code?: string;
}
interface Check {
  readonly rule: string;
  readonly outcome: string;
  readonly sentence: { readonly vi: string; readonly en: string };
  readonly override?: { readonly decisionNumber: string };
}
type Move = 'submission' | 'endorsement' | 'acceptance' | 'return' | 'rejection' | 'withdrawal' | 'substitution';

/** A class that has so many seats for the unit and none for others. */
export const aClass = (seats: number, more: object = {}) =>
  a.trainingClass({ allocations: [[unit, seats]], poolOpen: false, ...more });
export const aPerson = (more: object = {}) => a.person({ in: unit, ...more });

export const nominate = (inClass: BuiltClass, person: BuiltPerson, more: object = {}) =>
  app.as(secretary).post<Shown>(`/api/v1/classes/${inClass.id}/nominations`, { personId: person.id, letter, ...more });
/** Somebody new of the unit, nominated. */
export const nominated = async (inClass: BuiltClass) => (await nominate(inClass, await aPerson())).body;
export const show = async ({ id }: { readonly id: string }) =>
  (await app.as(secretary).get<Shown>(`/api/v1/nominations/${id}`)).body;

const move = ({ id }: { readonly id: string }, verb: Move, by: BuiltAccount, body: object = {}) =>
  app.as(by).post<Shown>(`/api/v1/nominations/${id}/${verb}`, body);
type Nomination = { readonly id: string };
export const submit = (one: Nomination, more: object = {}, by = secretary) =>
  move(one, 'submission', by, { letter, ...more });
export const endorse = (one: Nomination, by = group) => move(one, 'endorsement', by);
export const accept = (one: Nomination, by = office) => move(one, 'acceptance', by);
export const reject = (one: Nomination, reason: string) => move(one, 'rejection', office, { reason });
export const returnUntil = (correctBy: string, one: Nomination) =>
  move(one, 'return', office, { reason: 'Thiếu ngày chính thức', correctBy });
export const withdraw = (one: Nomination, reason = 'Bận', by = secretary) => move(one, 'withdrawal', by, { reason });
export const substitute = (one: Nomination, newcomer: BuiltPerson, reason = 'Nghỉ thai sản') =>
  move(one, 'substitution', secretary, { personId: newcomer.id, reason, letter });

export const journalOf = ({ id }: Nomination, action: string) =>
  app.sql<{ reason: string | null; facts: object }>(
    `SELECT reason, facts FROM journal_lines WHERE subject_id = $1 AND action = $2`,
    id,
    action,
  );
