import { Get, Query } from '@nestjs/common';
import { OrganizationQueries } from '../organization/organization.queries';
import { maySeePerson } from '../people/people.policy';
import { Access } from '../platform/access/access';
import { Page, PageRequest, Pages } from '../platform/pages/page-request';
import { CertificatesQueries } from './certificates.queries';
import { certificateWords } from './certificates.words';
import { certificatesVisibleTo } from './completions.policy';
import { CertificatesPageQuery } from './completions.requests';
import { Certificates } from './views/certificates';

@Pages('certificates')
@Access('signed_in')
export class CertificatesPages {
  constructor(
    private readonly certificates: CertificatesQueries,
    private readonly organization: OrganizationQueries,
  ) {}

  @Get()
  async list(@Page() page: PageRequest, @Query() query: CertificatesPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, ...filter } = query;
    const scope = certificatesVisibleTo(actor);
    const [certificates, units, years] = await Promise.all([
      this.certificates.list({ ...filter, scope, after: cursor }),
      this.organization.units(),
      this.certificates.years(),
    ]);
    const visible = units.filter(({ id }) => scope.unitIds?.includes(id) === true);
    return page.render(
      certificateWords[locale].certificates,
      <Certificates
        certificates={certificates}
        query={query}
        units={visible.map(({ id, nameVi, nameEn }) => ({ value: id, label: locale === 'vi' ? nameVi : nameEn }))}
        years={years}
        maySeePerson={(person) => maySeePerson(actor, person)}
      />,
    );
  }
}
