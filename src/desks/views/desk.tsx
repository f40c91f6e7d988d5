import type { ComponentChildren } from 'preact';
import type { NotReached } from '../../accounts/directory/directory.queries';
import { nameOfRole } from '../../accounts/directory/directory.words';
import type { GrantLoanItem } from '../../accounts/grant-loans.queries';
import { weekdayWords } from '../../classes/classes.labels';
import { groupNameWords } from '../../classes/groups/groups.words';
import { weekdayOf } from '../../classes/weekdays';
import { halfDayTitle } from '../../enrollments/half-day-title';
import { type Day, dayOf, daysBetween, showDay, showTime } from '../../platform/clock';
import { EmptyState, PageHeader } from '../../platform/pages/blocks';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Column } from '../../platform/pages/tables';
import type { OwnHalfDay } from '../desk-half-days.queries';
import { deskWords } from '../desks.words';
import { linkTo } from '../../platform/pages/links';

/** The first page: what day it is, then the desks of whoever signed in. */
export function Desks({
  today,
  isEmpty,
  children,
}: {
  today: Day;
  /** Whether no desk is theirs. */
  isEmpty: boolean;
  children: ComponentChildren;
}) {
  const say = useWords(deskWords);
  const weekdays = useWords(weekdayWords);
  return (
    <>
      <PageHeader title={say.title} subtitle={say.today(`${weekdays[weekdayOf(today)]} ${showDay(today)}`)} />
      {isEmpty ? <EmptyState title={say.nothing} next={say.nothingNext} /> : children}
    </>
  );
}

/** One desk: whose work it is, and what can be done from here. */
export function Desk({
  title,
  actions,
  children,
}: {
  title: string;
  actions?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section>
      <div class="page-heading">
        <h2>{title}</h2>
        {actions && <div class="actions">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export function ClassLink({ id, name, part = '' }: { id: string; name: string; part?: string }) {
  return <a href={`/classes/${id}${part}`}>{name}</a>;
}

/** Whose work it is that a deputy finds here. */
export function ActsFor({ loans }: { loans: readonly GrantLoanItem[] }) {
  const say = useWords(deskWords);
  const locale = useLocale();
  return (
    <Notice tone="info">
      {loans.map(({ lenderName, endsOn, ...held }) => (
        <p>{say.actsFor(lenderName, nameOfRole(held, locale), showDay(endsOn))}</p>
      ))}
      <a href="/me/deputies">{say.deputies}</a>
    </Notice>
  );
}

const namedAtMost = 5;

/** Invitations that came back, for whoever sent them. */
export function InvitationsNotReached({ people }: { people: readonly NotReached[] }) {
  const say = useWords(deskWords);
  return (
    <Notice tone="warning" heading={say.notReached(people.length)}>
      <ul>
        {people.slice(0, namedAtMost).map(({ id, name, email }) => (
          <li>
            <a href={`/accounts/${id}`}>{name}</a> <span class="text-break">{email}</span>
          </li>
        ))}
        {people.length > namedAtMost && (
          <li>
            <a href="/accounts?state=invited">{say.andMore(people.length - namedAtMost)}</a>
          </li>
        )}
      </ul>
      <p>{say.notReachedNext}</p>
    </Notice>
  );
}

/** What people say is wrong on their record, for whoever answers it. */
export function CorrectionsToAnswer({ count, waitsFor }: { count: number; waitsFor: 'office' | 'unit' }) {
  const say = useWords(deskWords);
  if (count === 0) return null;
  return (
    <Notice tone="info">
      <a href={linkTo('/correction-requests', { state: 'open', waitsFor })}>{say.correctionsToAnswer(count)}</a>
    </Notice>
  );
}

/** How long is left until a moment, and the moment. */
export function Deadline({ at, today }: { at: Date; today: Day }) {
  const say = useWords(deskWords);
  return <>{say.deadline(daysBetween(today, dayOf(at)), at)}</>;
}

/** A half-day by its weekday, part and day. */
export function HalfDayName({ of }: { of: Pick<OwnHalfDay, 'day' | 'part' | 'groupNumbers'> }) {
  const weekdays = useWords(weekdayWords);
  const { ofGroups } = useWords(groupNameWords);
  const groups = of.groupNumbers && ofGroups(of.groupNumbers);
  return (
    <>
      {halfDayTitle(of, useLocale())}
      <small class="choice-hint row-note">{[weekdays[weekdayOf(of.day)], groups].filter(Boolean).join(' · ')}</small>
    </>
  );
}

/** When and where, as every table of half-days says it. */
export function useTimeAndPlace<Row extends OwnHalfDay>(): readonly Column<Row>[] {
  const say = useWords(deskWords);
  return [
    {
      label: say.time,
      cell: ({ startsAt, endsAt }) => (
        <span class="text-nowrap">{say.fromTo(showTime(startsAt), showTime(endsAt))}</span>
      ),
    },
    { label: say.place, cell: ({ roomName, address }) => <Place name={roomName} address={address} /> },
  ];
}

function Place({ name, address }: { name: string | null; address: string | null }) {
  const say = useWords(deskWords);
  if (name === null) return <span class="quiet">{say.noPlace}</span>;
  return (
    <>
      {name}
      {address && <small class="choice-hint">{address}</small>}
    </>
  );
}
