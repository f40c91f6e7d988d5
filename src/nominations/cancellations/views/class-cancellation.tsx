import type { ClassItem } from '../../../classes/classes.queries';
import { codedName } from '../../../classes/coded-name';
import { hasEnded } from '../../../classes/training-class.states';
import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import { cancellationWords } from '../cancellations.words';
import { liveStates, type NominationState } from '../../nomination.states';

interface Props {
  readonly item: ClassItem;
  readonly counts: readonly { readonly state: NominationState; readonly reserves: number; readonly count: number }[];
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
}

export function ClassCancellation({ item, counts, typed, refusal }: Props) {
  const say = useWords(cancellationWords);
  const live = counts.filter(({ state }) => liveStates.includes(state));
  const ending = live.reduce((sum, { count }) => sum + count, 0);
  const waiting = live.reduce((sum, { reserves }) => sum + reserves, 0);
  const enrolled = live.find(({ state }) => state === 'accepted')?.count ?? 0;
  const isOver = hasEnded(item.state);
  const back = `/classes/${item.id}`;
  return (
    <>
      <PageHeader title={say.heading} subtitle={codedName(item)} back={{ href: back, label: say.backToClass }} />
      <Problem refusal={refusal} />
      {isOver ? (
        <Notice tone="info">
          <p>{say.alreadyOver}</p>
        </Notice>
      ) : (
        <>
          <Notice tone="warning" heading={say.whatHappens}>
            <ul>
              <li>{say.ends(ending)}</li>
              {enrolled > 0 && <li>{say.leaves(enrolled)}</li>}
              {waiting > 0 && <li>{say.waits(waiting)}</li>}
              <li>{say.noUndo}</li>
              <li>{say.keeps}</li>
            </ul>
          </Notice>
          <Card>
            <Form action={`${back}/cancellation`} values={typed} errors={refusal?.fields ?? []}>
              <TextArea name="reason" label={say.reason} hint={say.reasonHint} rows={3} maxLength={500} required />
              <div class="actions">
                <SubmitButton label={say.cancel} tone="danger" />
                <LinkButton href={back} label={say.keep} />
              </div>
            </Form>
          </Card>
        </>
      )}
    </>
  );
}
