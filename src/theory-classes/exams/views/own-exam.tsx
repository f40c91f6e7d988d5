import { PageHeader } from '../../../platform/pages/blocks';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { outcomeWords, showNumber } from '../exam';
import { examTitle } from '../exam-title';
import type { Candidate, ExamItem } from '../exams.queries';
import { examWords } from '../exams.words';
import { ExamFacts } from './exam-facts';

/** What somebody who sits it, or keeps watch, is told of it. */
export function OwnExam({ exam, own }: { readonly exam: ExamItem; readonly own: Candidate | null }) {
  const say = useWords(examWords);
  const locale = useLocale();
  // Of those who keep watch it names the reader alone.
  const watched = exam.rooms.find(({ roomId }) => roomId === exam.invigilators[0]?.roomId)?.name;
  const mine = own
    ? [
        { term: say.yourNumber, value: showNumber(own.number) },
        { term: say.yourRoom, value: own.roomName ?? say.noRoom },
        ...(own.outcome === null ? [] : [{ term: say.yourOutcome, value: outcomeWords[own.outcome][locale] }]),
      ]
    : [{ term: say.invigilators, value: say.yourWatch }, ...(watched ? [{ term: say.yourRoom, value: watched }] : [])];
  return (
    <>
      <PageHeader
        back={{ href: '/', label: say.ownDesk }}
        title={examTitle(exam, locale)}
        subtitle={`${exam.classCode} – ${exam.className}`}
      />
      <ExamFacts exam={exam} more={mine} />
    </>
  );
}
