import { addressed, addressedAround, spokenTo } from './address';
import { words } from './words';

const say = words({
  yours: { vi: 'Đến lượt đồng chí. Đồng chí xem nhé.', en: 'It is your turn.' },
  because: {
    vi: (reason: string) => `Đồng chí được trả lại: ${reason}`,
    en: (reason: string) => `Returned: ${reason}`,
  },
});

describe('the form of address', () => {
  it('is ours to choose, small and capital; members stay comrades', () => {
    expect(spokenTo(say.vi, 'ong_ba').yours).toBe('Đến lượt ông/bà. Ông/bà xem nhé.');
    expect(spokenTo(say.vi, 'anh_chi').yours).toBe('Đến lượt anh/chị. Anh/chị xem nhé.');
    expect(spokenTo(say.vi, 'dong_chi')).toBe(say.vi);
    expect(addressed('Đồng chí', 'ong_ba')).toBe('Ông/bà');
  });

  it('leaves what people wrote as they wrote it', () => {
    expect(spokenTo(say.vi, 'ong_ba').because('nhờ đồng chí Bình ký')).toBe(
      'Ông/bà được trả lại: nhờ đồng chí Bình ký',
    );
    const facts = { at: new Date(0), names: ['đồng chí An'] };
    const write = ({ at, names }: typeof facts) => `Đồng chí hỏi ${names.join()} lúc ${at.getTime()}`;
    expect(addressedAround(facts, write, 'anh_chi')).toBe('Anh/chị hỏi đồng chí An lúc 0');
  });
});
