import { showDay } from '../../platform/clock';
import type { BadAddress } from '../../platform/mailer/mail-addresses';
import { BadAddressNotice } from '../../platform/mailer/views/bad-address';
import { Badge } from '../../platform/pages/badges';
import { Card, DescriptionList, PageHeader } from '../../platform/pages/blocks';
import { LinkButton } from '../../platform/pages/forms';
import { Notice } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import type { CorrectionItem } from '../corrections/corrections.queries';
import { correctionWords } from '../corrections/corrections.words';
import { ReportedHere } from '../corrections/views/reported-here';
import type { FormerMembership, PersonItem } from '../people.queries';
import { peopleWords } from '../people.words';
import { postWords } from '../posts/posts.words';
import {
  educationWords,
  postRankWords,
  ratingWords,
  sexWords,
  standingWords,
  theoryLevelWords,
} from '../person.labels';

/** The facts of one person; what they learned has a page of its own. */
export function PersonPage({
  person,
  former,
  isListReader,
  mayKeep,
  badAddress,
  reported,
  isOwn,
}: {
  person: PersonItem;
  former: readonly FormerMembership[];
  isListReader: boolean;
  /** Whether the reader keeps the roster they are on. */
  mayKeep: boolean;
  /** The address mail comes back from. */
  badAddress: BadAddress | null;
  /** What they say is wrong here, for whoever may know. */
  reported: readonly CorrectionItem[];
  /** Whether it is the reader's own page. */
  isOwn: boolean;
}) {
  const say = useWords(peopleWords);
  const ofCorrections = useWords(correctionWords);
  const { id, fullName, unitName, leftOn } = person;
  return (
    <>
      <PageHeader
        title={fullName}
        subtitle={
          <>
            {unitName} {leftOn !== null && <Badge tone="warning" text={say.left(showDay(leftOn))} />}
          </>
        }
        back={isListReader ? { href: '/people', label: say.people } : undefined}
        actions={
          <>
            <LinkButton href={`/people/${id}/training-record`} label={say.trainingRecord} tone="primary" />
            {mayKeep && <LinkButton href={`/people/${id}/edit`} label={say.correct} />}
            {mayKeep && (
              <LinkButton href={`/people/${id}/move`} label={leftOn === null ? say.moveOrLeave : say.comeBack} />
            )}
            {isOwn && <LinkButton href="/correction-requests/new" label={ofCorrections.report} />}
            {isOwn && <LinkButton href="/me/contacts" label={say.ownContacts} />}
          </>
        }
      />
      <BadAddressNotice bad={badAddress} isOwn={isOwn} />
      <ReportedHere requests={reported} />
      {person.keyByPost !== null && person.keyByPost !== person.keyCadre && (
        <AtOdds person={person} mayKeep={mayKeep} />
      )}
      <AtWork {...{ person, isListReader }} />
      <InTheParty person={person} />
      <Learning person={person} />
      <Personal person={person} />
      {former.length > 0 && (
        <Card title={say.formerUnits}>
          <ul>
            {former.map(({ unitName, position, leftOn: until }) => (
              <li>{[unitName, position, say.until(showDay(until))].filter(Boolean).join(' · ')}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

/** The roster says another thing of being a key cadre than the post. */
function AtOdds({ person: { id, keyCadre }, mayKeep }: { person: PersonItem; mayKeep: boolean }) {
  const say = useWords(postWords);
  return (
    <Notice tone="warning" heading={keyCadre ? say.marked : say.unmarked}>
      <p>
        {say.postCounts} {mayKeep && <a href={`/people/${id}/edit`}>{say.correct}</a>}
      </p>
    </Notice>
  );
}

const shown = (day: string | null) => day && showDay(day);

function AtWork({ person, isListReader }: { person: PersonItem; isListReader: boolean }) {
  const say = useWords(peopleWords);
  const { code, unitName, position, isKeyCadre, planned, plannedPost, postSince } = person;
  return (
    <Card title={say.atWork}>
      <DescriptionList
        items={[
          { term: say.code, value: code },
          { term: say.unit, value: unitName },
          { term: say.positionInFull, value: position },
          { term: useWords(postWords).byCatalogue, value: <PostsHeld {...{ person, isListReader }} /> },
          { term: say.keyCadre, value: isKeyCadre ? say.yes : say.no },
          { term: say.postSince, value: shown(postSince) },
          { term: say.planned, value: planned ? (plannedPost ?? say.yes) : say.no },
        ]}
      />
    </Card>
  );
}

/** What the catalogue takes their posts for, with the rank of each; it is open to whoever reads the list of people. */
function PostsHeld({
  person: { post, partyPost, position },
  isListReader,
}: {
  person: PersonItem;
  isListReader: boolean;
}) {
  const say = useWords(postWords);
  const ranks = useWords(postRankWords);
  const locale = useLocale();
  const held = [post, partyPost].filter((one) => one !== null);
  return (
    <>
      {held.map((one) => (
        <div>
          {isListReader ? <a href={`/posts/${one.id}`}>{one[locale]}</a> : one[locale]} (
          {ranks[one.rank].toLocaleLowerCase(locale)})
        </div>
      ))}
      {position !== null && post === null && <div>{say.notKnown}</div>}
    </>
  );
}

function InTheParty({ person: { standing, cell, partyPosition, joinedOn, officialOn } }: { person: PersonItem }) {
  const say = useWords(peopleWords);
  const ofStanding = useWords(standingWords);
  return (
    <Card title={say.inTheParty}>
      <DescriptionList
        items={[
          { term: say.standing, value: ofStanding[standing] },
          { term: say.cell, value: cell },
          { term: say.partyPosition, value: partyPosition },
          { term: say.joinedOn, value: shown(joinedOn) },
          { term: say.officialOn, value: shown(officialOn) },
        ]}
      />
    </Card>
  );
}

function Learning({ person: { education, theoryLevel, theoryLevelEarned, ratings: byYear } }: { person: PersonItem }) {
  const say = useWords(peopleWords);
  const ofEducation = useWords(educationWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const ofRating = useWords(ratingWords);
  const isEarnedHere = theoryLevelEarned === theoryLevel;
  return (
    <Card title={say.learning}>
      <DescriptionList
        items={[
          { term: say.education, value: ofEducation[education] },
          {
            term: say.theoryLevelInFull,
            value: isEarnedHere ? `${ofTheoryLevel[theoryLevel]} (${say.earnedHere})` : ofTheoryLevel[theoryLevel],
          },
          {
            term: say.ratings,
            value: Object.entries(byYear)
              .sort(([a], [b]) => b.localeCompare(a))
              .map(([year, rating]) => <div>{say.ratingOf(year, ofRating[rating])}</div>),
          },
        ]}
      />
    </Card>
  );
}

function Personal({ person: { sex, birthDate, phone, email } }: { person: PersonItem }) {
  const say = useWords(peopleWords);
  const ofSex = useWords(sexWords);
  return (
    <Card title={say.personal}>
      <DescriptionList
        items={[
          { term: say.birthDate, value: showDay(birthDate) },
          { term: say.sex, value: ofSex[sex] },
          { term: say.phone, value: phone && <a href={`tel:${phone}`}>{phone}</a> },
          { term: say.email, value: email && <a href={`mailto:${email}`}>{email}</a> },
        ]}
      />
    </Card>
  );
}
