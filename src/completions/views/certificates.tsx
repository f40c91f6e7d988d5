import { showDay } from '../../platform/clock';
import { Badge, type Tone } from '../../platform/pages/badges';
import { PageHeader } from '../../platform/pages/blocks';
import { type Choice, SelectField } from '../../platform/pages/choices';
import { TextField } from '../../platform/pages/fields';
import { LinkButton } from '../../platform/pages/forms';
import { Filters, Pager } from '../../platform/pages/lists';
import { useLocale, useWords } from '../../platform/pages/page-context';
import { type Column, Table } from '../../platform/pages/tables';
import type { PageOf } from '../../platform/paging';
import type { CertificateStanding } from '../certificate.entity';
import type { CertificateItem } from '../certificates.queries';
import { certificateWords, standingWords } from '../certificates.words';
import type { CertificatesPageQuery } from '../completions.requests';

interface Props {
  readonly certificates: PageOf<CertificateItem>;
  readonly query: CertificatesPageQuery;
  /** The units to choose from; empty for somebody who sees only the own. */
  readonly units: readonly Choice[];
  readonly years: readonly number[];
  readonly maySeePerson: (person: { id: string; unitId: string }) => boolean;
}

const tones: Readonly<Record<CertificateStanding, Tone>> = {
  issued: 'success',
  expired: 'warning',
  replaced: 'neutral',
  revoked: 'danger',
};

export function Certificates({ certificates, query, units, years, maySeePerson }: Props) {
  const say = useWords(certificateWords);
  const { cursor, classId, search, year, unitId } = query;
  const filters = { search, year, unitId };
  const isFiltered = [classId, search, year, unitId].some((value) => value !== undefined);
  const isOwn = units.length === 0;
  const [ofClass] = certificates.items;
  return (
    <>
      <PageHeader
        title={say.certificates}
        subtitle={classId && ofClass ? say.ofClass(ofClass.classCode) : isOwn ? say.mineHint : say.hint}
        actions={classId && <LinkButton href="/certificates" label={say.allCertificates} />}
      />
      {!isOwn && (
        <Filters action="/certificates" values={filters} hidden={{ classId }}>
          <TextField name="search" label={say.search} hint={say.searchHint} autocomplete="off" maxLength={100} />
          <SelectField
            name="year"
            label={say.year}
            blank={say.allYears}
            choices={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
          {units.length > 1 && <SelectField name="unitId" label={say.unit} blank={say.allUnits} choices={units} />}
        </Filters>
      )}
      <Table
        caption={say.certificates}
        hidesCaption
        columns={useColumns(units.length > 1, maySeePerson)}
        rows={certificates.items}
        empty={isFiltered ? { title: say.noneFound, next: say.noneFoundNext } : { title: say.none, next: say.noneNext }}
      />
      <Pager
        path="/certificates"
        query={{ ...filters, classId }}
        next={certificates.next}
        isFirstPage={cursor === undefined}
      />
    </>
  );
}

function useColumns(showsUnit: boolean, maySeePerson: Props['maySeePerson']): readonly Column<CertificateItem>[] {
  const say = useWords(certificateWords);
  const ofStanding = useWords(standingWords);
  const locale = useLocale();
  return [
    {
      label: say.number,
      isRowName: true,
      cell: ({ number, verificationCode }) => <a href={`/verify/${verificationCode}`}>{number}</a>,
    },
    {
      label: say.holder,
      cell: ({ holderName, personId, unitId }) =>
        maySeePerson({ id: personId, unitId }) ? <a href={`/people/${personId}`}>{holderName}</a> : holderName,
    },
    ...(showsUnit ? [{ label: say.unit, cell: ({ unitName }: CertificateItem) => unitName }] : []),
    {
      label: say.course,
      cell: ({ courseName, courseNameEn }) => (locale === 'vi' ? courseName : courseNameEn),
    },
    { label: say.class, cell: ({ classId, classCode }) => <a href={`/classes/${classId}/completion`}>{classCode}</a> },
    { label: say.issuedOn, cell: ({ issuedOn }) => showDay(issuedOn) },
    { label: say.validUntil, cell: ({ validUntil }) => (validUntil === null ? say.lasting : showDay(validUntil)) },
    {
      label: say.standing,
      cell: ({ standing }) => <Badge tone={tones[standing]} text={ofStanding[standing]} />,
    },
  ];
}
