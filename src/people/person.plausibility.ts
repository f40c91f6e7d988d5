import { addMonths, ageByMonth, type Day, showDay } from '../platform/clock';
import type { Bilingual } from '../platform/messages/words';
import type { FieldError } from '../platform/problems/refusal';
import type { PersonFacts } from './person.entity';
import { educationWords } from './person.labels';
import type { Education } from './person.values';

/** Something that can hardly be so, with the rule that says so. It keeps nobody out: rolls of long ago have such people. */
export interface Doubt {
  readonly field: 'birthDate' | 'joinedOn' | 'officialOn' | 'education';
  readonly code: string;
  readonly sentence: Bilingual;
  readonly source: Source;
}

/** A text that says so; where it was read, or that it could not be, stands in docs/rules.md. */
interface Source {
  readonly citation: Bilingual;
  readonly verified: boolean;
}

type Told = Pick<PersonFacts, 'birthDate' | 'joinedOn' | 'officialOn' | 'standing' | 'education'>;

const partyRules = (article: number): Source => ({
  citation: {
    vi: `Điều ${article} Điều lệ Đảng Cộng sản Việt Nam`,
    en: `Article ${article} of the Party’s Statutes`,
  },
  verified: true,
});
const retirement: Source = {
  citation: { vi: 'Điều 169 Bộ luật Lao động 2019', en: 'Article 169 of the Labour Code 2019' },
  verified: true,
};
/** Its article speaks of the twelve years of school; how long one studies after them was read nowhere. */
const schooling: Source = {
  citation: {
    vi: 'Điều 28 Luật Giáo dục 2019 và số năm học sau phổ thông',
    en: 'Article 28 of the Law on Education 2019 and the years of study after school',
  },
  verified: false,
};

const youngestMember = 18;
const probationMonths = 12;
/** Eight years past the later of the two ages of retirement. */
const oldest = 70;
/** Twelve years of school begin at six; a college takes two more, a university three at least, and so on. */
const youngestWith: Partial<Record<Education, number>> = { college: 20, university: 21, master: 22, doctor: 24 };

/** What of these facts can hardly be so. */
export function implausibleIn(facts: Told, today: Day): readonly Doubt[] {
  const { birthDate, joinedOn, officialOn, standing, education } = facts;
  const age = ageByMonth(birthDate, today);
  const doubts: Doubt[] = [];
  if (age > oldest) {
    doubts.push({
      field: 'birthDate',
      code: 'past_retirement',
      sentence: {
        vi: `Sinh ngày ${showDay(birthDate)}, nay ${age} tuổi, đã quá tuổi nghỉ hưu nhiều năm`,
        en: `Born ${showDay(birthDate)} and now ${age}, many years past retirement`,
      },
      source: retirement,
    });
  }
  if (joinedOn !== null && ageByMonth(birthDate, joinedOn) < youngestMember) {
    doubts.push({
      field: 'joinedOn',
      code: 'joined_too_young',
      sentence: {
        vi: `Vào Đảng ngày ${showDay(joinedOn)}, khi mới ${ageByMonth(birthDate, joinedOn)} tuổi; kết nạp từ đủ ${youngestMember} tuổi`,
        en: `Joined on ${showDay(joinedOn)} at ${ageByMonth(birthDate, joinedOn)}; one joins from ${youngestMember}`,
      },
      source: partyRules(1),
    });
  }
  if (standing === 'probationary' && officialOn !== null) {
    doubts.push({
      field: 'officialOn',
      code: 'official_on_probation',
      sentence: {
        vi: `Ghi là dự bị mà có ngày chính thức ${showDay(officialOn)}`,
        en: `Is said to be on probation, with ${showDay(officialOn)} as the day of becoming official`,
      },
      source: partyRules(5),
    });
  }
  if (joinedOn !== null && officialOn !== null && officialOn < addMonths(joinedOn, probationMonths)) {
    doubts.push({
      field: 'officialOn',
      code: 'short_probation',
      sentence: {
        vi: `Từ ngày vào Đảng ${showDay(joinedOn)} đến ngày chính thức ${showDay(officialOn)} chưa đủ ${probationMonths} tháng dự bị`,
        en: `From joining on ${showDay(joinedOn)} to becoming official on ${showDay(officialOn)} are not the ${probationMonths} months of probation`,
      },
      source: partyRules(5),
    });
  }
  if (standing === 'non_member' && joinedOn !== null) {
    doubts.push({
      field: 'joinedOn',
      code: 'joined_without_membership',
      sentence: {
        vi: `Ghi là quần chúng mà có ngày vào Đảng ${showDay(joinedOn)}`,
        en: `Is said to be no member, with ${showDay(joinedOn)} as the day of joining`,
      },
      source: partyRules(5),
    });
  }
  const needed = youngestWith[education];
  if (needed !== undefined && age < needed) {
    doubts.push({
      field: 'education',
      code: 'degree_too_young',
      sentence: {
        vi: `Mới ${age} tuổi mà trình độ ghi là ${educationWords.vi[education].toLowerCase()}`,
        en: `Is ${age}, with the education “${educationWords.en[education].toLowerCase()}”`,
      },
      source: schooling,
    });
  }
  return doubts;
}

/** As a remark on a row or a form. */
export const doubtRemark = ({ field, code, sentence, source: { citation, verified } }: Doubt): FieldError => ({
  field,
  code,
  message: {
    vi: `${sentence.vi} (${citation.vi}${verified ? '' : '; chưa xác minh'}). Hãy kiểm tra lại.`,
    en: `${sentence.en} (${citation.en}${verified ? '' : '; unverified'}). Please check.`,
  },
});
