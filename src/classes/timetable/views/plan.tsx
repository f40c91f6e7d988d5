import { Card, PageHeader } from '../../../platform/pages/blocks';
import type { Choice } from '../../../platform/pages/choices';
import { type FormValues, textAt } from '../../../platform/pages/form-scope';
import { Form, SubmitButton } from '../../../platform/pages/forms';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ClassItem } from '../../classes.queries';
import { codedName } from '../../coded-name';
import { timetableWords } from '../timetable.words';
import type { TimetablePreview as Preview } from '../preview.service';
import { decisionFields, DecisionFields, neededDecisions } from './decisions';
import { PatternFields, SingleFields } from './fields';
import { TimetablePreview } from './preview';

interface Props {
  readonly item: ClassItem;
  readonly rooms: readonly Choice[];
  readonly lecturers: readonly Choice[];
  readonly groups: readonly Choice[];
  /** What stands in the form of the pattern, or of the single half-day when that was refused. */
  readonly values: FormValues;
  readonly preview: Preview | null;
  readonly refusal: Refusal | null;
}

const singleFormId = 'single';

/** Planning half-days by the week, with a preview, or one by one. */
export function TimetablePlan({ item, rooms, lecturers, groups, values, preview, refusal }: Props) {
  const say = useWords(timetableWords);
  const isSingle = 'day' in values;
  const errors = refusal?.fields ?? [];
  return (
    <>
      <PageHeader
        title={say.planTitle(codedName(item))}
        back={{ href: `/classes/${item.id}`, label: say.backToClass }}
      />
      <Problem refusal={refusal} formId={isSingle ? singleFormId : undefined} />
      {preview && <TimetablePreview {...{ preview, values, refusal }} classId={item.id} />}
      <Card title={say.byPattern}>
        <Form
          action={`/classes/${item.id}/timetable`}
          values={isSingle ? {} : values}
          errors={isSingle ? [] : errors}
          hidden={isSingle ? {} : decisionsIn(values)}
        >
          <PatternFields {...{ rooms, lecturers, groups }} />
          <p class="quiet">
            {say.previewHint} <a href={`/public-holidays?year=${item.opensOn.slice(0, 4)}`}>{say.holidayList}</a>
          </p>
          <SubmitButton label={say.preview} />
        </Form>
      </Card>
      <Card title={say.oneHalfDay}>
        <Form
          id={singleFormId}
          action={`/classes/${item.id}/half-days`}
          values={isSingle ? values : { part: 'morning', roomId: item.roomId }}
          errors={isSingle ? errors : []}
        >
          <SingleFields {...{ rooms, lecturers, groups }} />
          {isSingle && <DecisionFields {...neededDecisions(refusal, values)} />}
          <SubmitButton label={say.add} tone="plain" />
        </Form>
      </Card>
    </>
  );
}

/** What was decided travels with the pattern, so that correcting it does not lose the reasons typed. */
const decisionsIn = (values: FormValues) =>
  Object.fromEntries(decisionFields.map((field) => [field, textAt(values, field)]));
