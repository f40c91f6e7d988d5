import { linkTo, type Query } from '../links';
import { useWords } from '../page-context';
import { pageWords } from '../words';

const kinds = [
  ['pdf', 'PDF'],
  ['xlsx', 'Excel'],
  ['docx', 'Word'],
] as const;

/** One paper as each of the three kinds of file. @param title which paper, for whoever hears the links one by one */
export function PaperLinks({ path, query = {}, title }: { path: string; query?: Query; title: string }) {
  const say = useWords(pageWords);
  return (
    <span class="paper-links" role="group" aria-label={say.paperAs(title)}>
      {kinds.map(([format, label]) => (
        <a class="btn" href={linkTo(path, { ...query, format })} aria-label={`${title}: ${label}`}>
          {label}
        </a>
      ))}
    </span>
  );
}
