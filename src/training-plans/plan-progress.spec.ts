import { figuresOf, type PlanCounts, together } from './plan-progress';

const none: PlanCounts = {
  plannedClasses: 0,
  targetPeople: 0,
  drafted: 0,
  announced: 0,
  confirmed: 0,
  closed: 0,
  cancelled: 0,
  continuing: 0,
  enrolled: 0,
};

describe('the progress of a plan', () => {
  it('counts announced, confirmed and closed classes, but neither drafts nor cancelled ones', () => {
    const line = { ...none, plannedClasses: 4, drafted: 1, announced: 1, confirmed: 1, closed: 1, cancelled: 2 };
    expect(figuresOf(line)).toMatchObject({ opened: 3, classShare: 75 });
  });

  it('has no share where nothing was planned, and may go beyond the plan', () => {
    expect(figuresOf({ ...none, closed: 1, enrolled: 30 })).toMatchObject({ classShare: null, peopleShare: null });
    expect(figuresOf({ ...none, plannedClasses: 1, closed: 2 }).classShare).toBe(200);
  });

  it('of several lines is that of their sums', () => {
    const lines = [
      { ...none, plannedClasses: 1, closed: 1, targetPeople: 10, enrolled: 10 },
      { ...none, plannedClasses: 3, targetPeople: 90 },
    ];
    expect(together(lines)).toMatchObject({ plannedClasses: 4, classShare: 25, peopleShare: 10 });
    expect(together([])).toMatchObject({ plannedClasses: 0, classShare: null });
  });
});
