import { roleNames } from '../../../accounts/accounts.words';
import type { UnitToday } from '../../../organization/organization.queries';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { OpenStudy } from '../../studies-of-units';
import { type ClassUnderWay, isInTheWay, type StandingInTheWay } from '../endings.queries';
import { endingWords } from '../endings.words';

interface Props {
  readonly unit: UnitToday;
  readonly inTheWay: StandingInTheWay;
  readonly studies: readonly OpenStudy[];
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

/** What is still under way of a unit, each with the page where it is settled, and the form that lets the unit leave. */
export function UnitEndPage({ unit, inTheWay, studies, values, refusal }: Props) {
  const say = useWords(endingWords);
  const roles = useWords(roleNames);
  const locale = useLocale();
  const nameOf = (named: { nameVi: string; nameEn: string }) => (locale === 'vi' ? named.nameVi : named.nameEn);
  const { people, grants, unitsBelow, classes } = inTheWay;
  return (
    <>
      <PageHeader title={say.title} back={{ href: `/units/${unit.id}`, label: nameOf(unit) }} />
      <Problem refusal={refusal} />
      <Card title={say.inTheWay}>
        {!isInTheWay(inTheWay) && <p>{say.nothing}</p>}
        <ul>
          {people > 0 && (
            <li>
              <a href={linkTo('/people', { unitId: unit.id })}>{say.people(people)}</a>
            </li>
          )}
          {grants.map(({ accountName, role }) => (
            <li>{say.grant(accountName, roles[role])}</li>
          ))}
          {unitsBelow.map((below) => (
            <li>
              <a href={`/units/${below.id}`}>{nameOf(below)}</a>: {say.below}
            </li>
          ))}
        </ul>
      </Card>
      {classes.length + studies.length > 0 && (
        <Card title={say.underWay}>
          <p class="quiet">{say.underWayWhat}</p>
          <ul>
            {classes.map((underWay) => (
              <li>
                <InClass unitId={unit.id} {...underWay} />
              </li>
            ))}
            {studies.map(({ classId, className, hasBegun }) => (
              <li>
                <a href={`/classes/${classId}/participation/${unit.id}`}>{className}</a>:{' '}
                {hasBegun ? say.studyGoesOn : say.studyEnds}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Card>
        <Form action={`/units/${unit.id}/end`} values={values} errors={refusal?.fields ?? []}>
          <DayField name="on" label={say.on} required />
          <TextField name="reason" label={say.reason} maxLength={500} required />
          {people > 0 && <CheckField name="peopleLeave" label={say.peopleLeave} />}
          {grants.length > 0 && <CheckField name="endsGrants" label={say.endsGrants} />}
          <SubmitButton label={say.end} tone="danger" />
        </Form>
      </Card>
    </>
  );
}

function InClass({ unitId, classId, className, ...counts }: ClassUnderWay & { unitId: string }) {
  const say = useWords(endingWords);
  const path = `/classes/${classId}`;
  const parts = [
    { count: counts.nominations, say: say.nominations, href: linkTo(`${path}/nominations`, { unitId }) },
    { count: counts.learners, say: say.learners, href: `${path}/roster` },
    { count: counts.freeSeats, say: say.freeSeats, href: `${path}/seats` },
  ].filter(({ count }) => count > 0);
  return (
    <>
      {className}:{' '}
      {parts.map((part, index) => (
        <>
          {index > 0 && ', '}
          <a href={part.href}>{part.say(part.count)}</a>
        </>
      ))}
    </>
  );
}
