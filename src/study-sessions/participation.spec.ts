import { addUp, hasDone, participationRate } from './participation';

const unit = {
  members: 40,
  nonMembers: 5,
  registered: 38,
  attendedMembers: 30,
  attendedNonMembers: 4,
  attendedOutsideRoll: 1,
  essays: 28,
};

describe('participation in a study', () => {
  it('is the share of members on the roll who attended; non-members and newcomers do not raise it', () => {
    expect(participationRate(unit)).toBe(75);
    expect(participationRate({ ...unit, attendedNonMembers: 0, attendedOutsideRoll: 0 })).toBe(75);
  });

  it('of a unit without members is not a number', () => {
    expect(participationRate({ ...unit, members: 0, attendedMembers: 0 })).toBeNull();
  });

  it('is done once somebody of the unit sat through it', () => {
    expect(hasDone(unit)).toBe(true);
    expect(hasDone({ ...unit, attendedMembers: 0, attendedNonMembers: 0, attendedOutsideRoll: 0 })).toBe(false);
  });

  it('of several units adds up their people, not their percentages', () => {
    const absent = { ...unit, members: 60, attendedMembers: 0, attendedNonMembers: 0, attendedOutsideRoll: 0 };
    expect(addUp([unit, absent])).toMatchObject({
      units: 2,
      unitsDone: 1,
      members: 100,
      attendedMembers: 30,
      rate: 30,
    });
  });
});
