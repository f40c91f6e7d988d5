import '../../src/app.module';
import { actionGroups } from '../../src/desks/journal.words';
import { declareActions, declaredActions } from '../../src/platform/journal/actions';

describe('the actions of the journal', () => {
  it('can be narrowed to by their kind', () => {
    const groups = Object.keys(actionGroups.vi);
    expect(declaredActions()).toContain('nominations.accepted');
    expect(declaredActions().filter((action) => !groups.some((group) => action.startsWith(group)))).toEqual([]);
  });

  it('are declared once', () => {
    const again = () => declareActions('nominations', { accepted: { vi: 'đã duyệt', en: 'accepted' } });
    expect(again).toThrow('The action nominations.accepted is declared twice.');
  });
});
