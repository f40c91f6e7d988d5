import { leftOutWords } from '../../platform/access/oneself';
import { showDay } from '../../platform/clock';
import { Badge } from '../../platform/pages/badges';
import { EmptyState, PageHeader } from '../../platform/pages/blocks';
import { useField } from '../../platform/pages/field';
import { DayField } from '../../platform/pages/fields';
import { FieldGrid } from '../../platform/pages/field-grid';
import { dayShown, type FormValues, textAt, useForm } from '../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useIsOwn, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { FieldError, Refusal } from '../../platform/problems/refusal';
import { diplomaField, type DiplomaPart, shownDiploma, shownDiplomaField } from '../diplomas-form';
import type { DiplomaItem } from '../theory-classes.queries';
import { theoryWords } from '../theory-classes.words';

interface Props {
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly diplomas: readonly DiplomaItem[];
  readonly values: FormValues;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
  readonly errors: readonly FieldError[];
}

/** The diplomas of a class as they come back from the school, entered in one go. */
export function DiplomasForm({ classId, classCode, className, diplomas, values, refusal, errors }: Props) {
  const say = useWords(theoryWords);
  const recorded = diplomas.filter(({ number }) => number !== null).length;
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${classId}/marks`, label: say.backToMarks }}
        title={say.diplomasOf(classCode)}
        subtitle={className}
      />
      <Problem refusal={refusal} />
      {diplomas.length === 0 ? (
        <EmptyState title={say.noDiplomas} next={say.noDiplomasNext} />
      ) : (
        <Form action={`/classes/${classId}/diplomas`} values={values} errors={errors}>
          <p>{say.diplomasHowTo}</p>
          <p>
            <Badge
              tone={recorded === diplomas.length ? 'success' : 'warning'}
              text={say.recordedOf(recorded, diplomas.length)}
            />
          </p>
          <DayField name="issuedOn" label={say.issuedOnForAll} hint={say.issuedOnForAllHint} />
          <FieldGrid>
            <Table
              caption={say.diplomas}
              hidesCaption
              rows={diplomas}
              columns={[
                { label: say.name, isRowName: true, cell: ({ fullName }) => fullName },
                { label: say.born, cell: ({ birthDate }) => showDay(birthDate) },
                { label: say.unit, cell: ({ unitName }) => unitName },
                {
                  label: say.diplomaNumber,
                  cell: (diploma) => <DiplomaInput diploma={diploma} part="number" label={say.diplomaNumber} />,
                },
                {
                  label: say.issuedOn,
                  cell: (diploma) => <DiplomaInput diploma={diploma} part="issuedOn" label={say.issuedOn} />,
                },
                {
                  label: say.school,
                  cell: (diploma) => <DiplomaInput diploma={diploma} part="school" label={say.school} />,
                },
              ]}
              empty={{ title: say.noDiplomas }}
            />
          </FieldGrid>
          <SaveBar>
            <SubmitButton label={say.saveDiplomas} />
          </SaveBar>
        </Form>
      )}
    </>
  );
}

function DiplomaInput({ diploma, part, label }: { diploma: DiplomaItem; part: DiplomaPart; label: string }) {
  const { values } = useForm();
  const name = diplomaField(diploma.id, part);
  const { attributes, marks } = useField({ name, label: `${label}, ${diploma.fullName}` });
  const oneself = useWords(leftOutWords);
  if (useIsOwn(diploma)) return part === 'number' ? <small class="quiet">{oneself.ownRow}</small> : null;
  return (
    <div class={marks.isWrong ? 'field-wrong' : undefined}>
      {marks.error}
      {part === 'number' && <input type="hidden" name={shownDiplomaField(diploma.id)} value={shownDiploma(diploma)} />}
      <input
        {...attributes}
        class="form-control"
        type="text"
        data-line={1}
        autocomplete="off"
        aria-label={`${label}, ${diploma.fullName}`}
        value={part === 'issuedOn' ? dayShown(textAt(values, name)) : textAt(values, name)}
      />
    </div>
  );
}
