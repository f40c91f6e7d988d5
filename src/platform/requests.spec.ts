import { readRequest, Text } from './requests';

class Asked {
  @Text({ optional: true })
  readonly reason?: string;
}

describe('what a form sends', () => {
  it.each(['__proto__.polluted', 'constructor.polluted', 'toString.polluted'])(
    'under the name %s changes nothing of what every object has by nature',
    (name) => {
      readRequest(Asked, { [name]: '1', reason: 'x' });
      expect([{}, Object, Object.prototype.toString].map((each) => 'polluted' in each)).toEqual([false, false, false]);
    },
  );
});
