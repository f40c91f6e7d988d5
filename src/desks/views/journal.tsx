import type { ComponentChildren } from 'preact';
import { showMoment } from '../../platform/clock';
import { sayAction } from '../../platform/journal/actions';
import type { JournalItem } from '../../platform/journal/journal.queries';
import type { JournalPageRequest } from '../../platform/journal/journal.requests';
import { Card, EmptyState, PageHeader } from '../../platform/pages/blocks';
import { SelectField } from '../../platform/pages/choices';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { PageOf } from '../../platform/paging';
import { detailOf } from '../journal-details';
import type { NamesById } from '../journal-names.queries';
import { actionGroups, journalWords, serviceNames } from '../journal.words';

export function JournalLines({
  list,
  names,
  filter: { cursor, action, classId, subjectId },
}: {
  list: PageOf<JournalItem>;
  names: NamesById;
  filter: JournalPageRequest;
}) {
  const locale = useLocale();
  const say = useWords(journalWords);
  const query = { action, classId, subjectId };
  const about = names.get(subjectId ?? classId ?? '');
  const ofOne = classId || subjectId ? (about ?? say.ofOne) : say.subtitle;
  return (
    <>
      <PageHeader title={say.title} subtitle={ofOne} />
      <Filters action="/journal" values={query} hidden={{ classId, subjectId }}>
        <SelectField
          name="action"
          label={say.group}
          blank={say.all}
          choices={Object.entries(actionGroups[locale]).map(([value, label]) => ({ value, label }))}
        />
      </Filters>
      {list.items.length === 0 ? (
        <EmptyState title={say.none} next={say.noneNext} />
      ) : (
        <Card>
          <ol class="history">
            {list.items.map((line) => (
              <Line line={line} names={names} />
            ))}
          </ol>
        </Card>
      )}
      <Pager path="/journal" query={query} next={list.next} isFirstPage={cursor === undefined} />
    </>
  );
}

/** One line as a sentence: who did what to whom, and why, and when. */
function Line({ line, names }: { line: JournalItem; names: NamesById }) {
  const locale = useLocale();
  const say = useWords(journalWords);
  const { at, actorName, action, reason } = line;
  const services: Readonly<Record<string, string>> = serviceNames[locale];
  const things = thingsOf(line, names);
  const more = detailOf(line, locale);
  return (
    <li>
      <div class="history-what">
        <strong>{services[actorName] ?? actorName}</strong> {sayAction(action, locale)}
        {things.map((thing, index) => (
          <>
            {index === 0 ? ': ' : ', '}
            {thing}
          </>
        ))}
        {more && ` (${more})`}.
      </div>
      {reason && (
        <div class="history-reason">
          {say.reason} {reason}
        </div>
      )}
      <div class="history-when">
        <time dateTime={at.toISOString()}>{showMoment(at)}</time>
      </div>
    </li>
  );
}

/** What the line is about, each thing once, with a link where it has a page. */
function thingsOf(
  { actorName, subjectType, subjectId, personId, classId, unitId }: JournalItem,
  names: NamesById,
): ComponentChildren[] {
  // Whoever signs in is the account that signed in: not said twice.
  const isNamedAlready = [personId, classId, unitId].includes(subjectId) || names.get(subjectId) === actorName;
  const person = personId && names.get(personId);
  const inClass = classId && names.get(classId);
  return [
    isNamedAlready ? undefined : names.get(subjectId),
    person && <a href={subjectType === 'nomination' ? `/nominations/${subjectId}` : `/people/${personId}`}>{person}</a>,
    inClass && <a href={`/classes/${classId}`}>{inClass}</a>,
    unitId && names.get(unitId),
  ].filter(Boolean);
}
