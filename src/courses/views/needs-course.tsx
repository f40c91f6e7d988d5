import { Notice } from '../../platform/pages/notices';
import { useWords } from '../../platform/pages/page-context';
import { courseWords } from '../courses.words';

/** Above a form that asks for a course, while there is none to choose. */
export function NeedsCourse({ courses }: { courses: readonly unknown[] }) {
  const say = useWords(courseWords);
  if (courses.length > 0) return null;
  return (
    <Notice tone="warning" heading={say.noCourses}>
      <p>
        <a href="/courses">{say.loadThemFirst}</a>
      </p>
    </Notice>
  );
}
