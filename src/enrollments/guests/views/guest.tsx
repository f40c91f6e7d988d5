import { groupNameWords } from '../../../classes/groups/groups.words';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { controlId, type FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { halfDayTitle } from '../../half-day-title';
import type { LearnedHalfDay, Learning } from '../../learning.queries';
import type { HalfDayToVisit } from '../guests.queries';
import { guestWords } from '../guests.words';

interface Props {
  readonly learning: Learning;
  readonly halfDay: LearnedHalfDay;
  readonly choices: readonly HalfDayToVisit[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

/** Where somebody makes up a half-day, or what was arranged for it, to be called off. */
export function GuestForm({ learning, halfDay, choices, typed, refusal }: Props) {
  const say = useWords(guestWords);
  const { ofGroups } = useWords(groupNameWords);
  const locale = useLocale();
  const back = `/enrollments/${learning.id}`;
  const path = `${back}/half-days/${halfDay.id}`;
  const { visit } = halfDay;
  return (
    <>
      <PageHeader
        back={{ href: back, label: say.back }}
        title={say.title(learning.fullName)}
        subtitle={`${learning.classCode} – ${learning.className} · ${learning.unitName}`}
      />
      <Problem refusal={refusal} formId={visit ? controlId('do', `${path}/guest-calling-off`) : undefined} />
      <p>
        {say.instead}: <strong>{halfDayTitle(halfDay, locale)}</strong>
        {halfDay.topic && ` – ${halfDay.topic}`}
      </p>
      {visit ? (
        <>
          <p>
            {say.at}: <strong>{[visit.classCode, halfDayTitle(visit, locale)].join(', ')}</strong>
          </p>
          <ActionButton
            action={`${path}/guest-calling-off`}
            label={say.callOff}
            confirm={say.callOffWhat}
            values={typed}
            errors={refusal?.fields ?? []}
          >
            <TextField name="reason" label={say.reason} maxLength={500} required />
          </ActionButton>
        </>
      ) : choices.length === 0 ? (
        <EmptyState title={say.none} next={say.noneNext} />
      ) : (
        <Card>
          <p>{say.how}</p>
          <Form action={`${path}/guest`} values={typed} errors={refusal?.fields ?? []}>
            <SelectField
              name="atHalfDayId"
              label={say.at}
              required
              choices={choices.map(({ id, topic, groupNumbers, ...where }) => ({
                value: id,
                label: [
                  where.parallel ? say.parallel(where.classCode) : where.classCode,
                  groupNumbers && ofGroups(groupNumbers),
                  halfDayTitle(where, locale),
                  topic,
                ]
                  .filter(Boolean)
                  .join(' – '),
              }))}
            />
            <TextField name="reason" label={say.reason} hint={say.reasonHint} maxLength={500} required />
            <div class="actions">
              <SubmitButton label={say.arrange} />
              <LinkButton href={back} label={say.keep} />
            </div>
          </Form>
        </Card>
      )}
    </>
  );
}
