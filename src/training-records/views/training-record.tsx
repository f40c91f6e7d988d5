import { theoryLevelWords } from '../../people/person.labels';
import type { TheoryLevel } from '../../people/person.values';
import { type Day, showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { StatCards } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { sourceOfLevel } from '../theory-level-source';
import { gradeWords, recordKindWords } from '../training-record.labels';
import type { TrainingRecordItem } from '../training-records.queries';
import { awardInWords, sourceSentence, trainingRecordWords, validitySentence } from '../training-records.words';
import { type AwardFacts, isHeld, type Validity, validityOn } from '../validity';

interface Props {
  readonly theoryLevel: TheoryLevel;
  readonly records: readonly TrainingRecordItem[];
  readonly today: Day;
  readonly isMine: boolean;
  /** Whether the reader may correct lines, not only look at them. */
  readonly mayCorrect: boolean;
}

/** In this order: where one stands, what one holds, what one completed. Each part can stand on a page by itself. */
export function TrainingRecordSections(props: Props) {
  return (
    <>
      <AtAGlance {...props} />
      <Awards {...props} />
      <CompletedClasses {...props} />
      <Documents {...props} />
    </>
  );
}

function AtAGlance({ theoryLevel, records, today }: Pick<Props, 'theoryLevel' | 'records' | 'today'>) {
  const locale = useLocale();
  const say = useWords(trainingRecordWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const holding = awardsOf(records).filter((award) => isHeld(award, today));
  return (
    <StatCards
      label={say.atAGlance}
      cards={[
        {
          label: say.theoryLevel,
          value: ofTheoryLevel[theoryLevel],
          ...(theoryLevel === 'none' ? {} : { hint: sourceSentence(sourceOfLevel(theoryLevel, records))[locale] }),
        },
        { label: say.completedClasses, value: records.filter(isOfClass).length },
        { label: say.awardsInForce, value: holding.length },
      ]}
    />
  );
}

function Awards({ records, today }: Pick<Props, 'records' | 'today'>) {
  const say = useWords(trainingRecordWords);
  const locale = useLocale();
  const courseName = useCourseName();
  return (
    <section>
      <h2>{say.awards}</h2>
      <Table
        caption={say.awards}
        hidesCaption
        columns={[
          { label: say.course, isRowName: true, cell: courseName },
          { label: say.award, cell: ({ award }) => (award === 'diploma' ? say.diploma : say.certificate) },
          {
            label: say.number,
            cell: (line) =>
              line.awardRevokedOn
                ? null
                : (awardInWords(line, locale) ??
                  (line.award === 'diploma' ? say.noNumberYet : say.noCertificateNumber)),
          },
          { label: say.validity, cell: (award) => <AwardValidity award={award} today={today} /> },
        ]}
        rows={awardsOf(records)}
        empty={{ title: say.noAwards, next: say.noAwardsNext }}
      />
    </section>
  );
}

const tones: Readonly<Record<Validity, Tone>> = {
  not_given: 'neutral',
  revoked: 'danger',
  lasting: 'success',
  in_force: 'success',
  ends_soon: 'warning',
  ended: 'danger',
};

function AwardValidity({ award, today }: { award: AwardFacts; today: Day }) {
  return <Badge tone={tones[validityOn(award, today)]} text={validitySentence(award, today, useLocale())} />;
}

function CompletedClasses({ records, isMine, mayCorrect }: Pick<Props, 'records' | 'isMine' | 'mayCorrect'>) {
  const say = useWords(trainingRecordWords);
  const ofGrade = useWords(gradeWords);
  const courseName = useCourseName();
  return (
    <section>
      <h2>{say.completedClasses}</h2>
      <Table
        caption={say.completedClasses}
        hidesCaption
        columns={[
          { label: say.course, isRowName: true, cell: courseName },
          { label: say.class, cell: ({ className }) => className },
          { label: say.when, cell: ({ startedOn, endedOn }) => say.fromTo(showDay(startedOn), showDay(endedOn)) },
          { label: say.grade, cell: ({ grade }) => (grade ? ofGrade[grade] : say.ungraded) },
          {
            label: say.unitThen,
            cell: ({ unitName, position }) => [position, unitName].filter(Boolean).join(', '),
          },
          { label: say.history, hidesLabel: true, cell: (line) => <LineLink line={line} mayCorrect={mayCorrect} /> },
        ]}
        rows={records.filter(isOfClass)}
        empty={{ title: say.nothingYet, next: isMine ? say.nothingYetMine : say.nothingYetOf }}
      />
    </section>
  );
}

/** What the office entered; nothing is said where there is none. */
function Documents({ records, mayCorrect }: Pick<Props, 'records' | 'mayCorrect'>) {
  const say = useWords(trainingRecordWords);
  const kinds = useWords(recordKindWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const entered = records.filter((record) => !isOfClass(record));
  if (entered.length === 0) return null;
  return (
    <section>
      <h2>{say.documents}</h2>
      <Table
        caption={say.documents}
        hidesCaption
        columns={[
          { label: say.document, isRowName: true, cell: ({ kind }) => kinds[kind] },
          { label: say.theoryLevel, cell: ({ theoryLevel }) => theoryLevel && ofTheoryLevel[theoryLevel] },
          { label: say.number, cell: ({ awardNumber }) => awardNumber },
          { label: say.issuedOn, cell: ({ issuedOn }) => issuedOn && showDay(issuedOn) },
          { label: say.issuedBy, cell: ({ issuedBy }) => issuedBy },
          { label: say.history, hidesLabel: true, cell: (line) => <LineLink line={line} mayCorrect={mayCorrect} /> },
        ]}
        rows={entered}
        empty={{ title: say.noAwards }}
      />
    </section>
  );
}

function LineLink({ line, mayCorrect }: { line: TrainingRecordItem; mayCorrect: boolean }) {
  const say = useWords(trainingRecordWords);
  if (!mayCorrect && line.supersedesId === null) return null;
  return (
    <a href={`/training-records/${line.id}`}>
      {mayCorrect ? say.historyOrCorrect : say.history}
      <span class="visually-hidden">: {line.courseName}</span>
    </a>
  );
}

/** Of a class, be it one of this service or an earlier one whose certificate was entered. */
const isOfClass = ({ courseId }: TrainingRecordItem) => courseId !== null;

function awardsOf(records: readonly TrainingRecordItem[]): readonly TrainingRecordItem[] {
  return records.filter(
    (record) =>
      isOfClass(record) && (record.award !== 'none' || record.awardNumber !== null || record.awardRevokedOn !== null),
  );
}

/** The name it bore on the day; in English, where the ledger has no name, the one it has today. */
function useCourseName() {
  const locale = useLocale();
  return ({ courseName, courseNameEn }: TrainingRecordItem) =>
    locale === 'vi' ? courseName : (courseNameEn ?? courseName);
}
