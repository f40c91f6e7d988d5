import type { Day } from '../../../platform/clock';
import { showMoment } from '../../../platform/clock';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import { controlId, type FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, LinkButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { formFactWords, type ShownForm } from '../../by-hand/person-form';
import { CorrectPerson } from '../../by-hand/views/person-form';
import type { PersonItem } from '../../people.queries';
import type { CorrectionItem } from '../corrections.queries';
import { correctionWords } from '../corrections.words';
import { CorrectionStateBadge } from './correction-list';

interface Props {
  readonly request: CorrectionItem;
  readonly mayAnswer: boolean;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function CorrectionPage({ request, mayAnswer, typed, refusal }: Props) {
  const say = useWords(correctionWords);
  const { id, personId, fullName, unitName, state } = request;
  const path = `/correction-requests/${id}`;
  return (
    <>
      <PageHeader
        title={say.of(fullName)}
        subtitle={
          <>
            <a href={`/people/${personId}`}>{fullName}</a> · {unitName}
          </>
        }
        back={{ href: '/correction-requests', label: say.title }}
      />
      <Problem refusal={refusal} formId={controlId('do', `${path}/rejection`)} />
      <Card>
        <RequestFacts request={request} />
      </Card>
      {state === 'open' && mayAnswer && (
        <div class="actions">
          <LinkButton href={`${path}/correction`} label={say.correct} tone="primary" />
          <ActionButton
            action={`${path}/rejection`}
            label={say.decline}
            confirm={say.declineHow}
            values={typed}
            errors={refusal?.fields ?? []}
          >
            <TextArea name="answer" label={say.why} maxLength={500} required />
          </ActionButton>
        </div>
      )}
    </>
  );
}

function RequestFacts({ request }: { request: CorrectionItem }) {
  const say = useWords(correctionWords);
  const { fact, stood, asked, note, state, askedAt, answer, answeredAt, answeredByName } = request;
  const { label, value } = formFactWords(useLocale(), fact);
  return (
    <DescriptionList
      items={[
        { term: say.fact, value: label },
        { term: say.stoodThen, value: value(stood) },
        { term: say.asked, value: <strong>{value(asked)}</strong> },
        { term: say.askedAt, value: showMoment(askedAt) },
        { term: say.state, value: <CorrectionStateBadge state={state} /> },
        ...(note ? [{ term: say.note, value: note }] : []),
        ...(answeredAt
          ? [
              { term: say.answer, value: answer },
              { term: say.answered, value: say.answeredBy(answeredByName!, showMoment(answeredAt)) },
            ]
          : []),
      ]}
    />
  );
}

/** The form about the person, with what was asked for in its place already. */
export function CorrectAsAsked({
  request: { id, fact, asked, note },
  ...form
}: {
  request: CorrectionItem;
  person: PersonItem;
  form: ShownForm;
  refusal: Refusal | null;
  today: Day;
}) {
  const say = useWords(correctionWords);
  const { label, value } = formFactWords(useLocale(), fact);
  return (
    <CorrectPerson {...form} action={`/correction-requests/${id}/correction`} reasonHint={say.reasonHint}>
      <Notice tone="info">
        <p>{say.says(label, value(asked))}</p>
        {note && <p>{note}</p>}
      </Notice>
    </CorrectPerson>
  );
}
