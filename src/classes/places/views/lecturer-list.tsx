import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { LecturerItem } from '../lecturers.queries';
import { roomAndLecturerWords } from '../rooms-and-lecturers.words';

interface Props {
  readonly lecturers: PageOf<LecturerItem>;
  readonly isFirstPage: boolean;
  readonly mayAdd: boolean;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function LecturerList({ lecturers, isFirstPage, mayAdd, values, refusal }: Props) {
  const say = useWords(roomAndLecturerWords);
  return (
    <>
      <PageHeader title={say.lecturers} subtitle={say.lecturersHint} />
      <Problem refusal={refusal} />
      <Table
        caption={say.lecturers}
        hidesCaption
        rows={lecturers.items}
        empty={{ title: say.noLecturers, ...(mayAdd ? { next: say.noLecturersNext } : {}) }}
        columns={[
          { label: say.fullName, isRowName: true, cell: ({ fullName }) => fullName },
          { label: say.workplace, cell: ({ workplace }) => workplace },
        ]}
      />
      <Pager path="/lecturers" next={lecturers.next} isFirstPage={isFirstPage} />
      {mayAdd && (
        <Card title={say.addLecturer}>
          <Form action="/lecturers" values={values} errors={refusal?.fields ?? []}>
            <TextField name="fullName" label={say.fullName} maxLength={100} required />
            <TextField name="workplace" label={say.workplace} maxLength={200} required />
            <SubmitButton label={say.addLecturer} />
          </Form>
        </Card>
      )}
    </>
  );
}
