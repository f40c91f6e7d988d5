import type { VNode } from 'preact';
import {
  educationWords,
  postRankWords,
  ratingWords,
  standingWords,
  theoryLevelWords,
} from '../../people/person.labels';
import { educations, postRanks, ratings, standings, theoryLevels } from '../../people/person.values';
import { CheckField, ChoiceField, choicesOf, SelectField } from '../../platform/pages/choices';
import { NumberField, TextField } from '../../platform/pages/fields';
import { FieldRow } from '../../platform/pages/forms';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { halfDaysBefore, leaveKinds, type RuleCode } from '../course-rules';
import { leaveKindWords, ruleFormWords } from '../rules.words';

const sharesDone = [0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1];
const wishedShares = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8];
const shares = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5];

/** The fields a rule is told by; a rule that needs none has none. */
export function RuleFields({ rule }: { rule: RuleCode }) {
  const say = useWords(ruleFormWords);
  const locale = useLocale();
  const levels = choicesOf(theoryLevels, useWords(theoryLevelWords));
  const standing = choicesOf(standings, useWords(standingWords));
  const education = choicesOf(educations, useWords(educationWords));
  const rating = choicesOf(ratings, useWords(ratingWords));
  const percent = new Intl.NumberFormat(locale, { style: 'percent' });
  const number = (name: string, label: string, isWhole = true) => (
    <NumberField name={`parameters.${name}`} label={label} isWhole={isWhole} required />
  );
  const percents = (of: readonly number[]) =>
    of.map((share) => ({ value: String(share), label: percent.format(share) }));
  const wished = (name: string, label: string) => (
    <SelectField
      name={`parameters.${name}`}
      label={label}
      choices={wishedShares.map((share) => ({ value: String(share), label: percent.format(share) }))}
      required
    />
  );
  const shareField = (
    <SelectField name="parameters.maximumAbsentShare" label={say.share} choices={percents(shares)} required />
  );
  const rank = (
    <SelectField
      name="parameters.atLeast"
      label={say.rankAtLeast}
      choices={choicesOf(postRanks, useWords(postRankWords))}
      required
    />
  );
  const fields: { readonly [R in RuleCode]?: VNode } = {
    standing: <ChoiceField name="parameters.anyOf" label={say.anyOf} choices={standing} isMany required />,
    education: (
      <FieldRow>
        <SelectField name="parameters.atLeast" label={say.atLeast} choices={education} required />
        <SelectField
          name="parameters.fullTimeAtLeast"
          label={say.fullTimeAtLeast}
          blank={say.sameForBoth}
          choices={education}
        />
      </FieldRow>
    ),
    maximum_age: (
      <FieldRow>
        {number('male', say.maleAtMost)}
        {number('female', say.femaleAtMost)}
      </FieldRow>
    ),
    post_rank: (
      <>
        {rank}
        <CheckField name="parameters.orPlanned" label={say.orPlanned} />
      </>
    ),
    planned_post: rank,
    years_in_post: number('atLeast', say.yearsAtLeast),
    years_to_serve: number('atLeast', say.yearsAtLeast),
    years_in_party: number('atLeast', say.yearsAtLeast),
    ratings: (
      <FieldRow>
        {number('years', say.years)}
        <SelectField name="parameters.atLeast" label={say.atLeast} choices={rating} required />
      </FieldRow>
    ),
    minimum_age: (
      <>
        <ChoiceField
          name="parameters.mode"
          label={say.mode}
          choices={choicesOf(['part_time', 'full_time'], say)}
          isInline
          required
        />
        <FieldRow>
          {number('male', say.male)}
          {number('female', say.female)}
        </FieldRow>
      </>
    ),
    below_theory_level: <SelectField name="parameters.level" label={say.level} choices={levels} required />,
    prior_theory_level: <SelectField name="parameters.atLeast" label={say.atLeast} choices={levels} required />,
    inside_probation: number('months', say.months),
    women_share: wished('atLeast', say.shareAtLeast),
    youth_share: (
      <FieldRow>
        {wished('atLeast', say.shareAtLeast)}
        {number('upToAge', say.upToAge)}
      </FieldRow>
    ),
    unit_seat_share: wished('atMost', say.shareAtMost),
    unit_cadre_share: wished('atMost', say.shareAtMost),
    attendance: (
      <FieldRow>
        {shareField}
        <SelectField
          name="parameters.maximumUnexcusedShare"
          label={say.unexcusedShare}
          blank={say.countedAlike}
          choices={percents(shares)}
        />
      </FieldRow>
    ),
    unit_done: (
      <SelectField name="parameters.minimumShare" label={say.shareDone} choices={percents(sharesDone)} required />
    ),
    late_joining: (
      <ChoiceField
        name="parameters.halfDaysBefore"
        label={say.halfDaysBefore}
        choices={choicesOf(halfDaysBefore, say)}
        required
      />
    ),
    leave_paper: (
      <ChoiceField
        name="parameters.kinds"
        label={say.leaveKinds}
        choices={choicesOf(leaveKinds, useWords(leaveKindWords))}
        isMany
        required
      />
    ),
    marks: (
      <>
        {number('minimum', say.minimumMark, false)}
        <NumberField name="parameters.resitCap" label={say.resitCap} hint={say.resitCapHint} isWhole={false} />
      </>
    ),
    exam_attendance: shareField,
    final_parts: (
      <FieldRow>
        {number('fieldReportWeight', say.fieldReportWeight)}
        {number('graduationPaperWeight', say.graduationPaperWeight)}
      </FieldRow>
    ),
    essay: (
      <>
        <NumberField name="parameters.minimum" label={say.minimumMark} hint={say.essayMark} isWhole={false} />
        <CheckField name="parameters.accepted" label={say.essayAccepted} hint={say.essayAcceptedHint} />
      </>
    ),
    grades: (
      <FieldRow>
        {(['excellent', 'very_good', 'good', 'fairly_good', 'average'] as const).map((grade) =>
          number(grade, say[grade], false),
        )}
      </FieldRow>
    ),
    certificate: (
      <>
        <TextField name="parameters.series" label={say.series} maxLength={20} required />
        <TextField name="parameters.template" label={say.template} hint={say.templateHint} required />
        <NumberField name="parameters.validMonths" label={say.validMonths} hint={say.noEnd} />
      </>
    ),
    diploma: <TextField name="parameters.school" label={say.school} maxLength={200} required />,
  };
  return fields[rule] ?? null;
}
