import { useWords } from '../../../platform/pages/page-context';
import type { Passed } from '../passages.service';
import { carriedWords } from '../passages.words';

/** What comes along with people who change classes as part of theirs. */
export function WhatIsCarried({ carried }: { carried: Passed }) {
  const say = useWords(carriedWords);
  const { seats, open } = carried;
  const facts = (['attendance', 'marks', 'leave', 'essays', 'permissions', 'visits', 'exams'] as const).flatMap(
    (what) => (carried[what] > 0 ? [say[what](carried[what])] : []),
  );
  return <>{say.carried([say.nominations(seats, open), ...facts])}</>;
}
