import { theoryLevelWords } from '../people/person.labels';
import { isAtLeast, theoryLevels } from '../people/person.values';
import { retiresOn } from '../people/retirement';
import { addMonths, ageByMonth, daysBetween, type Day, showDay } from '../platform/clock';
import { foldName, searchWords } from '../platform/names';
import { pageAmong } from '../platform/paging';
import { many } from '../platform/messages/counted';
import type { Bilingual, Locale } from '../platform/messages/words';
import type { NomineeFacts } from './nominee-facts';
import type { Admission } from './admissions.service';
import { urgencyWords } from './candidates.words';
import { type Check, isBlocked } from './checks';

/** Who must learn comes before who should, and both before who may. */
const urgencies = ['must', 'should', 'may'] as const;
type Urgency = (typeof urgencies)[number];

/** A cadre of a unit held against a class: whether eligible, how much the class is needed, and why. */
export interface Candidate {
  readonly personId: string;
  readonly fullName: string;
  readonly checks: readonly Check[];
  readonly isEligible: boolean;
  readonly urgency: Urgency;
  /** Higher comes first among those of one urgency. */
  readonly need: number;
  /** In one sentence. */
  readonly why: Bilingual;
}

/** The rules of the course that hold somebody back; those of the house nobody sets aside. */
export const rulesInTheWay = ({ checks }: Pick<Candidate, 'checks'>) =>
  checks.filter(({ outcome, citation }) => outcome === 'block' && citation !== null).map(({ rule }) => rule);

export const isHeldBack = (person: Pick<Candidate, 'checks'>): boolean => rulesInTheWay(person).length > 0;

interface Reason {
  /** What it makes of the need; null where it only ranks among equals. */
  readonly urgency: Urgency | null;
  readonly weight: number;
  /** Part of a sentence. */
  readonly clause: Bilingual;
}

/** Where the course does not say how many years somebody should still serve. No text says so. */
const usualYearsToServe = 5;

/**
 * Who must: by a decision, by a probation about to end, or in a key post without the theory level the course gives. Who
 * should: planned for such a post, or waiting for years. Who retires soon may. The weights are the house's own; no
 * regulation sets them.
 */
export function candidateOf(
  facts: NomineeFacts,
  checks: readonly Check[],
  admission: Pick<Admission, 'rules' | 'raisesTo'>,
  today: Day,
): Candidate {
  const retiring = soonRetired(facts, admission, today);
  const reasons = [...reasonsOf(facts, admission, today), ...(retiring ? [retiring] : [])];
  const most = urgencies.find((one) => reasons.some(({ urgency }) => urgency === one)) ?? 'may';
  const urgency = retiring && facts.deferred === null ? 'may' : most;
  return {
    personId: facts.personId,
    fullName: facts.fullName,
    checks,
    isEligible: !isBlocked(checks),
    urgency,
    need: reasons.reduce((sum, { weight }) => sum + weight, 0),
    why: { vi: whyIn('vi', urgency, reasons), en: whyIn('en', urgency, reasons) },
  };
}

function whyIn(locale: Locale, urgency: Urgency, reasons: readonly Reason[]): string {
  const clauses = reasons.map(({ clause }) => clause[locale]).join('; ');
  return `${urgencyWords[locale][urgency]}${clauses ? `: ${clauses}` : ''}.`;
}

/** Some of a list, and how many it is. */
export interface Listed<T> {
  readonly count: number;
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** What a page shows of the candidates of a unit. Whoever is ticked stays in the table wherever the page is turned to, in the order of need. */
export function listed<T extends Candidate & { readonly code: string }>(
  people: readonly T[],
  {
    search,
    cursor,
    heldBackAfter,
  }: Readonly<Partial<Record<'search' | 'cursor' | 'heldBackAfter', string | undefined>>>,
  ticked: readonly string[],
): { readonly eligible: Listed<T>; readonly heldBack: Listed<T> } {
  const words = searchWords(search);
  const isFound = ({ fullName, code }: T) =>
    words.every((word) => ` ${foldName(fullName)}`.includes(` ${word}`) || code.toLowerCase().includes(word));
  const some = (of: readonly T[], after: string | undefined): Listed<T> => {
    const { items, next } = pageAmong(of.filter(isFound), after, ({ personId }) => personId);
    const shown = new Set([...items.map(({ personId }) => personId), ...ticked]);
    return { count: of.length, rows: of.filter(({ personId }) => shown.has(personId)), next };
  };
  const of = (isEligible: boolean) => people.filter((person) => person.isEligible === isEligible);
  return { eligible: some(of(true), cursor), heldBack: some(of(false), heldBackAfter) };
}

const inVietnamese = new Intl.Collator('vi');

export function byNeed(one: Candidate, other: Candidate): number {
  return (
    Number(other.isEligible) - Number(one.isEligible) ||
    urgencies.indexOf(one.urgency) - urgencies.indexOf(other.urgency) ||
    other.need - one.need ||
    inVietnamese.compare(one.fullName, other.fullName)
  );
}

function reasonsOf(
  facts: NomineeFacts,
  { rules, raisesTo }: Pick<Admission, 'rules' | 'raisesTo'>,
  today: Day,
): Reason[] {
  const { planned, plannedPost, keyCadre, keyByPost, joinedOn, timesNominated, theoryLevel, waitingSince, deferred } =
    facts;
  const years = joinedOn ? ageByMonth(joinedOn, today) : 0;
  const waited = waitingSince === null ? 0 : Number(today.slice(0, 4)) - waitingSince;
  const lacksLevel = raisesTo !== null && !isAtLeast(theoryLevels, theoryLevel, raisesTo);
  const found: (Reason | null | false)[] = [
    // A decision was made already: whatever else is said of others comes after.
    deferred && {
      urgency: 'must',
      weight: 1_000,
      clause: {
        vi: `được bảo lưu đến ${showDay(deferred.until)}, đã học dở ${deferred.className}`,
        en: `deferred until ${showDay(deferred.until)}, having learned in ${deferred.className}`,
      },
    },
    probationEnding(facts, rules, today),
    (keyByPost ?? keyCadre) && {
      urgency: lacksLevel ? 'must' : 'should',
      weight: 30,
      clause: { vi: 'cán bộ chủ chốt đương chức', en: 'a key cadre in post' },
    },
    planned && {
      urgency: 'should',
      weight: 40,
      clause: {
        vi: `được quy hoạch ${plannedPost ?? 'chức danh'}`,
        en: `planned for ${plannedPost ?? 'a key post'}`,
      },
    },
    lacksLevel && {
      urgency: null,
      weight: 20,
      clause: {
        vi: `chưa có trình độ ${theoryLevelWords.vi[raisesTo].toLowerCase()} lý luận chính trị`,
        en: `lacks the ${theoryLevelWords.en[raisesTo].toLowerCase()} theory level`,
      },
    },
    waited > 0 && {
      urgency: 'should',
      weight: Math.min(waited * 10, 30),
      clause: {
        vi: `đã được cử ${timesNominated} lần từ năm ${waitingSince} mà chưa được học`,
        en: `nominated ${many(timesNominated, 'time')} since ${waitingSince} without getting in`,
      },
    },
    years > 0 && {
      urgency: null,
      weight: Math.min(years, 20),
      clause: { vi: `đã vào Đảng ${years} năm`, en: `a member for ${many(years, 'year')}` },
    },
    timesNominated === 0 && {
      urgency: null,
      weight: 5,
      clause: { vi: 'chưa từng được cử học chương trình này', en: 'never nominated for this course' },
    },
  ];
  return found.filter((reason) => reason !== null && reason !== false);
}

/** Whoever leaves their post soon has little left to use the class for, whatever else speaks for them. */
function soonRetired(facts: NomineeFacts, { rules }: Pick<Admission, 'rules'>, today: Day): Reason | null {
  const asked = rules.find(({ rule }) => rule === 'years_to_serve')?.parameters['atLeast'];
  const retirement = retiresOn(facts);
  if (ageByMonth(today, retirement) >= Number(asked ?? usualYearsToServe)) return null;
  return {
    urgency: null,
    weight: -50,
    clause: {
      vi: `đến tuổi nghỉ hưu ngày ${showDay(retirement)}`,
      en: `of retirement age on ${showDay(retirement)}`,
    },
  };
}

/** A course that belongs into the probation is the more urgent the sooner the probation ends. */
function probationEnding({ standing, joinedOn }: NomineeFacts, rules: Admission['rules'], today: Day): Reason | null {
  const rule = rules.find((one) => one.rule === 'inside_probation');
  if (!rule || standing !== 'probationary' || joinedOn === null) return null;
  const ends = addMonths(joinedOn, Number(rule.parameters['months']));
  const daysLeft = daysBetween(today, ends);
  if (daysLeft < 0) return null;
  return {
    urgency: 'must',
    weight: daysLeft <= 60 ? 90 : daysLeft <= 120 ? 60 : 30,
    clause: {
      vi: `hết thời gian dự bị ngày ${showDay(ends)}, còn ${daysLeft} ngày`,
      en: `probation ends on ${showDay(ends)}, in ${daysLeft} days`,
    },
  };
}
