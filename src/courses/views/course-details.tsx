import { theoryLevelWords } from '../../people/person.labels';
import { type Day, showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { DayField } from '../../platform/pages/fields';
import { linkTo } from '../../platform/pages/links';
import { Filters } from '../../platform/pages/lists';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { CourseItem, PurposedRule } from '../courses.queries';
import { rulePurposes } from '../course-rules';
import { courseWords } from '../courses.words';
import { ruleSentence } from '../rule-sentences';
import { approvalOf, courseName } from './course-list';

interface Props {
  readonly course: CourseItem;
  readonly rules: readonly PurposedRule[];
  readonly on: Day;
  /** Whether the reader chose the day; otherwise it is today. */
  readonly isChosenDay: boolean;
  readonly turningDays: readonly Day[];
}

/** A course and its rules as they stand on one day. */
export function CourseDetails({ course, rules, on, isChosenDay, turningDays }: Props) {
  const say = useWords(courseWords);
  const levels = useWords(theoryLevelWords);
  const path = `/courses/${course.id}`;
  const headings = { admission: say.admission, completion: say.completion, award: say.awardRules };
  return (
    <>
      <PageHeader title={courseName(course, useLocale())} back={{ href: '/courses', label: say.back }} />
      <Card>
        <DescriptionList
          items={[
            { term: say.kind, value: say[course.kind] },
            { term: say.approval, value: say[approvalOf(course.approvalSteps)] },
            { term: say.award, value: say[course.award] },
            { term: say.raisesTo, value: course.raisesTo ? levels[course.raisesTo] : say.raisesNone },
            { term: say.usualHalfDays, value: course.usualHalfDays },
            { term: say.code, value: course.code },
          ]}
        />
      </Card>
      <h2>{say.rulesOn(showDay(on))}</h2>
      <Filters action={path} values={isChosenDay ? { on } : {}}>
        <DayField name="on" label={say.on} />
      </Filters>
      {turningDays.length > 0 && (
        <p>
          {say.changedOn}{' '}
          {turningDays.map((day, index) => (
            <>
              {index > 0 && ' · '}
              <a href={linkTo(path, { on: day })}>{showDay(day)}</a>
            </>
          ))}
        </p>
      )}
      {rules.some((rule) => !rule.verified) && (
        <Notice tone="warning" heading={say.unverified}>
          <p>{say.unverifiedHint}</p>
        </Notice>
      )}
      {rulePurposes.map((purpose) => (
        <Card title={headings[purpose]}>
          {purpose === 'admission' && <p class="quiet">{say.effectHint}</p>}
          <Rules caption={headings[purpose]} rules={rules.filter((rule) => rule.purpose === purpose)} />
        </Card>
      ))}
    </>
  );
}

function Rules({ caption, rules }: { caption: string; rules: readonly PurposedRule[] }) {
  const say = useWords(courseWords);
  const locale = useLocale();
  const effect = {
    label: say.effect,
    cell: ({ severity }: PurposedRule) => (
      <Badge tone={severity === 'block' ? 'danger' : 'warning'} text={say[severity]} />
    ),
  };
  return (
    <Table
      caption={caption}
      hidesCaption
      rows={rules}
      empty={{ title: say.noRules }}
      columns={[
        { label: say.rule, isRowName: true, cell: (rule) => ruleSentence(rule)[locale] },
        ...(rules.some((rule) => rule.purpose === 'admission') ? [effect] : []),
        {
          label: say.citation,
          cell: ({ citation, verified }) => (
            <>
              {citation[locale]}{' '}
              <Badge tone={verified ? 'success' : 'warning'} text={verified ? say.verified : say.unverified} />
            </>
          ),
        },
        { label: say.inForce, cell: ({ validFrom, validTo }) => inForce(say, validFrom, validTo) },
      ]}
    />
  );
}

const inForce = (say: (typeof courseWords)['vi'], from: Day, to: Day | null) =>
  to ? say.fromTo(showDay(from), showDay(to)) : say.from(showDay(from));
