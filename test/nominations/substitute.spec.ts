import { momentAt } from '../../src/platform/clock';
import { a, aClass, aPerson, app, nominate, nominated, show, substitute, unit, beginNominating } from './nominating';

beginNominating();

describe('substituting somebody nominated', () => {
  it('substitutes in one move: the newcomer takes the seat and no reserve moves', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const reserve = await nominated(inClass);
    const newcomer = await aPerson();

    const came = await substitute(holder, newcomer);

    expect(came.body).toMatchObject({ state: 'submitted', seat: 1, substitutesId: holder.id });
    expect(await show(holder)).toMatchObject({ state: 'substituted', seat: null });
    expect(await show(reserve)).toMatchObject({ seat: null, rank: 1 });
  });

  it('substitutes nobody by the very same person', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    const person = await a.person({ in: unit });
    const { body: holder } = await nominate(inClass, person);
    const again = await substitute(holder, person, 'Nhầm');
    expect(again).toMatchObject({ status: 422, body: { errors: [{ field: 'personId', code: 'same_person' }] } });
    expect(await show(holder)).toMatchObject({ state: 'submitted', seat: 1 });
  });

  it('substitutes nobody from the opening day on', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    app.clock.moveTo(momentAt('2026-02-07', '06:00'));
    expect((await substitute(holder, await aPerson())).body).toMatchObject({ code: 'too_late_to_substitute' });
  });

  it('a substitution has its last day', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]], substituteUntil: '2026-01-10' });
    const one = await nominated(inClass);
    const newcomer = await aPerson();
    app.clock.moveTo(momentAt('2026-01-11', '08:00'));
    expect(await substitute(one, newcomer)).toMatchObject({ status: 409, body: { code: 'too_late_to_substitute' } });
    app.clock.moveTo(momentAt('2026-01-10', '23:00'));
    expect((await substitute(one, newcomer)).status).toBe(201);
  });
});
