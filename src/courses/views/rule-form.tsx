import { Card, PageHeader } from '../../platform/pages/blocks';
import { CheckField, ChoiceField } from '../../platform/pages/choices';
import { DayField, TextField } from '../../platform/pages/fields';
import { controlId, type FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import { Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { Refusal } from '../../platform/problems/refusal';
import type { CourseItem, PurposedRule } from '../courses.queries';
import { purposeOf, type RuleCode } from '../course-rules';
import { courseWords } from '../courses.words';
import { ruleSentence } from '../rule-sentences';
import { ruleFormWords, ruleWords } from '../rules.words';
import { courseName } from './course-list';
import { RuleFields } from './rule-fields';

interface Props {
  readonly course: CourseItem;
  readonly rule: RuleCode;
  /** The one in force today, which the new one would follow. */
  readonly current: PurposedRule | null;
  /** Which of the two forms came back refused, with what was typed in it. */
  readonly refused: { readonly form: 'rule' | 'ending'; readonly values: FormValues; readonly refusal: Refusal } | null;
}

const endingPath = (courseId: string, ruleId: string) => `/courses/${courseId}/rules/${ruleId}/ending`;

/** Puts a rule in force from a day on, or ends the one there is. */
export function RuleForm({ course, rule, current, refused }: Props) {
  const say = useWords(ruleFormWords);
  const rules = useWords(ruleWords);
  const courses = useWords(courseWords);
  const locale = useLocale();
  const path = `/courses/${course.id}`;
  const ending = current && endingPath(course.id, current.id);
  const kept = (form: 'rule' | 'ending') => (refused?.form === form ? refused : null);
  return (
    <>
      <PageHeader title={say.title(rules[rule])} back={{ href: path, label: courseName(course, locale) }} />
      <Problem
        refusal={refused?.refusal ?? null}
        formId={refused?.form === 'ending' && ending ? controlId('do', ending) : undefined}
      />
      {current && (
        <p>
          <strong>{say.inForceNow}</strong> {ruleSentence(current)[locale]}
        </p>
      )}
      <Card>
        <Form
          action={`${path}/rules`}
          values={kept('rule')?.values ?? storedIn(current)}
          errors={kept('rule')?.refusal.fields ?? []}
          hidden={{ rule }}
        >
          <RuleFields rule={rule} />
          {purposeOf[rule] === 'admission' && (
            <ChoiceField
              name="severity"
              label={say.severity}
              choices={[
                { value: 'block', label: courses.block },
                { value: 'warn', label: courses.warn },
              ]}
              isInline
            />
          )}
          <DayField name="validFrom" label={say.validFrom} required />
          <TextField name="citationVi" label={say.citation} maxLength={500} required />
          <TextField name="citationEn" label={say.citationEn} hint={say.optional} maxLength={500} />
          <CheckField name="verified" label={say.verified} />
          <SubmitButton label={say.save} />
        </Form>
      </Card>
      {ending && (
        <ActionButton
          action={ending}
          label={say.end}
          tone="danger"
          confirm={say.endWhat}
          values={kept('ending')?.values ?? {}}
          errors={kept('ending')?.refusal.fields ?? []}
          hidden={{ rule }}
        >
          <DayField name="lastDay" label={say.lastDay} required />
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      )}
    </>
  );
}

/** A new rule begins as the one in force, but for its day and its source. */
const storedIn = (current: PurposedRule | null): FormValues => ({
  severity: current?.severity ?? 'block',
  parameters: current?.parameters ?? {},
});
