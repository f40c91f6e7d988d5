import { PageHeader } from '../../platform/pages/blocks';
import { useField } from '../../platform/pages/field';
import { type FormValues, textAt, useForm } from '../../platform/pages/form-scope';
import { Form, SaveBar, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { Refusal } from '../../platform/problems/refusal';
import { moduleField } from '../modules-form';
import { moduleKindWords, theoryWords } from '../theory-classes.words';
import { moduleKinds } from '../module-kinds';

interface Props {
  readonly classId: string;
  readonly classCode: string;
  readonly className: string;
  readonly lines: number;
  readonly values: FormValues;
  readonly refusal: Pick<Refusal, 'sentence' | 'fields'> | null;
}

/** The modules of a class, a line each, with empty lines to add more. */
export function ModulesForm({ classId, classCode, className, lines, values, refusal }: Props) {
  const say = useWords(theoryWords);
  return (
    <>
      <PageHeader
        back={{ href: `/classes/${classId}/marks`, label: say.backToMarks }}
        title={say.modulesOf(classCode)}
        subtitle={className}
      />
      <Problem refusal={refusal} />
      <p>{say.modulesHowTo}</p>
      <p>{say.halfDaysHowTo}</p>
      <Form action={`/classes/${classId}/modules`} values={values} errors={refusal?.fields ?? []}>
        <Table
          caption={say.modules}
          hidesCaption
          rows={Array.from({ length: lines }, (_, line) => line)}
          columns={[
            { label: say.number, cell: (line) => <LineInput line={line} part="number" label={say.number} isShort /> },
            { label: say.moduleName, cell: (line) => <LineInput line={line} part="name" label={say.moduleName} /> },
            { label: say.kind, cell: (line) => <KindSelect line={line} label={say.kind} /> },
            { label: say.weight, cell: (line) => <LineInput line={line} part="weight" label={say.weight} isShort /> },
            { label: say.halfDays, cell: (line) => <LineInput line={line} part="halfDays" label={say.halfDays} /> },
          ]}
          empty={{ title: say.noModules }}
        />
        <SaveBar>
          <SubmitButton label={say.saveModules} />
        </SaveBar>
      </Form>
    </>
  );
}

function LineInput({
  line,
  part,
  label,
  isShort = false,
}: {
  line: number;
  part: 'number' | 'name' | 'weight' | 'halfDays';
  label: string;
  isShort?: boolean;
}) {
  const say = useWords(theoryWords);
  const { values } = useForm();
  const name = moduleField(line, part);
  const { attributes, marks } = useField({ name, label: say.lineOf(line + 1, label) });
  return (
    <div class={isShort ? 'mark-cell' : undefined}>
      {marks.error}
      <input
        {...attributes}
        class="form-control"
        type="text"
        inputMode={isShort ? 'numeric' : 'text'}
        autocomplete="off"
        aria-label={say.lineOf(line + 1, label)}
        value={textAt(values, name)}
      />
    </div>
  );
}

function KindSelect({ line, label }: { line: number; label: string }) {
  const say = useWords(theoryWords);
  const kinds = useWords(moduleKindWords);
  const { values } = useForm();
  const name = moduleField(line, 'kind');
  const { attributes, marks } = useField({ name, label: say.lineOf(line + 1, label), kind: 'chosen' });
  const chosen = textAt(values, name);
  return (
    <>
      {marks.error}
      <select {...attributes} class="form-select" aria-label={say.lineOf(line + 1, label)}>
        {moduleKinds.map((kind) => (
          <option value={kind} selected={kind === chosen}>
            {kinds[kind]}
          </option>
        ))}
      </select>
    </>
  );
}
