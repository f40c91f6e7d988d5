import type { CompletionCounts } from '../completions/completions.queries';
import { gradeWords } from '../training-records/training-record.labels';
import type { Award } from '../courses/course.entity';
import { attachedTo, type DecisionFacts, decisionPaper } from './decision-parts';
import { lowerFirst } from './opening-paper';
import type { Paper, PaperPart } from './paper';
import { signerOf } from './paper';
import { calledOn, classDays, classTitle, peopleColumns, peopleTable, title, unitLine } from './paper-parts';
import type { PrintedPerson } from './printouts.queries';
import type { PrintedResult, Results } from './results.queries';

export interface SummaryFacts extends DecisionFacts {
  readonly results: Results;
  /** Of the whole class, even when one unit is printed. */
  readonly counts: CompletionCounts;
}

/** Quyết định công nhận kết quả: who completed, with grade and number, and who did not, with the reason. */
export function summaryPaper(facts: SummaryFacts): Paper {
  const { item, counts, letterhead, people, results } = facts;
  const named = classTitle(item);
  const called = calledOn(people);
  const judged = people.flatMap((person) => {
    const result = results.get(person.enrollmentId);
    return result ? [{ person, result }] : [];
  });
  return decisionPaper(facts, {
    title: 'Quyết định công nhận kết quả',
    about: `về việc công nhận kết quả ${lowerFirst(named)}`,
    grounds: [`Căn cứ kết quả học tập và rèn luyện của học viên ${lowerFirst(named)}`],
    articles: [
      `Công nhận ${counts.completed} ${called} hoàn thành ${lowerFirst(named)}, chương trình ${item.courseName}, tổ chức ${classDays(item)} (có danh sách kèm theo)${notCompleted(counts, called)}.`,
      awards[item.award](called),
      `Văn phòng Đảng ủy, các tổ chức cơ sở đảng có liên quan và các ${called} có tên trong danh sách chịu trách nhiệm thi hành Quyết định này. Quyết định có hiệu lực kể từ ngày ký.`,
    ],
    list: [
      title('Danh sách kết quả học tập', named, attachedTo(facts), unitLine(facts)),
      ...listOf(
        'I. Hoàn thành',
        called,
        judged.filter(({ result }) => result.completed),
        (ofPerson) => completedTable(ofPerson, item.award),
      ),
      ...listOf(
        'II. Chưa hoàn thành',
        called,
        judged.filter(({ result }) => !result.completed),
        notCompletedTable,
      ),
      { kind: 'signatures', right: signerOf(letterhead) },
    ],
  });
}

interface Judged {
  readonly person: PrintedPerson;
  readonly result: PrintedResult;
}

const awards: Readonly<Record<Award, (called: string) => string>> = {
  certificate: (called) => `Các ${called} hoàn thành chương trình được cấp giấy chứng nhận theo quy định.`,
  diploma: (called) => `Các ${called} hoàn thành chương trình được nhà trường xét, cấp bằng tốt nghiệp theo quy định.`,
  none: (called) => `Kết quả được ghi vào quá trình đào tạo, bồi dưỡng của từng ${called}.`,
};

const notCompleted = ({ notCompleted: count }: CompletionCounts, called: string) =>
  count > 0 ? `; ${count} ${called} chưa hoàn thành chương trình` : '';

function listOf(
  heading: string,
  called: string,
  judged: readonly Judged[],
  table: (judged: readonly Judged[]) => PaperPart,
): PaperPart[] {
  const counted: PaperPart = { kind: 'text', look: 'list', text: `${heading}: ${judged.length} ${called}` };
  return judged.length > 0 ? [counted, table(judged)] : [counted];
}

function completedTable(judged: readonly Judged[], award: Award): PaperPart {
  const { number, name, born, unit } = peopleColumns;
  const resultOf = resultsIn(judged);
  const grade = {
    label: 'Xếp loại',
    width: 46,
    characters: 14,
    isCentred: true,
    of: (person: PrintedPerson) => {
      const given = resultOf(person).grade;
      return given && gradeWords.vi[given];
    },
  };
  const numbered = {
    label: award === 'diploma' ? 'Số bằng' : 'Số giấy chứng nhận',
    width: 100,
    characters: 22,
    isCentred: true,
    of: (person: PrintedPerson) => resultOf(person).awardNumber,
  };
  const columns = [number, name, born, unit, grade, ...(award === 'none' ? [] : [numbered])];
  return peopleTable(columns, peopleOf(judged));
}

function notCompletedTable(judged: readonly Judged[]): PaperPart {
  const { number, name, born, unit } = peopleColumns;
  const resultOf = resultsIn(judged);
  const reasons = {
    label: 'Lý do',
    width: 148,
    characters: 36,
    of: (person: PrintedPerson) =>
      resultOf(person)
        .reasons.filter(({ ok, severity }) => !ok && severity === 'block')
        .map(({ sentence }) => sentence.vi)
        .join(' '),
  };
  return peopleTable([number, name, born, unit, reasons], peopleOf(judged));
}

const peopleOf = (judged: readonly Judged[]) => judged.map(({ person }) => person);

function resultsIn(judged: readonly Judged[]): (person: PrintedPerson) => PrintedResult {
  const byEnrollment = new Map(judged.map(({ result }) => [result.enrollmentId, result]));
  return ({ enrollmentId }) => byEnrollment.get(enrollmentId)!;
}
