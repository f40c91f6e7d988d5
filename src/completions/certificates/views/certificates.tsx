import { showDay } from '../../../platform/clock';
import { Badge, type Tone } from '../../../platform/pages/badges';
import { PageHeader } from '../../../platform/pages/blocks';
import { choicesOf, SelectField } from '../../../platform/pages/choices';
import { TextField } from '../../../platform/pages/fields';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo, type Query } from '../../../platform/pages/links';
import { Filters, Pager } from '../../../platform/pages/lists';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { PaperLinks } from '../../../platform/pages/papers/paper-links';
import { type Column, ordersOf, Table } from '../../../platform/pages/tables';
import type { PageOf } from '../../../platform/paging';
import { type CertificateStanding, certificateStandings } from '../certificate.entity';
import type { CertificateItem } from '../certificates.queries';
import type { CertificatesPageQuery } from '../certificates.requests';
import { certificateWords, heldUntil, standingWords } from '../certificates.words';
import { areSeveral, type Choices, isNone, SearchedField } from '../../../platform/pages/searched/searched-field';

interface Props {
  readonly certificates: PageOf<CertificateItem>;
  readonly query: CertificatesPageQuery;
  /** The units to choose from; empty for somebody who sees only the own. */
  readonly units: Choices;
  readonly registers: readonly { readonly series: string; readonly year: number }[];
  /** When the list is of one class: its code, and how many sheets there are to print. */
  readonly ofClass: { readonly code: string; readonly sheets: number; readonly sheetsOfFile: number } | null;
  readonly maySeePerson: (person: { id: string; unitId: string }) => boolean;
  readonly mayExport: boolean;
  readonly mayEnterEarlier: boolean;
}

export const standingTones: Readonly<Record<CertificateStanding, Tone>> = {
  issued: 'success',
  expired: 'warning',
  replaced: 'neutral',
  revoked: 'danger',
};

type Filter = Pick<CertificatesPageQuery, 'search' | 'series' | 'year' | 'unitId' | 'standing'>;

export function Certificates({
  certificates,
  query,
  units,
  registers,
  ofClass,
  maySeePerson,
  mayExport,
  mayEnterEarlier,
}: Props) {
  const say = useWords(certificateWords);
  const { cursor, classId, sort, search, series, year, unitId, standing } = query;
  const filters = { search, series, year, unitId, standing };
  const isFiltered = [classId, ...Object.values(filters)].some((value) => value !== undefined);
  const isOwn = isNone(units);
  return (
    <>
      <PageHeader
        title={say.certificates}
        subtitle={ofClass && say.ofClass(ofClass.code)}
        actions={
          <>
            {classId && ofClass && <PrintButtons classId={classId} {...ofClass} />}
            {mayExport && (
              <PaperLinks path="/certificates/paper" query={{ ...filters, classId, sort }} title={say.register} />
            )}
            {mayEnterEarlier && <LinkButton href="/certificate-imports" label={say.enterEarlier} />}
            {classId && <LinkButton href="/certificates" label={say.allCertificates} />}
          </>
        }
      />
      {!isOwn && (
        <CertificateFilters filters={filters} hidden={{ classId, sort }} units={units} registers={registers} />
      )}
      <Table
        caption={say.certificates}
        list={{ next: certificates.next, isFirstPage: cursor === undefined }}
        hidesCaption
        isLong
        columns={useColumns({ ...filters, classId, sort }, areSeveral(units), maySeePerson)}
        rows={certificates.items}
        empty={isFiltered ? { title: say.noneFound, next: say.noneFoundNext } : { title: say.none, next: say.noneNext }}
      />
      <Pager
        path="/certificates"
        query={{ ...filters, classId, sort }}
        next={certificates.next}
        isFirstPage={cursor === undefined}
      />
    </>
  );
}

/** One file, or one for each part when the class has more certificates than a file holds. */
function PrintButtons({
  classId,
  sheets,
  sheetsOfFile,
}: { classId: string } & Omit<NonNullable<Props['ofClass']>, 'code'>) {
  const say = useWords(certificateWords);
  const path = `/classes/${classId}/certificates/pdf`;
  if (sheets === 0) return null;
  if (sheets <= sheetsOfFile) return <LinkButton href={path} label={say.printClass} tone="primary" />;
  const parts = Array.from({ length: Math.ceil(sheets / sheetsOfFile) }, (_, index) => index + 1);
  return (
    <>
      {parts.map((part) => (
        <LinkButton
          href={linkTo(path, { part })}
          label={say.printPart((part - 1) * sheetsOfFile + 1, Math.min(part * sheetsOfFile, sheets))}
        />
      ))}
    </>
  );
}

function CertificateFilters({
  filters,
  hidden,
  units,
  registers,
}: { filters: Filter; hidden: Query } & Pick<Props, 'units' | 'registers'>) {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const eachOf = (values: readonly (string | number)[]) =>
    [...new Set(values.map(String))].map((value) => ({ value, label: value }));
  const ofSeries = eachOf(registers.map(({ series }) => series));
  return (
    <Filters action="/certificates" values={filters} hidden={hidden}>
      <TextField name="search" label={say.search} hint={say.searchHint} maxLength={100} />
      {ofSeries.length > 1 && <SelectField name="series" label={say.series} blank={say.allSeries} choices={ofSeries} />}
      <SelectField
        name="year"
        label={say.year}
        blank={say.allYears}
        choices={eachOf(registers.map(({ year }) => year))}
      />
      {areSeveral(units) && <SearchedField name="unitId" label={say.unit} blank={say.allUnits} choices={units} />}
      <SelectField
        name="standing"
        label={say.standing}
        blank={say.allStandings}
        choices={choicesOf(certificateStandings, ofStanding)}
      />
    </Filters>
  );
}

function useColumns(
  query: Filter & Pick<CertificatesPageQuery, 'classId' | 'sort'>,
  showsUnit: boolean,
  maySeePerson: Props['maySeePerson'],
): readonly Column<CertificateItem>[] {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const locale = useLocale();
  const sortBy = ordersOf('/certificates', query, query.sort ?? '-issuedOn');
  return [
    {
      label: say.number,
      isRowName: true,
      cell: ({ id, number }) => <a href={`/certificates/${id}`}>{number}</a>,
    },
    {
      label: say.holder,
      sort: sortBy('name'),
      cell: ({ holderName, personId, unitId }) =>
        maySeePerson({ id: personId, unitId }) ? <a href={`/people/${personId}`}>{holderName}</a> : holderName,
    },
    ...(showsUnit ? [{ label: say.unit, cell: ({ unitName }: CertificateItem) => unitName }] : []),
    {
      label: say.course,
      cell: ({ courseName, courseNameEn }) => (locale === 'vi' ? courseName : courseNameEn),
    },
    { label: say.class, cell: ({ classId, classCode }) => <a href={`/classes/${classId}/completion`}>{classCode}</a> },
    { label: say.issuedOn, isNamed: true, sort: sortBy('issuedOn'), cell: ({ issuedOn }) => showDay(issuedOn) },
    {
      label: say.validUntil,
      isNamed: true,
      sort: sortBy('validUntil'),
      cell: (certificate) => heldUntil(certificate, locale),
    },
    {
      label: say.standing,
      isState: true,
      cell: ({ standing }) => <Badge tone={standingTones[standing]} text={ofStanding[standing]} />,
    },
  ];
}
