import { showDay, showMoment } from '../../platform/clock';
import { Reading } from '../../platform/imports/views/reading';
import { TrialOutcome } from '../../platform/imports/views/trial-outcome';
import { Badge, type Tone } from '../../platform/pages/badges';
import { PageHeader, StatCards } from '../../platform/pages/blocks';
import { TextField } from '../../platform/pages/fields';
import type { FormValues } from '../../platform/pages/form-scope';
import { ActionButton, Form, SubmitButton } from '../../platform/pages/forms';
import { linkTo } from '../../platform/pages/links';
import { Pager } from '../../platform/pages/lists';
import { Notice, Problem } from '../../platform/pages/notices';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { Refusal } from '../../platform/problems/refusal';
import {
  type CertificateVerdict,
  certificateVerdicts,
  type ComparedCertificate,
  heldFor,
} from '../certificate-comparison';
import type { CertificateImportItem } from '../certificate-imports.queries';
import { certificateImportWords } from '../certificate-imports.words';
import { CertificateImportState } from './certificate-imports';

interface Props {
  readonly item: CertificateImportItem;
  /** The kind of rows shown; all when not told. */
  readonly verdict: CertificateVerdict | undefined;
  readonly rows: PageOf<ComparedCertificate>;
  readonly typed: FormValues;
  readonly refusal: Refusal | null;
  readonly isFirstPage: boolean;
}

const tones: Readonly<Record<CertificateVerdict, Tone>> = { new: 'info', same: 'neutral', refused: 'danger' };

/** A sheet of certificates: what it would enter, and the one button that does it. */
export function CertificateImportPage({ item, verdict, rows, typed, refusal, isFirstPage }: Props) {
  const say = useWords(certificateImportWords);
  const path = `/certificate-imports/${item.id}`;
  return (
    <>
      <PageHeader
        back={{ href: '/certificate-imports', label: say.title }}
        title={item.fileName}
        subtitle={
          <>
            {item.unitName} · {showMoment(item.uploadedAt)} · {item.uploadedByName} ·{' '}
            <CertificateImportState state={item.state} />
          </>
        }
      />
      <Problem refusal={refusal} />
      <Reading read={item} action={item.appliedAt ? null : `${path}/readings`} refusal={refusal} />
      <NextStep item={item} typed={typed} refusal={refusal} />
      <StatCards
        label={say.outcome}
        cards={certificateVerdicts.map((one) => ({
          label: say[one],
          value: item.summary[one],
          href: `${linkTo(path, { verdict: one })}#rows`,
          tone: item.summary[one] > 0 ? tones[one] : 'neutral',
        }))}
      />
      <section id="rows">
        <Table
          caption={verdict ? say[verdict] : say.outcome}
          rows={rows.items}
          columns={[
            {
              label: say.row,
              isNumber: true,
              cell: ({ rowNumber, sheet }) => (sheet ? `${sheet}, ${rowNumber}` : rowNumber),
            },
            { label: say.name, isRowName: true, cell: (row) => <Named row={row} /> },
            { label: say.unit, cell: ({ unitName }) => unitName },
            { label: say.certificate, cell: (row) => <Said row={row} /> },
            { label: say.verdict, cell: (row) => <Badge tone={tones[row.verdict]} text={say[row.verdict]} /> },
          ]}
          empty={{ title: say.noRows }}
        />
        <Pager path={path} query={{ verdict }} next={rows.next} isFirstPage={isFirstPage} />
      </section>
    </>
  );
}

function Named({ row: { fullName, personId } }: { readonly row: ComparedCertificate }) {
  return personId ? <a href={`/people/${personId}/training-record`}>{fullName}</a> : <>{fullName}</>;
}

function NextStep({
  item: { id, state, appliedAt, reversedAt, summary },
  typed,
  refusal,
}: Pick<Props, 'item' | 'typed' | 'refusal'>) {
  const say = useWords(certificateImportWords);
  if (state === 'reversed')
    return (
      <Notice tone="info">
        <p>{say.takenBackAt(showMoment(reversedAt!))}</p>
      </Notice>
    );
  if (state === 'applied')
    return (
      <Notice tone="success">
        <p>{say.enteredAt(showMoment(appliedAt!))}</p>
        <ActionButton
          action={`/certificate-imports/${id}/reversal`}
          label={say.takeBack}
          tone="danger"
          confirm={say.takeBackWhat}
          values={typed}
          errors={refusal?.fields ?? []}
        >
          <TextField name="reason" label={say.reason} maxLength={500} required />
        </ActionButton>
      </Notice>
    );
  return (
    <TrialOutcome say={say} changes={summary.new} summary={summary} hint={say.applyNext(summary.new)}>
      <Form action={`/certificate-imports/${id}/application`}>
        <SubmitButton label={say.apply} />
      </Form>
    </TrialOutcome>
  );
}

function Said({ row: { certificate, courseName, problems } }: { readonly row: ComparedCertificate }) {
  const locale = useLocale();
  return (
    <>
      {problems.map(({ message }) => (
        <div>{message[locale]}</div>
      ))}
      {certificate && (
        <>
          <div>{courseName}</div>
          <div>
            {certificate.number}, {showDay(certificate.issuedOn)}, {certificate.issuedBy};{' '}
            {heldFor(certificate)[locale]}
          </div>
        </>
      )}
    </>
  );
}
