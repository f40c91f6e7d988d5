import type { Actor } from '../../platform/access/actor';
import { Badge } from '../../platform/pages/badges';
import { Card, PageHeader } from '../../platform/pages/blocks';
import { ActionButton, LinkButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { firstSteps, isSettled, mayBeLookedAt, type StepItem } from '../first-steps';
import { firstStepWords, stepHints, stepNames } from '../first-steps.words';

const tones = { open: 'warning', done: 'success', looked_at: 'success', skipped: 'neutral' } as const;

const mayOpen = (actor: Actor, { step }: StepItem): boolean => firstSteps[step].for.some((role) => actor.holds(role));

interface Props {
  readonly actor: Actor;
  readonly steps: readonly StepItem[];
}

export function FirstSteps({ actor, steps, refusal }: Props & { refusal: Refusal | null }) {
  const say = useWords(firstStepWords);
  const names = useWords(stepNames);
  const hints = useWords(stepHints);
  const settled = steps.filter(isSettled).length;
  return (
    <>
      <PageHeader title={say.title} />
      <Problem refusal={refusal} />
      <p>{say.progress(settled, steps.length)}</p>
      <Table
        caption={say.title}
        hidesCaption
        rows={steps}
        empty={{ title: say.done }}
        columns={[
          {
            label: say.step,
            isRowName: true,
            cell: (item) => (
              <>
                {mayOpen(actor, item) ? <a href={item.href}>{names[item.step]}</a> : names[item.step]}
                <small class="choice-hint row-note">{hints[item.step]}</small>
                {!mayOpen(actor, item) && <small class="choice-hint row-note">{say.someoneElse}</small>}
              </>
            ),
          },
          { label: say.state, cell: ({ state }) => <Badge tone={tones[state]} text={say[state]} /> },
          { label: say.actions, hidesLabel: true, cell: (item) => <Answers {...item} /> },
        ]}
      />
    </>
  );
}

function Answers({ step, state }: StepItem) {
  const say = useWords(firstStepWords);
  const action = `/first-steps/${step}`;
  const button = (answer: string, label: string) => (
    <ActionButton action={action} id={`${step}-${answer}`} label={label} hidden={{ answer }} />
  );
  if (state === 'done') return null;
  if (state !== 'open') return button('taken_up', say.takeUp);
  return (
    <div class="actions">
      {mayBeLookedAt(step) && button('looked_at', say.lookedAt)}
      {button('skipped', say.skip)}
    </div>
  );
}

/** On the desk until every step is settled: how far it is, and what comes next. */
export function FirstStepsLeft({ actor, steps }: Props) {
  const say = useWords(firstStepWords);
  const names = useWords(stepNames);
  const hints = useWords(stepHints);
  const next = steps.find((item) => !isSettled(item) && mayOpen(actor, item));
  return (
    <Card
      title={say.title}
      actions={<LinkButton href="/first-steps" label={say.all} />}
      footer={say.progress(steps.filter(isSettled).length, steps.length)}
    >
      {next ? (
        <>
          <p>{hints[next.step]}</p>
          <LinkButton href={next.href} label={names[next.step]} tone="primary" />
        </>
      ) : (
        <p>{say.someoneElse}</p>
      )}
    </Card>
  );
}
