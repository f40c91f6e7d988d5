import { Card, Timeline } from '../../../platform/pages/blocks';
import { TextArea } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { CommentItem } from '../comments.service';
import { proposalWords } from '../proposals.words';

export const talkFormId = 'talk';

interface Props {
  /** The page of what is talked about. */
  readonly path: string;
  readonly comments: readonly CommentItem[];
  readonly refused: { readonly refusal: Refusal; readonly typed: FormValues } | null;
}

/** Who said what for whom, and a field to say more. */
export function TalkCard({ path, comments, refused }: Props) {
  const say = useWords(proposalWords);
  const locale = useLocale();
  const kept = refused ? { values: refused.typed, errors: refused.refusal.fields } : {};
  return (
    <Card title={say.talk}>
      {comments.length > 0 && (
        <Timeline
          entries={comments.map(({ text, writtenAt, writtenByName, unitNameVi, unitNameEn }) => ({
            at: writtenAt,
            who: [writtenByName, locale === 'vi' ? unitNameVi : unitNameEn].filter(Boolean).join(', '),
            what: text,
          }))}
        />
      )}
      <Form id={talkFormId} action={`${path}/comments`} {...kept}>
        <TextArea name="text" label={say.comment} rows={3} maxLength={2_000} required />
        <SubmitButton label={say.commentNow} />
      </Form>
    </Card>
  );
}
