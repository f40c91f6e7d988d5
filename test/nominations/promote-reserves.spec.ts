import { RequalifiedReservesService } from '../../src/nominations/seats/requalified.service';
import { aClass, aPerson, app, journalOf, nominate, nominated, show, withdraw, beginNominating } from './nominating';

beginNominating();

describe('promoting a reserve', () => {
  it('passes over a reserve who no longer qualifies, and the journal says why', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const gone = await aPerson();
    const { body: first } = await nominate(inClass, gone);
    const second = await nominated(inClass);
    await gone.leaves();

    await withdraw(holder, 'Chuyển công tác');

    expect(await show(second)).toMatchObject({ seat: 1 });
    const [line] = await journalOf(first, 'nominations.passed_over');
    expect(line!.facts).toEqual({
      because: {
        vi: 'Không còn sinh hoạt tại đơn vị cử.',
        en: 'Does not belong to the nominating unit any more.',
      },
      rank: 1,
    });
  });

  it('a reserve who qualifies again beside a free seat moves up when the clock looks', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const away = await aPerson();
    const { body: reserve } = await nominate(inClass, away);
    await away.leaves();
    await withdraw(holder);
    expect(await app.get(RequalifiedReservesService).promote()).toEqual({ promoted: 0, isMore: false });
    await away.comesBack();
    expect(await app.get(RequalifiedReservesService).promote()).toEqual({ promoted: 1, isMore: false });
    expect(await show(reserve)).toMatchObject({ seat: 1, rank: null });
  });

  it('a look goes through so many classes, and the next goes on with those behind', async () => {
    const look = () => app.get(RequalifiedReservesService).promote(2);
    const waitingIn = async (qualifies: boolean) => {
      const inClass = await aClass(1);
      const holder = await nominated(inClass);
      const away = await aPerson();
      const { body: reserve } = await nominate(inClass, away);
      await away.leaves();
      await withdraw(holder);
      if (qualifies) await away.comesBack();
      return reserve;
    };
    const wait = [await waitingIn(false), await waitingIn(false)];
    const moveUp = [await waitingIn(true), await waitingIn(true), await waitingIn(true)];
    const [first, second, third] = [await look(), await look(), await look()];
    expect([first, second, third].map(({ isMore }) => isMore)).toEqual([true, true, false]);
    expect(first.promoted + second.promoted + third.promoted).toBe(moveUp.length);
    for (const reserve of moveUp) expect(await show(reserve)).toMatchObject({ seat: 1, rank: null });
    for (const reserve of wait) expect(await show(reserve)).toMatchObject({ seat: null });
    // It begins anew: those who wait are looked at again, and again none of them moves.
    expect(await look()).toEqual({ promoted: 0, isMore: true });
    expect(await look()).toEqual({ promoted: 0, isMore: false });
  });

  it('a reserve is told why a seat went by', async () => {
    const inClass = await aClass(1);
    const holder = await nominated(inClass);
    const gone = await aPerson();
    const { body: reserve } = await nominate(inClass, gone);
    await gone.leaves();
    await withdraw(holder);
    expect((await show(reserve)).sentence.vi).toContain(
      'Ngày 05/01/2026 có chỉ tiêu trống nhưng chưa được xếp: Không còn sinh hoạt tại đơn vị cử.',
    );
  });
});
