import { cellField, readMarksForm, writeShown } from './marks-form';

const id = '0b6e1e9c-6b1f-4a39-8a2e-0d3a4f5b6c7d';
const field = (moduleNumber: number, attempt: 1 | 2 = 1) => cellField({ enrollmentId: id, moduleNumber, attempt });

describe('the grid of marks', () => {
  it('sends on only what differs from what the page had shown', () => {
    const shown = writeShown({ [field(1)]: '7,5', [field(2)]: '6' });
    const typed = { shown, [field(1)]: '7,5', [field(2)]: '6,5', [field(3)]: ' 8 ', [field(4)]: '' };
    expect(readMarksForm(typed)).toEqual([
      { enrollmentId: id, moduleNumber: 2, attempt: 1, text: '6,5' },
      { enrollmentId: id, moduleNumber: 3, attempt: 1, text: '8' },
    ]);
  });

  it('takes a field that was emptied as a mark taken back', () => {
    expect(readMarksForm({ shown: writeShown({ [field(1, 2)]: '4' }), [field(1, 2)]: '' })).toEqual([
      { enrollmentId: id, moduleNumber: 1, attempt: 2, text: '' },
    ]);
  });

  it('passes over fields that are not its own, and a broken hidden field', () => {
    expect(readMarksForm({ shown: '{', 'mark.x.1.3': '5', other: '5' })).toEqual([]);
    expect(readMarksForm({ shown: 'null', [field(1)]: '5' })).toHaveLength(1);
  });
});
