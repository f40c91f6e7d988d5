import type { FieldError } from '../platform/problems/refusal';
import { InvalidInput } from '../platform/problems/refusals';

export interface NewSite {
  readonly name: string;
  readonly hostUnitId: string;
  readonly address: string;
  readonly capacity: number;
  /** Whether this is the hall the speaker is in; the others are connected to it. */
  readonly central: boolean;
}

/** What is studied, where, and which units are called to which site. */
export interface StudyPlan {
  /** Titles in the order of study. */
  readonly documents: readonly string[];
  readonly sites: readonly NewSite[];
  readonly obliged: readonly { readonly unitId: string; readonly siteName: string }[];
}

/** @throws InvalidInput naming every site and unit that does not fit */
export function assertPlanFits({ sites, obliged }: StudyPlan): void {
  const names = sites.map(({ name }) => name);
  const units = obliged.map(({ unitId }) => unitId);
  const problems: readonly (FieldError | false)[] = [
    sites.filter(({ central }) => central).length !== 1 && notOneCentral,
    ...names.map((name, index) => names.indexOf(name) < index && nameTwice(index)),
    ...units.map((unitId, index) => units.indexOf(unitId) < index && unitTwice(index)),
    ...obliged.map(({ siteName }, index) => !names.includes(siteName) && noSuchSite(index)),
  ];
  const found = problems.filter((problem) => problem !== false);
  if (found.length > 0) throw new InvalidInput(found);
}

const notOneCentral: FieldError = {
  field: 'sites',
  code: 'not_one_central',
  message: {
    vi: 'Cần đúng một điểm cầu trung tâm; các điểm khác là điểm kết nối.',
    en: 'Exactly one site must be the central one; the others are connected to it.',
  },
};

const nameTwice = (index: number): FieldError => ({
  field: `sites.${index}.name`,
  code: 'twice',
  message: { vi: 'Tên điểm cầu này có hai lần. Hãy đặt tên khác.', en: 'Two sites have this name; change one.' },
});

const unitTwice = (index: number): FieldError => ({
  field: `obliged.${index}.unitId`,
  code: 'twice',
  message: { vi: 'Đơn vị này có hai lần. Hãy bỏ một dòng.', en: 'This unit is called twice; leave one line out.' },
});

const noSuchSite = (index: number): FieldError => ({
  field: `obliged.${index}.siteName`,
  code: 'not_in_list',
  message: { vi: 'Không có điểm cầu tên này trong danh sách.', en: 'No site of the list has this name.' },
});
