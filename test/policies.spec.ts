import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Actor, type ReachingGrant, roles } from '../src/platform/access/actor';

const src = join(__dirname, '../src');

/** Who shows a door, a desk or an entry of the menu to a role; what stands behind it asks a policy. */
const doors = [
  'platform/access/access.guard.ts',
  'platform/access/actor.ts',
  'desks/desks.pages.tsx',
  'desks/menu.ts',
  'desks/tours/tour-names.ts',
  'desks/views/first-steps.tsx',
  'desks/views/keeping-desk.tsx',
  'reports/papers/papers.pages.tsx',
];

describe('a policy', () => {
  it('asks of which unit something is, never for a role alone', () => {
    const asking = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && /\bholds\(/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(asking.filter((file) => file.endsWith('.policy.ts'))).toEqual([]);
    expect(asking.toSorted()).toEqual(doors.toSorted());
  });
});

describe('a role of the Bloc', () => {
  const grantOn = (unitId: string): readonly ReachingGrant[] =>
    roles.map((role) => ({
      ...{ id: role, role, unitId, classId: null, groupNumber: null, lent: false, until: null },
      reaches: [unitId],
    }));

  it('counts where it reaches the Bloc that organises', () => {
    const actor = new Actor('a', null, 'A', 'vi', grantOn('bloc'), 'bloc');
    expect(actor.roles).toEqual(roles);
  });

  it('reaches every unit there is, and names none of them', () => {
    const [of] = grantOn('bloc')
      .map((grant) => ({ ...grant, reaches: null }))
      .filter(({ role }) => role === 'training_officer');
    const actor = new Actor('a', null, 'A', 'vi', [of!], 'bloc');
    expect(actor.unitsOf('training_officer')).toBeNull();
    expect(actor.reaches('training_officer', 'unit')).toBe(true);
    expect(actor.unitsOf('admin')).toEqual([]);
    expect(actor.reaches('admin', 'unit')).toBe(false);
  });

  it('counts nowhere else', () => {
    const actor = new Actor('a', null, 'A', 'vi', grantOn('unit'), 'bloc');
    expect(actor.roles).toEqual(['group_officer', 'unit_secretary', 'class_manager']);
    expect(actor.reachesBloc('training_officer')).toBe(false);
  });
});
