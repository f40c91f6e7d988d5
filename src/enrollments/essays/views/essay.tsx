import { showMoment } from '../../../platform/clock';
import { Badge } from '../../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../../platform/pages/blocks';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { FileField, TextArea } from '../../../platform/pages/fields';
import { CheckField } from '../../../platform/pages/choices';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { EssayItem } from '../essays.queries';
import { essayWords } from '../essays.words';
import { showMark } from '../../show-mark';
import { EssayDecisions, type RefusedEssayForm } from './decisions';
import { EssayFile, EssayVersions } from './versions';

export interface EssayView {
  readonly essay: EssayItem;
  readonly isOwn: boolean;
  readonly mayHandIn: boolean;
  readonly mayDecide: boolean;
  readonly maxMegabytes: number;
  readonly back: { readonly href: string; readonly label: string } | undefined;
  readonly refused: RefusedEssayForm | null;
}

/** One essay: its writer hands it in here, those who run the class read it, accept it or send it back. */
export function Essay(props: EssayView) {
  const { essay, isOwn, mayHandIn, mayDecide, back, refused } = props;
  const say = useWords(essayWords);
  const { body, handedInAt } = essay;
  return (
    <>
      <PageHeader
        {...(back ? { back } : {})}
        title={isOwn ? say.myEssay : say.essayOf(essay.fullName)}
        subtitle={`${essay.classCode} – ${essay.className}`}
      />
      <Problem refusal={refused?.refusal ?? null} formId={refused?.form ?? 'essay'} />
      {essay.decision === 'sent_back' && (
        <Notice tone="warning">
          <p>{say.sentBackBecause(essay.decisionReason ?? '', essay.dueAt ? showMoment(essay.dueAt) : '')}</p>
        </Notice>
      )}
      <Card>
        <EssayFacts essay={essay} />
      </Card>
      {body && (!mayHandIn || !isOwn) && (
        <Card title={say.body}>
          <div class="essay-body">{body}</div>
        </Card>
      )}
      {mayDecide && handedInAt && <EssayDecisions essay={essay} refused={refused} />}
      {mayHandIn && <HandIn {...props} />}
      <EssayVersions essay={essay} />
    </>
  );
}

function EssayFacts({ essay }: { essay: EssayItem }) {
  const say = useWords(essayWords);
  const locale = useLocale();
  const { id, file, number, handedInAt, late, dueAt, decision, decidedAt, decidedByName, mark } = essay;
  const by = decidedAt && decidedByName && say.decidedBy(decidedByName, showMoment(decidedAt));
  return (
    <DescriptionList
      items={[
        { term: say.dueAt, value: dueAt ? showMoment(dueAt) : say.noTerm },
        {
          term: say.handedInAt,
          value: handedInAt ? (
            <>
              {showMoment(handedInAt)} {late && <Badge tone="warning" text={say.late} />}
              {number !== null && number > 1 && <span class="quiet"> · {say.version(number)}</span>}
            </>
          ) : (
            say.notHandedIn
          ),
        },
        ...(file ? [{ term: say.file, value: <EssayFile enrollmentId={id} file={file} /> }] : []),
        ...(handedInAt
          ? [
              {
                term: say.state,
                value: (
                  <>
                    <Badge
                      tone={decision === 'accepted' ? 'success' : decision === 'sent_back' ? 'warning' : 'info'}
                      text={decision === null ? say.waiting : say[decision]}
                    />
                    {by && <span class="quiet"> · {by}</span>}
                  </>
                ),
              },
            ]
          : []),
        ...(mark === null ? [] : [{ term: say.mark, value: <strong>{showMark(mark, locale)}</strong> }]),
      ]}
    />
  );
}

function HandIn({ essay, isOwn, mayDecide, maxMegabytes, refused }: EssayView) {
  const say = useWords(essayWords);
  const { id, body, handedInAt, file } = essay;
  const label = handedInAt ? say.handInAgain : isOwn ? say.handIn : say.recordPaper;
  const isRefused = refused?.form === 'essay';
  return (
    <Card title={label}>
      <Form
        id="essay"
        action={`/enrollments/${id}/essay`}
        isMultipart
        values={isRefused ? refused.typed : { body: body ?? '', keepsFile: 'true' }}
        errors={isRefused ? refused.refusal.fields : []}
      >
        <TextArea
          name="body"
          label={say.body}
          hint={isOwn ? say.bodyHint : say.bodyHintForOther}
          rows={isOwn ? 12 : 3}
        />
        {file && <CheckField name="keepsFile" label={say.keepsFile(file.name)} hint={say.keepsFileHint} />}
        <FileField
          name="file"
          label={say.file}
          hint={say.fileHint(maxMegabytes)}
          accept=".pdf,.docx,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        />
        <SubmitButton label={label} tone={mayDecide && handedInAt ? 'plain' : 'primary'} />
      </Form>
    </Card>
  );
}
