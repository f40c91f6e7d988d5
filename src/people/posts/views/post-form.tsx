import { Card, PageHeader } from '../../../platform/pages/blocks';
import { CheckField, choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextArea, TextField } from '../../../platform/pages/fields';
import { ActionButton, FieldRow, Form, SubmitButton } from '../../../platform/pages/forms';
import { Notice, Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { RecordForm } from '../../../platform/pages/records/record-form';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import { peopleWords } from '../../people.words';
import { postRanks } from '../../person.values';
import type { PostItem } from '../posts.queries';
import type { PostChanges } from '../posts.service';
import { postRankWords } from '../../person.labels';
import { postWords } from '../posts.words';

/** Who changes, once it was asked; then the same may be kept. */
export interface TriedPost {
  readonly changes: PostChanges;
  /** What it was asked of. */
  readonly seen: string;
}

interface Props {
  /** Null for a new one. */
  readonly post: PostItem | null;
  readonly form: Partial<RecordForm>;
  readonly tried: TriedPost | null;
  readonly refusal: Refusal | null;
  readonly mayKeep: boolean;
}

export function PostForm({ post, form, tried, refusal, mayKeep }: Props) {
  const say = useWords(postWords);
  const ranks = useWords(postRankWords);
  const path = post ? `/posts/${post.id}` : '/posts';
  return (
    <>
      <PageHeader
        title={post ? post.nameVi : say.add}
        subtitle={mayKeep ? null : say.readOnly}
        back={{ href: '/posts', label: say.title }}
      />
      <Problem refusal={refusal} />
      {tried && <Changes changes={tried.changes} />}
      <Card>
        <Form action={path} {...form} hidden={{ ...form.hidden, seen: tried?.seen }} again={path}>
          <FieldRow>
            <TextField name="nameVi" label={say.nameVi} maxLength={200} required />
            <TextField name="nameEn" label={say.nameEn} hint={say.asInVietnamese} maxLength={200} />
          </FieldRow>
          <SelectField name="rank" label={say.rank} choices={choicesOf(postRanks, ranks)} required />
          <CheckField name="makesKeyCadre" label={say.makesKeyCadre} />
          <TextArea name="spellings" label={say.spellings} hint={say.spellingsHint} rows={8} />
          <TextField name="citationVi" label={say.citation} maxLength={500} required />
          <TextField name="citationEn" label={say.citationEn} hint={say.asInVietnamese} maxLength={500} />
          <CheckField name="verified" label={say.verified} />
          {mayKeep && <SubmitButton label={tried ? say.save : say.see} />}
        </Form>
      </Card>
      {post && mayKeep && (
        <ActionButton
          action={`${path}/removal`}
          label={say.remove}
          tone="danger"
          confirm={say.removeConfirm(post.people)}
        />
      )}
    </>
  );
}

function Changes({ changes: { count, become, cease, people } }: { changes: PostChanges }) {
  const say = useWords(postWords);
  const ofPeople = useWords(peopleWords);
  const key = (isKey: boolean) => (isKey ? ofPeople.keyCadre : ofPeople.notKeyCadre);
  return (
    <>
      <Notice tone={count === 0 ? 'info' : 'warning'} heading={say.changes} role="status" isFocused>
        <p>
          {say.changesCount(count, become, cease)} {count > people.length && say.firstOnes(people.length)}
        </p>
      </Notice>
      {people.length > 0 && (
        <Table
          caption={say.see}
          isLong
          rows={people}
          empty={{ title: say.changesCount(0, 0, 0) }}
          columns={[
            {
              label: say.fullName,
              isRowName: true,
              cell: ({ personId, fullName }) => <a href={`/people/${personId}`}>{fullName}</a>,
            },
            { label: say.unit, cell: ({ unitCode }) => unitCode },
            {
              label: say.name,
              cell: ({ position, partyPosition, plannedPost }) =>
                [position, partyPosition, plannedPost].filter(Boolean).join(' · '),
            },
            { label: say.before, isNamed: true, cell: ({ wasKeyCadre }) => key(wasKeyCadre) },
            { label: say.after, isNamed: true, cell: ({ isKeyCadre }) => key(isKeyCadre) },
          ]}
        />
      )}
    </>
  );
}
