import { theoryLevelWords } from '../../people/person.labels';
import type { TheoryLevel } from '../../people/person.values';
import { type Day, showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { StatCards } from '../../platform/pages/blocks';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import { gradeWords } from '../training-record.labels';
import type { TrainingRecordItem } from '../training-records.queries';
import { trainingRecordWords } from '../training-records.words';
import { type Validity, validityOn } from '../validity';

interface Props {
  readonly theoryLevel: TheoryLevel;
  readonly records: readonly TrainingRecordItem[];
  readonly today: Day;
  readonly isMine: boolean;
}

/** In this order: where one stands, what one holds, what one completed. Each part can stand on a page by itself. */
export function TrainingRecordSections(props: Props) {
  return (
    <>
      <AtAGlance {...props} />
      <Awards {...props} />
      <CompletedClasses {...props} />
    </>
  );
}

export function AtAGlance({ theoryLevel, records, today }: Omit<Props, 'isMine'>) {
  const say = useWords(trainingRecordWords);
  const ofTheoryLevel = useWords(theoryLevelWords);
  const holding = awardsOf(records).filter(({ validUntil }) => validityOn(validUntil, today) !== 'ended');
  return (
    <StatCards
      label={say.atAGlance}
      cards={[
        { label: say.theoryLevel, value: ofTheoryLevel[theoryLevel] },
        { label: say.completedClasses, value: records.length },
        { label: say.awardsInForce, value: holding.length },
      ]}
    />
  );
}

export function Awards({ records, today }: Pick<Props, 'records' | 'today'>) {
  const say = useWords(trainingRecordWords);
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
            cell: ({ award, awardNumber }) =>
              awardNumber ?? (award === 'diploma' ? say.noNumberYet : say.noCertificateNumber),
          },
          { label: say.validity, cell: ({ validUntil }) => <AwardValidity validUntil={validUntil} today={today} /> },
        ]}
        rows={awardsOf(records)}
        empty={{ title: say.noAwards, next: say.noAwardsNext }}
      />
    </section>
  );
}

const tones: Readonly<Record<Validity, Tone>> = {
  lasting: 'success',
  in_force: 'success',
  ends_soon: 'warning',
  ended: 'danger',
};

function AwardValidity({ validUntil, today }: { validUntil: Day | null; today: Day }) {
  const say = useWords(trainingRecordWords);
  const validity = validityOn(validUntil, today);
  const text = validUntil === null || validity === 'lasting' ? say.lasting : say[validity](showDay(validUntil));
  return <Badge tone={tones[validity]} text={text} />;
}

export function CompletedClasses({ records, isMine }: Pick<Props, 'records' | 'isMine'>) {
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
        ]}
        rows={records}
        empty={{ title: say.nothingYet, next: isMine ? say.nothingYetMine : say.nothingYetOf }}
      />
    </section>
  );
}

function awardsOf(records: readonly TrainingRecordItem[]): readonly TrainingRecordItem[] {
  return records.filter(({ award, awardNumber }) => award !== 'none' || awardNumber !== null);
}

/** The name it bore on the day; in English, where the ledger has no name, the one it has today. */
function useCourseName() {
  const locale = useLocale();
  return ({ courseName, courseNameEn }: TrainingRecordItem) => (locale === 'vi' ? courseName : courseNameEn);
}
