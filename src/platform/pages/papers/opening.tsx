import { useWords } from '../page-context';
import { pageWords } from '../words';

/** What a report says before its tables, each as one whole sentence. */
export interface OpeningSentences {
  readonly happened: string;
  readonly standsOut: string;
  /** What can be done about it, and where; no address where there is nothing to do. */
  readonly toDo: { readonly sentence: string; readonly href?: string };
}

/** Three sentences at the head of a report, for who reads no further. */
export function Opening({ happened, standsOut, toDo }: OpeningSentences) {
  const say = useWords(pageWords);
  return (
    <section class="opening" aria-label={say.inThreeSentences}>
      <p>{happened}</p>
      <p>{standsOut}</p>
      <p>{toDo.href ? <a href={toDo.href}>{toDo.sentence}</a> : toDo.sentence}</p>
    </section>
  );
}
