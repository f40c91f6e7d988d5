import { Injectable } from '@nestjs/common';
import { ClassesQueries } from '../../classes/classes.queries';
import { maySeePerson } from '../../people/people.policy';
import { PeopleQueries } from '../../people/people.queries';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { found } from '../../platform/problems/refusals';
import { type Answer, answerOf } from './answer';
import { ReminderAnswersQueries, type Somebody } from './answers.queries';
import type { ReminderRule } from '../rules/rule';
import { RemindersQueries, type ReminderRow } from '../reminders.queries';
import { RuleSettingsQueries } from '../settings/settings.queries';

export interface Question {
  readonly rule: ReminderRule;
  /** Null asks about every class, and about what is of no class. */
  readonly classId: string | null;
  /** Null asks about oneself. */
  readonly personId: string | null;
}

export interface Answered extends Answer {
  readonly about: string;
  /** The line of the ledger it speaks of; null when there is none. */
  readonly line: ReminderRow | null;
}

/** Answers "why did I, or did I not, get this?" from the ledger, else from the rule itself. Changes nothing. */
@Injectable()
export class ReminderAnswersService {
  constructor(
    private readonly answers: ReminderAnswersQueries,
    private readonly reminders: RemindersQueries,
    private readonly settings: RuleSettingsQueries,
    private readonly classes: ClassesQueries,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for a class or a person the actor may not see */
  async answer(actor: Actor, { rule, classId, personId }: Question): Promise<Answered> {
    const who = await this.asked(actor, personId);
    if (classId) await this.assertSeen(actor, classId);
    const recipients = [who.personId, who.accountId].filter((id) => id !== null);
    const [[line = null], toCome, inForce] = await Promise.all([
      this.reminders.told(rule, recipients, classId),
      this.answers.toCome(rule, who, classId),
      classId ? this.settings.inForce({ classId }) : [],
    ]);
    const isSettled = line !== null || toCome.length > 0;
    const whyNot = isSettled ? null : await this.answers.whyNot(rule, who, classId);
    const oneself = personId === null || personId === actor.personId ? actor.address : null;
    const known = { rule, today: this.clock.today(), line, toCome, whyNot, oneself };
    const answer = answerOf({ ...known, inForce: inForce.find((one) => one.rule === rule) ?? null });
    return { ...answer, about: who.name, line };
  }

  private async asked(actor: Actor, personId: string | null): Promise<Somebody> {
    const { accountId, name } = actor;
    if (personId === null || personId === actor.personId) return { personId: actor.personId, accountId, name };
    found(await this.people.person(personId), (person) => maySeePerson(actor, person));
    return (await this.answers.person(personId))!;
  }

  private async assertSeen(actor: Actor, classId: string): Promise<void> {
    await this.classes.seen(actor, classId);
  }
}
