import { theoryLevelWords } from '../../people/person.labels';
import { type Day, showDay } from '../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../platform/pages/choices';
import { DayField } from '../../platform/pages/fields';
import { LinkButton, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Filters } from '../../platform/pages/lists';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { courseFormWords } from '../course-form.words';
import type { CourseItem, PurposedRule } from '../courses.queries';
import { ruleCodes, rulePurposes } from '../course-rules';
import { courseWords } from '../courses.words';
import { ruleFormWords, ruleWords } from '../rules.words';
import { lateJoiningSentence } from '../rule-sentences';
import { approvalOf, courseName } from './course-list';
import { RuleTable } from './rule-table';

interface Props {
  readonly course: CourseItem;
  readonly rules: readonly PurposedRule[];
  readonly on: Day;
  /** Whether the reader chose the day; otherwise it is today. */
  readonly isChosenDay: boolean;
  readonly turningDays: readonly Day[];
  readonly mayChange: boolean;
}

/** A course and its rules as they stand on one day. */
export function CourseDetails({ course, rules, on, isChosenDay, turningDays, mayChange }: Props) {
  const say = useWords(courseWords);
  const levels = useWords(theoryLevelWords);
  const locale = useLocale();
  const form = useWords(courseFormWords);
  const path = `/courses/${course.id}`;
  const headings = {
    admission: say.admission,
    composition: say.composition,
    completion: say.completion,
    award: say.awardRules,
  };
  return (
    <>
      <PageHeader
        title={courseName(course, locale)}
        back={{ href: '/courses', label: say.back }}
        actions={mayChange && <LinkButton href={`${path}/edit`} label={form.edit} />}
      />
      <Card>
        <DescriptionList
          items={[
            { term: say.kind, value: say[course.kind] },
            { term: say.approval, value: say[approvalOf(course.approvalSteps)] },
            { term: say.award, value: say[course.award] },
            { term: say.raisesTo, value: course.raisesTo ? levels[course.raisesTo] : say.raisesNone },
            { term: say.usualHalfDays, value: course.usualHalfDays },
            { term: form.carries, value: form[course.carries] },
            { term: form.attendanceOpensMinutes, value: form.minutes(course.attendanceOpensMinutes) },
            { term: form.shortStayMinutes, value: form.minutes(course.shortStayMinutes) },
            { term: say.code, value: course.code },
            {
              term: form.state,
              value: course.retiredFrom ? form.retiredFrom(showDay(course.retiredFrom)) : form.inUse,
            },
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
          {purpose === 'completion' && !rules.some(({ rule }) => rule === 'late_joining') && (
            <p class="quiet">{lateJoiningSentence(false)[locale]}</p>
          )}
          {purpose === 'admission' && <p class="quiet">{say.effectHint}</p>}
          <RuleTable
            caption={headings[purpose]}
            rules={rules.filter((rule) => rule.purpose === purpose)}
            changePath={mayChange ? `${path}/rules/new` : null}
          />
        </Card>
      ))}
      {mayChange && <AddRule path={`${path}/rules/new`} />}
    </>
  );
}

/** Leads to the form of any kind of rule, in force or not. */
function AddRule({ path }: { path: string }) {
  const say = useWords(ruleFormWords);
  const kinds = useWords(ruleWords);
  return (
    <Card title={say.add}>
      <form method="get" action={path} class="form">
        <SelectField name="rule" label={say.kind} hint={say.addHint} choices={choicesOf(ruleCodes, kinds)} required />
        <SubmitButton label={say.goOn} tone="plain" />
      </form>
    </Card>
  );
}
