import { InvalidInput } from './problems/refusals';
import { Text } from './request-fields';
import { TextsByName } from './request-parts';
import { readRequest } from './requests';

class Asked {
  @Text({ optional: true })
  readonly reason?: string;

  @TextsByName({ optional: true })
  readonly places?: object;
}

describe('what a form sends', () => {
  it.each(['__proto__.polluted', 'constructor.polluted', 'toString.polluted'])(
    'under the name %s changes nothing of what every object has by nature',
    (name) => {
      readRequest(Asked, { [name]: '1', reason: 'x' });
      expect([{}, Object, Object.prototype.toString].map((each) => 'polluted' in each)).toEqual([false, false, false]);
    },
  );

  it('is refused in words of its own where a check is ours', () => {
    expect.assertions(1);
    try {
      readRequest(Asked, { places: 'x' });
    } catch (error) {
      expect((error as InvalidInput).fields.map(({ code }) => code)).toEqual(['not_texts']);
    }
  });

  it('is refused by its name where there is no such field, for no label on the page tells which', () => {
    expect.assertions(1);
    try {
      readRequest(Asked, { colour: 'red' });
    } catch (error) {
      expect((error as InvalidInput).fields).toEqual([
        {
          field: 'colour',
          code: 'unknown_field',
          message: {
            vi: 'Không có mục “colour”. Hãy bỏ mục đó.',
            en: 'There is no field “colour”. Leave it out.',
          },
        },
      ]);
    }
  });
});
