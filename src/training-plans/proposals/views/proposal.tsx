import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { type Choice, ChoiceField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { NumberField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { recordForm } from '../../../platform/pages/records/record-form';
import { dayOf, showDay } from '../../../platform/clock';
import type { Refusal } from '../../../platform/problems/refusal';
import { planWords } from '../../training-plans.words';
import { QuarterField } from '../../views/plan-fields';
import type { CommentItem } from '../comments.service';
import { proposalAnswers } from '../plan-proposal.states';
import type { ProposalItem } from '../proposals.queries';
import { proposalAnswerWords, proposalStateWords, proposalWords } from '../proposals.words';
import { TalkCard, talkFormId } from './talk';

export type ProposalFormId = 'change' | 'answer' | 'withdrawal' | typeof talkFormId;

interface Props {
  readonly proposal: ProposalItem;
  readonly comments: readonly CommentItem[];
  /** The lines of its year, for the office that answers. */
  readonly lines: readonly Choice[];
  readonly mayAnswer: boolean;
  readonly refused: { readonly form: ProposalFormId; readonly refusal: Refusal; readonly typed: FormValues } | null;
}

/** What is proposed, what the office answered, and what was said about it. */
export function ProposalPage({ proposal, comments, lines, mayAnswer, refused }: Props) {
  const say = useWords(proposalWords);
  const states = useWords(proposalStateWords);
  const answers = useWords(proposalAnswerWords);
  const plan = useWords(planWords);
  const locale = useLocale();
  const nameOf = (vi: string | null, en: string | null) => (locale === 'vi' ? vi : en) ?? '';
  const { id, year, quarter, state, people, note, lineId, lineQuarter, answer, version } = proposal;
  const path = `/training-plan-proposals/${id}`;
  const isOpen = state === 'proposed';
  const kept = (form: ProposalFormId) => (refused?.form === form ? refused : null);
  const answered = kept('answer');
  const changed = kept('change');
  return (
    <>
      <PageHeader
        title={say.proposalTitle(nameOf(proposal.courseName, proposal.courseNameEn), quarter, year)}
        back={{ href: `/training-plans/${year}/proposals`, label: say.title(year) }}
        actions={isOpen && <ActionButton action={`${path}/withdrawal`} label={say.withdraw} />}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form} />
      <Card>
        <DescriptionList
          items={[
            { term: say.proposedBy, value: nameOf(proposal.unitNameVi, proposal.unitNameEn) },
            { term: say.proposedAt, value: showDay(dayOf(proposal.proposedAt)) },
            { term: say.people, value: people },
            ...(note ? [{ term: say.note, value: note }] : []),
            {
              term: say.state,
              value: (
                <>
                  <Badge tone={isOpen ? 'warning' : 'neutral'} text={states[state]} />{' '}
                  {proposal.answeredAt && showDay(dayOf(proposal.answeredAt))}
                </>
              ),
            },
            ...(lineId
              ? [
                  {
                    term: say.line,
                    value: (
                      <a href={`/training-plan-lines/${lineId}`}>
                        {nameOf(proposal.lineCourseName, proposal.lineCourseNameEn)},{' '}
                        {plan.quarterNumber(lineQuarter!).toLowerCase()}
                      </a>
                    ),
                  },
                ]
              : []),
            ...(answer ? [{ term: say.reason, value: answer }] : []),
          ]}
        />
      </Card>
      {isOpen && mayAnswer && (
        <Card title={say.answer}>
          <Form
            id="answer"
            action={`${path}/answer`}
            values={answered?.typed ?? { answer: 'taken_in', plannedClasses: 1 }}
            errors={answered?.refusal.fields ?? []}
          >
            <ChoiceField name="answer" label={say.answer} choices={choicesOf(proposalAnswers, answers)} required />
            <FieldRow>
              <NumberField name="plannedClasses" label={say.classesOfLine} />
              <SelectField name="lineId" label={say.intoLine} choices={lines} blank={say.noLine} />
            </FieldRow>
            <TextField name="reason" label={say.answerReason} maxLength={500} />
            <SubmitButton label={say.answerNow} />
          </Form>
        </Card>
      )}
      <TalkCard path={path} comments={comments} refused={kept(talkFormId)} />
      {isOpen && (
        <Card title={say.change}>
          <Form
            id="change"
            action={path}
            {...recordForm({ version, quarter, people, note }, changed?.typed ?? null, changed?.refusal ?? null)}
            again={path}
          >
            <FieldRow>
              <QuarterField />
              <NumberField name="people" label={say.people} required />
            </FieldRow>
            <TextField name="note" label={say.note} maxLength={500} />
            <SubmitButton label={say.save} tone="plain" />
          </Form>
        </Card>
      )}
    </>
  );
}
