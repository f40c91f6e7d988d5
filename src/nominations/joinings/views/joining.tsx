import type { UnitToday } from '../../../organization/organization.queries';
import { showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { NumberField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { seatsInClass } from '../joinings.requests';
import type { Joinable } from '../joinings.service';
import { joiningWords } from '../joinings.words';

interface Props {
  readonly unit: UnitToday;
  readonly joinable: Joinable;
  readonly typed: FormValues | null;
  readonly refusal: Refusal | null;
}

/** One button lets the unit into all of it: a seat in each class, and every study. */
export function JoiningPage({ unit, joinable: { classes, studies }, typed, refusal }: Props) {
  const say = useWords(joiningWords);
  const locale = useLocale();
  const path = `/units/${unit.id}`;
  const suggested = {
    ...Object.fromEntries(classes.map(({ classId }) => [seatsInClass(classId), 1])),
    studyIds: studies.map(({ classId }) => classId),
  };
  const isNothing = classes.length + studies.length === 0;
  return (
    <>
      <PageHeader title={say.title} back={{ href: path, label: locale === 'vi' ? unit.nameVi : unit.nameEn }} />
      <Problem refusal={refusal} />
      {isNothing && <EmptyState title={say.nothing} />}
      {!isNothing && (
        <Card>
          <Form action={`${path}/joining`} values={typed ?? suggested} errors={refusal?.fields ?? []}>
            {classes.length > 0 && <h3>{say.classes}</h3>}
            {classes.map(({ classId, className, freeInPool, opensOn }) => (
              <NumberField
                name={seatsInClass(classId)}
                label={className}
                hint={say.seatsIn(freeInPool, showDay(opensOn))}
              />
            ))}
            {studies.length > 0 && (
              <ChoiceField
                name="studyIds"
                label={say.studies}
                isMany
                choices={studies.map(({ classId, className, hasBegun, opensOn }) => ({
                  value: classId,
                  label: className,
                  hint: hasBegun ? say.hasBegun : say.opensOn(showDay(opensOn)),
                }))}
              />
            )}
            <SubmitButton label={say.join} />
          </Form>
        </Card>
      )}
    </>
  );
}
