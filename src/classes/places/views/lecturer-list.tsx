import { Card, PageHeader } from '../../../platform/pages/blocks';
import { TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { FieldRow, Form, LinkButton, SubmitButton } from '../../../platform/pages/forms';
import { Pager } from '../../../platform/pages/lists';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import type { Refusal } from '../../../platform/problems/refusal';
import type { LecturerItem } from '../lecturers.queries';
import { roomAndLecturerWords } from '../rooms-and-lecturers.words';
import type { NameOrder } from '../../../platform/paging';

interface Props {
  readonly lecturers: PageOf<LecturerItem>;
  readonly sort: NameOrder | undefined;
  readonly isFirstPage: boolean;
  readonly mayAdd: boolean;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
}

export function LecturerList({ lecturers, sort, isFirstPage, mayAdd, values, refusal }: Props) {
  const say = useWords(roomAndLecturerWords);
  const edit: Column<LecturerItem> = {
    label: say.editLecturer,
    hidesLabel: true,
    cell: ({ id, fullName }) => (
      <a href={`/lecturers/${id}/edit`}>
        {say.editLecturer}
        <span class="visually-hidden">: {fullName}</span>
      </a>
    ),
  };
  return (
    <>
      <PageHeader title={say.lecturers} actions={mayAdd && <LinkButton href="/lecturers/calls" label={say.toCall} />} />
      <Problem refusal={refusal} />
      <Table
        caption={say.lecturers}
        list={{ next: lecturers.next, isFirstPage }}
        hidesCaption
        rows={lecturers.items}
        empty={{ title: say.noLecturers, next: mayAdd ? say.noLecturersNext : say.officeAdds }}
        columns={[
          {
            label: say.fullName,
            isRowName: true,
            sort: ordersOf('/lecturers', {}, sort ?? 'name')('name'),
            cell: ({ fullName }) => fullName,
          },
          { label: say.workplace, cell: ({ workplace }) => workplace },
          { label: say.email, cell: ({ email }) => email ?? <span class="quiet">{say.noEmail}</span> },
          { label: say.phone, cell: ({ phone }) => phone },
          ...(mayAdd ? [edit] : []),
        ]}
      />
      <Pager path="/lecturers" query={{ sort }} next={lecturers.next} isFirstPage={isFirstPage} />
      {mayAdd && (
        <Card title={say.addLecturer}>
          <Form action="/lecturers" values={values} errors={refusal?.fields ?? []}>
            <LecturerFields />
            <SubmitButton label={say.addLecturer} />
          </Form>
        </Card>
      )}
    </>
  );
}

function LecturerFields() {
  const say = useWords(roomAndLecturerWords);
  return (
    <>
      <TextField name="fullName" label={say.fullName} maxLength={100} required />
      <TextField name="workplace" label={say.workplace} maxLength={200} required />
      <FieldRow>
        <TextField type="email" name="email" label={say.email} hint={say.emailHint} />
        <TextField type="tel" name="phone" label={say.phone} maxLength={30} />
      </FieldRow>
    </>
  );
}

export function LecturerForm({
  lecturer,
  values,
  refusal,
}: Pick<Props, 'values' | 'refusal'> & { lecturer: LecturerItem }) {
  const say = useWords(roomAndLecturerWords);
  return (
    <div class="narrow">
      <PageHeader title={lecturer.fullName} back={{ href: '/lecturers', label: say.lecturers }} />
      <Problem refusal={refusal} />
      <Card title={say.changeLecturer}>
        <Form action={`/lecturers/${lecturer.id}`} values={values} errors={refusal?.fields ?? []}>
          <LecturerFields />
          <SubmitButton label={say.saveLecturer} />
        </Form>
      </Card>
    </div>
  );
}
