import { addUp, hasDone, participationRate } from './participation';

const unit = {
  members: 44,
  exempt: 4,
  obliged: 40,
  nonMembers: 5,
  registered: 38,
  attendedMembers: 30,
  attendedExempt: 1,
  attendedNonMembers: 4,
  attendedOutsideRoll: 1,
  essays: 28,
  minimumShare: null,
  held: true,
};

const nobody = { attendedMembers: 0, attendedExempt: 0, attendedNonMembers: 0, attendedOutsideRoll: 0 };

describe('participation in a study', () => {
  it('is the share of the obliged who attended; the exempt, non-members and newcomers do not raise it', () => {
    expect(participationRate(unit)).toBe(75);
    expect(participationRate({ ...unit, ...nobody, attendedMembers: 30 })).toBe(75);
  });

  it('of a unit where nobody is obliged is not a number', () => {
    expect(participationRate({ ...unit, obliged: 0, attendedMembers: 0 })).toBeNull();
  });

  it('is done from the share on that the office sets', () => {
    expect(hasDone({ ...unit, minimumShare: 0.75 })).toBe(true);
    expect(hasDone({ ...unit, minimumShare: 0.8 })).toBe(false);
    expect(hasDone({ ...unit, obliged: 0, attendedMembers: 0, minimumShare: 0.8 })).toBe(true);
  });

  it('is done once somebody of the unit sat through it, where no rule says how many', () => {
    expect(hasDone(unit)).toBe(true);
    expect(hasDone({ ...unit, ...nobody })).toBe(false);
  });

  it('of several units adds up their people, not their percentages', () => {
    const absent = { ...unit, ...nobody, members: 60, exempt: 0, obliged: 60 };
    expect(addUp([unit, absent])).toMatchObject({
      units: 2,
      unitsDone: 1,
      members: 104,
      exempt: 4,
      obliged: 100,
      attendedMembers: 30,
      rate: 30,
    });
  });
});
