import { InvalidInput } from '../../platform/problems/refusals';
import { amendedFacts, type CountedFacts, type FactsWanted } from './amended-facts';

const [first, second, philosophy] = ['half-day-1', 'half-day-2', 'module-1'];
const counted: CountedFacts = {
  halfDays: [
    { id: first, day: '2026-01-05', part: 'morning', mark: 'present' },
    { id: second, day: '2026-01-06', part: 'morning', mark: 'unmarked' },
  ],
  modules: [{ id: philosophy, number: 1, name: 'Triết học', first: 4, resit: null }],
  essay: null,
  completes: false,
};
const today = '2026-03-05';
const handedIn = { handedInOn: '2026-02-20', mark: 6, decision: null };

describe('what a decision changes of the facts that count', () => {
  const changed = (wanted: FactsWanted, of = counted) => amendedFacts(of, wanted, today);
  const refusal = (wanted: FactsWanted, of = counted) => {
    try {
      return changed(wanted, of);
    } catch (error) {
      return (error as InvalidInput).fields.map(({ field, code }) => `${field} ${code}`);
    }
  };

  it('is what differs, and the rest is left out', () => {
    const attendance = [
      { halfDayId: first, mark: 'present' },
      { halfDayId: second, mark: 'excused' },
    ] as const;
    const marks = [
      { moduleId: philosophy, mark: 4 },
      { moduleId: philosophy, attempt: 2, mark: 6.5 },
    ] as const;
    expect(changed({ attendance, marks, completes: false })).toEqual({
      attendance: [{ halfDayId: second, mark: 'excused' }],
      marks: [{ moduleId: philosophy, attempt: 2, mark: 6.5 }],
      essay: null,
      completes: null,
    });
    expect(refusal({ attendance: attendance.slice(0, 1), marks: marks.slice(0, 1), completes: false })).toEqual([
      'reason nothing_amended',
    ]);
  });

  it('of an essay keeps what is not spoken of, and needs its day where none counts', () => {
    expect(changed({ essay: { handedInOn: '2026-02-20', mark: 6 } }).essay).toEqual(handedIn);
    const withEssay = { ...counted, essay: handedIn };
    expect(changed({ essay: { mark: 8 } }, withEssay).essay).toEqual({ ...handedIn, mark: 8 });
    expect(changed({ essay: { accepted: true } }, withEssay).essay).toEqual({ ...handedIn, decision: 'accepted' });
    expect(refusal({ essay: { mark: 6 } }, withEssay)).toEqual(['reason nothing_amended']);
    expect(refusal({ essay: { mark: 6 } })).toEqual(['essay.handedInOn required']);
    expect(refusal({ essay: { handedInOn: '2026-03-06' } })).toEqual(['essay.handedInOn in_the_future']);
  });

  it('lets an essay that was sent back count, once a decision speaks of it', () => {
    const sentBack = { ...counted, essay: { ...handedIn, decision: 'sent_back' as const } };
    expect(changed({ essay: { mark: 7 } }, sentBack).essay).toEqual({ ...handedIn, mark: 7, decision: null });
  });

  it('says of everything that is not the class’s where it stands', () => {
    expect(
      refusal({
        attendance: [{ halfDayId: 'another', mark: 'present' }],
        marks: [{ moduleId: 'another', mark: 5 }],
      }),
    ).toEqual(['attendance.0.halfDayId not_of_class', 'marks.0.moduleId not_of_class']);
  });
});
