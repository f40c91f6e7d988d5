import { counted, mostCounted } from './counted';

describe('how many a list holds', () => {
  it('is said to the last one as far as is counted', () => {
    expect(counted(1_234, 'vi')).toBe('1.234');
    expect(counted(mostCounted, 'en')).toBe('5,000');
  });

  it('is said to be more where nobody counted on', () => {
    expect(counted(mostCounted + 1, 'vi')).toBe('hơn 5.000');
    expect(counted(mostCounted + 1, 'en')).toBe('more than 5,000');
  });
});
