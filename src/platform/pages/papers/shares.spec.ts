import { shareOf, showShare } from './shares';

describe('shares', () => {
  it('are percent to one decimal, with the comma or point of the reader', () => {
    expect(shareOf(5, 6)).toBe(83.3);
    expect(showShare(shareOf(5, 6), 'vi')).toBe('83,3%');
    expect(showShare(shareOf(5, 6), 'en')).toBe('83.3%');
    expect(showShare(shareOf(6, 6), 'vi')).toBe('100,0%');
  });

  it('of nothing are a dash, not a zero', () => {
    expect(shareOf(0, 0)).toBeNull();
    expect(showShare(shareOf(0, 0), 'vi')).toBe('–');
    expect(showShare(shareOf(0, 4), 'vi')).toBe('0,0%');
  });
});
