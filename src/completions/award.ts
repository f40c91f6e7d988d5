import type { Award } from '../courses/course.entity';
import type { CourseRule } from '../courses/courses.queries';
import { faultOf } from '../courses/number-format';
import { AwardRuleMissing } from './completions.refusals';

/** What those who complete receive: a certificate of the Bloc, a diploma of a school, or their record alone. */
export type AwardGiven =
  | {
      readonly kind: 'certificate';
      readonly series: string;
      readonly template: string;
      readonly validMonths: number | null;
    }
  | { readonly kind: 'diploma'; readonly school: string }
  | { readonly kind: 'none' };

/** @throws AwardRuleMissing when the course promises an award and no rule in force says how it is given */
export function awardOf(award: Award, rules: readonly CourseRule[]): AwardGiven {
  if (award === 'none') return { kind: 'none' };
  const parameters = rules.find(({ rule }) => rule === award)?.parameters;
  if (!parameters) throw new AwardRuleMissing();
  if (award === 'diploma') return { kind: 'diploma', school: String(parameters['school']) };

  const [series, template] = [String(parameters['series']), String(parameters['template'])];
  // Reads the template before anybody is judged: one that cannot number would stop the work halfway.
  const fault = faultOf(template);
  if (fault) throw new Error(fault.en);
  const months = parameters['validMonths'];
  return {
    kind: 'certificate',
    series,
    template,
    validMonths: typeof months === 'number' ? months : null,
  };
}
