import { NominationsQueries } from '../../src/nominations/nominations.queries';
import { a, aClass, app, nominated, secretary, unit, beginNominating } from './nominating';

beginNominating();

describe('answering “none this time”', () => {
  it('is taken, unless somebody is nominated', async () => {
    const inClass = await aClass(1);
    expect(
      (await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`, { note: 'Không có nhu cầu' }))
        .status,
    ).toBe(204);
    await nominated(inClass);
    expect((await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`)).body).toMatchObject({
      code: 'has_live_nominations',
    });
  });

  it('is the answer until the unit nominates after all', async () => {
    const inClass = await a.trainingClass({ allocations: [[unit, 1]] });
    await app.as(secretary).post(`/api/v1/classes/${inClass.id}/none-this-time`);
    const answers = () => app.get(NominationsQueries).noneAnswers(inClass.id);
    expect(await answers()).toHaveLength(1);
    await nominated(inClass);
    expect(await answers()).toEqual([]);
  });
});
