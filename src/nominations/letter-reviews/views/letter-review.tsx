import { codedName } from '../../../classes/coded-name';
import type { ClassItem } from '../../../classes/classes.queries';
import { type Day, showDay } from '../../../platform/clock';
import { Card, EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { ChoiceField } from '../../../platform/pages/choices';
import { DayField, TextField } from '../../../platform/pages/fields';
import type { FormValues } from '../../../platform/pages/form-scope';
import { Form, LinkButton, SaveBar, SubmitButton } from '../../../platform/pages/forms';
import type { Query } from '../../../platform/pages/links';
import { Problem } from '../../../platform/pages/notices';
import { useWords } from '../../../platform/pages/page-context';
import { Table } from '../../../platform/pages/tables';
import type { Refusal } from '../../../platform/problems/refusal';
import type { ScanItem } from '../../../scans/scans.queries';
import { scansPath } from '../../../scans/views/scans-link';
import type { NominationItem } from '../../nominations.queries';
import { nominationWords } from '../../nominations.words';
import { ChecksInShort } from '../../views/checks';
import { RefusedRows, type RefusedRow } from '../../views/review-outcome';
import { Place, State } from '../../views/nomination-state';
import { letterChoices } from '../letter-decisions';
import { letterReviewWords } from '../letter-reviews.words';
import type { LetterInClass, PlaceInQueue } from '../waiting-letters.queries';
import { letterAnchor, letterPath, queuePath } from './letter-paths';

interface Props {
  readonly letter: LetterInClass & { readonly number: string; readonly date: Day };
  readonly item: ClassItem;
  /** Of whom the reader decides. */
  readonly open: readonly NominationItem[];
  readonly others: readonly NominationItem[];
  readonly scans: readonly ScanItem[];
  readonly place: PlaceInQueue;
  readonly query: Query;
  readonly values: FormValues;
  readonly refusal: Refusal | null;
  readonly refused: readonly RefusedRow[];
}

const formId = 'letter';

export function LetterReview(props: Props) {
  const { letter, item, open, others, place, query, refusal, refused } = props;
  const say = useWords(letterReviewWords);
  const { unitName } = [...open, ...others][0]!;
  return (
    <>
      <PageHeader
        back={{ href: `${queuePath(query)}#${letterAnchor(letter)}`, label: say.queue }}
        title={say.numbered(letter.number, showDay(letter.date))}
        subtitle={
          <>
            {unitName} · <a href={`/classes/${item.id}/nominations`}>{codedName(item)}</a> ·{' '}
            {open.length > 0 ? say.nth(place.before + 1, place.waiting) : say.left(place.waiting)}
          </>
        }
        actions={<Neighbours place={place} query={query} />}
      />
      <Problem refusal={refusal} formId={formId} />
      <RefusedRows refused={refused} />
      <Scans {...props} />
      {open.length > 0 ? (
        <Decisions {...props} />
      ) : (
        <EmptyState title={say.allDecided} next={place.waiting > 0 ? say.allDecidedNext : say.noneNext} />
      )}
      {others.length > 0 && <Others {...props} />}
    </>
  );
}

function Neighbours({ place: { previous, next }, query }: Pick<Props, 'place' | 'query'>) {
  const say = useWords(letterReviewWords);
  return (
    <>
      {previous && <LinkButton href={letterPath(previous, query)} label={say.previous} />}
      {next && <LinkButton href={letterPath(next, query)} label={say.next} />}
    </>
  );
}

function Scans({ letter, scans }: Pick<Props, 'letter' | 'scans'>) {
  const say = useWords(letterReviewWords);
  const path = scansPath('unit_letter', letter.paperId);
  return (
    <Card title={say.scan}>
      {scans.length === 0 ? (
        <p>
          {say.noScanYet} <a href={path}>{say.addScan}</a>
        </p>
      ) : (
        <ul>
          {scans.map(({ id, fileName }) => (
            <li>
              <a href={`/api/v1/scans/${id}/file`}>{fileName}</a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Decisions({ letter, open, query, values, refusal, item }: Props) {
  const say = useWords(letterReviewWords);
  const { place, admission } = useWords(nominationWords);
  return (
    <Form id={formId} action={letterPath(letter, query)} values={values} errors={refusal?.fields}>
      <Card title={say.listed(open.length)}>
        <Table
          caption={say.list}
          hidesCaption
          isLong
          rows={open}
          empty={{ title: say.allDecided }}
          columns={[
            { label: say.name, isRowName: true, cell: (nomination) => <Nominee nomination={nomination} /> },
            { label: place, cell: (nomination) => <Place nomination={nomination} /> },
            {
              label: admission,
              cell: ({ checks }) => <ChecksInShort checks={checks} />,
              hasOwnLines: ({ checks }) => checks.some(({ outcome }) => outcome !== 'pass'),
            },
            {
              label: say.decision,
              hidesLabel: true,
              hasOwnLines: () => true,
              cell: ({ id, fullName }) => (
                <div class="row-decision">
                  <ChoiceField
                    name={`decision.${id}`}
                    label={say.decisionOn(fullName)}
                    hidesLabel
                    isInline
                    choices={letterChoices.map((choice) => ({ value: choice, label: say[choice] }))}
                  />
                  <div class="row-reason">
                    <TextField name={`reason.${id}`} label={say.reasonOf(fullName)} maxLength={500} />
                  </div>
                </div>
              ),
            },
          ]}
        />
        <div class="when-returned">
          <DayField name="correctBy" label={say.correctBy} max={item.closesOn} />
        </div>
      </Card>
      <SaveBar>
        <p>{say.decideWhat}</p>
        <SubmitButton label={say.decide} />
      </SaveBar>
    </Form>
  );
}

function Nominee({ nomination: { id, fullName, position } }: { nomination: NominationItem }) {
  return (
    <>
      <a href={`/nominations/${id}`}>{fullName}</a>
      {position && <small class="choice-hint row-note">{position}</small>}
    </>
  );
}

function Others({ others }: Pick<Props, 'others'>) {
  const say = useWords(letterReviewWords);
  const { state } = useWords(nominationWords);
  return (
    <Card title={say.others}>
      <p class="quiet">{say.othersWhat}</p>
      <Table
        caption={say.others}
        hidesCaption
        isLong
        rows={others}
        empty={{ title: say.allDecided }}
        columns={[
          { label: say.name, isRowName: true, cell: (nomination) => <Nominee nomination={nomination} /> },
          { label: state, cell: (nomination) => <State nomination={nomination} /> },
        ]}
      />
    </Card>
  );
}
