import { showDay } from '../../../platform/clock';
import { PageHeader } from '../../../platform/pages/blocks';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { DeferralItem } from '../deferrals.queries';
import { deferralWords } from '../deferrals.words';

interface Props {
  readonly deferrals: readonly DeferralItem[];
  readonly mayNominateFor: (unitId: string) => boolean;
}

/** Who waits for the next class of a course, with the way to nominate them into it. */
export function Deferrals({ deferrals, mayNominateFor }: Props) {
  const say = useWords(deferralWords);
  const locale = useLocale();
  const nextOf = ({ nextClass, unitId }: DeferralItem) => {
    if (!nextClass) return <span class="quiet">{say.noNext}</span>;
    const named = say.opens(nextClass.code, showDay(nextClass.opensOn));
    if (!mayNominateFor(unitId)) return named;
    return <a href={linkTo(`/classes/${nextClass.id}/candidates`, { unitId })}>{named}</a>;
  };
  return (
    <>
      <PageHeader title={say.list} />
      <Table
        caption={say.list}
        list="whole"
        hidesCaption
        rows={deferrals}
        columns={[
          {
            label: say.name,
            isRowName: true,
            cell: ({ enrollmentId, fullName }) => <a href={`/enrollments/${enrollmentId}`}>{fullName}</a>,
          },
          { label: say.unit, cell: ({ unitName }) => unitName },
          {
            label: say.from,
            cell: ({ classCode, courseName, courseNameEn }) => (
              <>
                {classCode}
                <small class="choice-hint">{locale === 'vi' ? courseName : courseNameEn}</small>
              </>
            ),
          },
          {
            label: say.decision,
            cell: ({ decisionNumber, decidedOn, reason }) => (
              <>
                {say.decisionOf(decisionNumber, showDay(decidedOn))}
                <small class="choice-hint">{reason}</small>
              </>
            ),
          },
          { label: say.untilDay, cell: ({ until }) => showDay(until) },
          { label: say.next, cell: nextOf },
        ]}
        empty={{
          title: say.none,
          next: say.noneNext,
          action: <LinkButton href="/classes" label={say.classes} />,
        }}
      />
    </>
  );
}
