import { renderFragment } from '../../pages/render';
import { UnreadNotice } from './reading';

describe('what of a file was not read', () => {
  const told = (...kinds: ('forbidden' | 'column')[]) =>
    renderFragment(
      { locale: 'vi', actorName: null, path: '/roster-imports/1', navigation: [], flash: null },
      <UnreadNotice
        unread={kinds.map((what) => ({ where: 'F2:F9', what, label: 'Tôn giáo', sample: '', cells: 8 }))}
        hint="Hãy chọn."
      />,
    );

  it('can be chosen, unless it is taken of nobody', () => {
    expect(told('forbidden', 'column')).toContain('Hãy chọn.');
    const forbidden = told('forbidden');
    expect(forbidden).toContain('không thu thập loại dữ liệu này');
    expect(forbidden).not.toContain('Hãy chọn.');
  });
});
