import { correctionWords } from '../../people/corrections/corrections.words';
import { type Day, showDay, showMoment } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, EmptyState, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { PersonNeeds } from '../coverage.service';
import { coverageWords } from '../coverage.words';
import type { TrainingNeed } from '../training-needs';

export function TrainingNeedsPage({
  person,
  needs,
  isMine,
  today,
}: PersonNeeds & { readonly isMine: boolean; readonly today: Day }) {
  const say = useWords(coverageWords);
  const { report } = useWords(correctionWords);
  return (
    <>
      <PageHeader
        title={isMine ? say.mine : say.ofPerson}
        subtitle={`${person.fullName} · ${person.unitName}`}
        back={{
          href: isMine ? '/my-training-record' : `/people/${person.id}/training-record`,
          label: say.backToRecord,
        }}
      />
      {needs.length === 0 && (
        <EmptyState
          title={say.nothingMissing}
          next={isMine ? say.nothingMissingOfMine : say.nothingMissingNext}
          action={isMine && <LinkButton href="/correction-requests/new" label={report} />}
        />
      )}
      {needs.map((need) => (
        <Need need={need} today={today} />
      ))}
    </>
  );
}

function Need({ need, today }: { need: PersonNeeds['needs'][number]; today: Day }) {
  const say = useWords(coverageWords);
  const locale = useLocale();
  return (
    <Card title={say[need.kind]}>
      <p>
        {need.sentence[locale]} {need.deadline && <Deadline deadline={need.deadline} today={today} />}
      </p>
      <Citation need={need} />
      {need.courseId !== null && need.openCalls.length === 0 && <p>{say.noOpenCall}</p>}
      {need.openCalls.length > 0 && (
        <>
          <p>{say.askSecretary}</p>
          <ul>
            {need.openCalls.map(({ classId, className, closesAt }) => (
              <li>
                <a href={`/classes/${classId}`}>{className}</a> – {say.openCall(showMoment(closesAt))}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

export function Deadline({ deadline, today }: { deadline: Day; today: Day }) {
  const say = useWords(coverageWords);
  const isOver = deadline < today;
  return (
    <Badge
      tone={isOver ? 'danger' : 'warning'}
      text={isOver ? say.overdue(showDay(deadline)) : say.byWhen(showDay(deadline))}
    />
  );
}

export function Citation({ need: { citation, verified } }: { need: Pick<TrainingNeed, 'citation' | 'verified'> }) {
  const say = useWords(coverageWords);
  const locale = useLocale();
  if (!citation) return null;
  return (
    <p class="quiet">
      {say.citation} {citation[locale]} {!verified && <Badge tone="warning" text={say.unverified} />}
    </p>
  );
}
