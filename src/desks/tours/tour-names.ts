import type { Actor } from '../../platform/access/actor';
import { type Day, dayOf, daysBetween } from '../../platform/clock';

/** Whose first day is told, in the order somebody with several roles is shown them. */
export const tourNames = ['office', 'group', 'secretary', 'manager', 'cadre'] as const;
export type TourName = (typeof tourNames)[number];

const isFor: Readonly<Record<TourName, (actor: Actor) => boolean>> = {
  office: (actor) => actor.holds('training_officer'),
  group: (actor) => actor.holds('group_officer'),
  secretary: (actor) => actor.holds('unit_secretary'),
  manager: (actor) => actor.holds('class_manager'),
  cadre: ({ personId }) => personId !== null,
};

export const toursOf = (actor: Actor): readonly TourName[] => tourNames.filter((name) => isFor[name](actor));

const daysNew = 30;

export const isNew = ({ since }: Actor, today: Day): boolean =>
  since !== null && daysBetween(dayOf(since), today) < daysNew;
