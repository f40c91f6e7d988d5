import { ReturnedPlacesService } from '../../src/nominations/returned-places.service';
import { momentAt } from '../../src/platform/clock';
import type { BuiltClass } from '../builders';
import {
  a,
  aClass,
  aPerson,
  app,
  nominated,
  returnUntil,
  show,
  submit,
  substitute,
  unit,
  beginNominating,
} from './nominating';

beginNominating();

describe('returning a nomination', () => {
  it('cancels nothing when the window ends: what was returned may still be sent again', async () => {
    const inClass = await aClass(1);
    const one = await nominated(inClass);
    const returned = await returnUntil('2026-01-25', one);
    expect(returned.body).toMatchObject({ state: 'returned', seat: 1 });

    app.clock.moveTo(momentAt('2026-01-22', '09:00'));
    const again = await submit(one);
    expect(again.body).toMatchObject({ state: 'submitted', seat: 1 });
  });

  describe('a nomination returned for correction', () => {
    const returned = async (inClass: BuiltClass) => {
      const one = await nominated(inClass);
      await returnUntil('2026-01-08', one);
      return one;
    };
    const giveUp = () => app.get(ReturnedPlacesService).giveUpOverdue();

    it('keeps its place until the end of the day given, then the place goes to the next reserve', async () => {
      const inClass = await aClass(1);
      const one = await returned(inClass);
      const reserve = await nominated(inClass);
      app.clock.moveTo(momentAt('2026-01-08', '23:59'));
      expect(await giveUp()).toBe(0);
      expect((await show(one)).nextStep).toEqual({ who: 'unit', by: '2026-01-08' });

      app.clock.moveTo(momentAt('2026-01-09', '00:00'));
      expect(await giveUp()).toBe(1);
      expect(await giveUp()).toBe(0);
      expect(await show(reserve)).toMatchObject({ seat: 1, rank: null });
      const late = await show(one);
      expect(late).toMatchObject({ state: 'returned', seat: null, rank: null });
      expect(late.sentence.vi).toContain('quá hạn 08/01/2026 nên chỗ đã nhường cho người khác');
    });

    it('keeps it no longer than the class lasts', async () => {
      const inClass = await a.trainingClass({ allocations: [[unit, 1]], closesOn: '2026-03-01' });
      const one = await nominated(inClass);
      expect(await returnUntil('2062-01-10', one)).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'correctBy', code: 'after_closing' }] },
      });
      expect((await returnUntil('2026-03-01', one)).status).toBe(200);
    });

    it('may still be sent after that, for a free seat or the end of the reserves', async () => {
      const inClass = await aClass(1);
      const one = await returned(inClass);
      await nominated(inClass);
      await nominated(inClass);
      app.clock.moveTo(momentAt('2026-01-09', '08:00'));
      await giveUp();
      expect(await substitute(one, await aPerson())).toMatchObject({ status: 409, body: { code: 'place_given_up' } });
      const sent = await submit(one);
      expect(sent.body).toMatchObject({ state: 'submitted', seat: null, rank: 3 });
    });
  });

  it('a returned place whose day is over is given up before it is sent again, though no look came by', async () => {
    const inClass = await aClass(1);
    const one = await nominated(inClass);
    await returnUntil('2026-01-06', one);
    const reserve = await nominated(inClass);
    app.clock.moveTo(momentAt('2026-01-07', '08:00'));
    const late = await submit(one);
    expect(late.body).toMatchObject({ state: 'submitted', seat: null });
    expect((await show(reserve)).seat).toBe(1);
  });
});
