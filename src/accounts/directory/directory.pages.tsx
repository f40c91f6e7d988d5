import { Body, Get, Post, Query, type StreamableFile } from '@nestjs/common';
import { OrganizationQueries } from '../../organization/organization.queries';
import { Access, InPerson } from '../../platform/access/access';
import { download } from '../../platform/downloads';
import { MailAddresses } from '../../platform/mailer/mail-addresses';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages, Refused, type Redirect } from '../../platform/pages/page-request';
import type { Refusal } from '../../platform/problems/refusal';
import { found, NotAllowed } from '../../platform/problems/refusals';
import { PathId, readRequest } from '../../platform/requests';
import { PlatformSettings } from '../../platform/settings';
import {
  accountKeepers,
  accountsVisibleTo,
  inviters,
  mayInvite,
  mayKeepAccounts,
  mayPrintCode,
  maySeeAccount,
} from '../accounts.policy';
import { PasswordCodesService } from '../forgotten/password-codes.service';
import { InvitationsService } from '../invitations/invitations.service';
import { SlipsService } from '../invitations/slips.service';
import { LinkedIdentitiesService } from '../open-id/linked-identities.service';
import { SecondFactorsService } from '../second-factors/second-factors.service';
import { roleNeeded } from './directory.refusals';
import { DirectoryQueries } from './directory.queries';
import {
  AccountsPageQuery,
  CorrectAddressRequest,
  GiveRoleRequest,
  LockRequest,
  OpenAccountRequest,
  PersonQuery,
  RemoveSecondFactorRequest,
} from './directory.requests';
import { DirectoryService } from './directory.service';
import { directoryWords, nameOfRole } from './directory.words';
import { AccountExportsService } from './exports.service';
import { kindOfRole, unitRoles } from './unit-roles';
import { AccountList } from './views/account-list';
import { AccountPage, type RefusedForm } from './views/account-page';
import { OpenAccount } from './views/open-account';
import { UnitChoices, unitsNamed, unitsToChoose } from '../../organization/unit-choices.queries';
import { type Places } from './views/place-fields';

@Pages('accounts')
export class DirectoryPages {
  private readonly mailLeaves: boolean;

  constructor(
    private readonly queries: DirectoryQueries,
    private readonly directory: DirectoryService,
    private readonly exports: AccountExportsService,
    private readonly invitations: InvitationsService,
    private readonly slips: SlipsService,
    private readonly codes: PasswordCodesService,
    private readonly secondFactors: SecondFactorsService,
    private readonly identities: LinkedIdentitiesService,
    private readonly organization: OrganizationQueries,
    private readonly unitChoices: UnitChoices,
    private readonly addresses: MailAddresses,
    settings: PlatformSettings,
  ) {
    this.mailLeaves = settings.smtpUrl !== null;
  }

  @Get()
  @Help(directoryWords, 'help')
  @Access(inviters)
  async list(@Page() page: PageRequest, @Query() query: AccountsPageQuery): Promise<string> {
    const { actor, locale } = page;
    const { cursor, ...given } = query;
    const filter = { ...given, ...accountsVisibleTo(actor) };
    const [accounts, count, units] = await Promise.all([
      this.queries.list({ ...filter, after: cursor }),
      this.queries.count(filter),
      this.unitChoices.among(filter.unitIds, locale, { of: 'live', chosen: query.unitId }),
    ]);
    return page.render(
      directoryWords[locale].title,
      <AccountList
        {...{ accounts, count, query, units, keeps: mayKeepAccounts(actor), mailLeaves: this.mailLeaves }}
      />,
    );
  }

  @Get('workbook')
  @Access(inviters)
  async workbook(@Page() page: PageRequest, @Query() query: AccountsPageQuery): Promise<StreamableFile> {
    return download(await this.exports.workbook(page.actor, query, page.locale));
  }

  @Get('new')
  @Help(directoryWords, 'helpToOpen')
  @Access(inviters)
  async showOpen(@Page() page: PageRequest, @Query() { personId }: PersonQuery): Promise<string | Redirect> {
    // Whoever only invites people of a roster chooses there whom.
    if (!personId && !mayKeepAccounts(page.actor)) return page.go('/roster-invitations');
    return this.openPage(page, { personId }, null);
  }

  @Post()
  @InPerson()
  @Access(inviters)
  @Refused<DirectoryPages>((on, refusal, page) => on.openPage(page, page.typed, refusal))
  async open(@Page() page: PageRequest, @Body() body: unknown): Promise<Redirect> {
    const id = await this.directory.open(page.actor, readRequest(OpenAccountRequest, withPlace(body)));
    return page.done(`/accounts/${id}`, directoryWords[page.locale].opened);
  }

  @Get(':id')
  @Help(directoryWords, 'helpOfOne')
  @Access(inviters)
  async show(@Page() page: PageRequest, @PathId() id: string): Promise<string> {
    return this.accountPage(page, id, null);
  }

  @Post(':id/invitation')
  @InPerson()
  @Access(inviters)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'invite', refusal))
  async invite(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.invitations.invite(page.actor, id);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].invited);
  }

  @Post(':id/invitation/revocation')
  @Access(inviters)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'revoke', refusal))
  async revoke(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.invitations.revoke(page.actor, id);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].revoked);
  }

  @Post(':id/invitation-slip')
  @InPerson()
  @Access(inviters)
  async slip(@Page() page: PageRequest, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.slips.one(page.actor, id));
  }

  @Post(':id/address')
  @InPerson()
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'address', refusal))
  async correctAddress(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const { email, reason } = readRequest(CorrectAddressRequest, body);
    await this.directory.correctAddress(page.actor, id, email, reason);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].addressCorrected);
  }

  @Post(':id/lock')
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'lock', refusal))
  async lock(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.directory.lock(page.actor, id, readRequest(LockRequest, body).reason);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].lockedDone);
  }

  @Post(':id/unlock')
  @InPerson()
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'unlock', refusal))
  async unlock(@Page() page: PageRequest, @PathId() id: string): Promise<Redirect> {
    await this.directory.unlock(page.actor, id);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].unlockedDone);
  }

  @Post(':id/password-code')
  @InPerson()
  @Access(inviters)
  async printCode(@Page() page: PageRequest, @PathId() id: string): Promise<StreamableFile> {
    return download(await this.codes.print(page.actor, id));
  }

  @Post(':id/second-factor-removal')
  @InPerson()
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'second-factor', refusal))
  async removeSecondFactor(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    await this.directory.removeSecondFactor(page.actor, id, readRequest(RemoveSecondFactorRequest, body).reason);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].secondFactorRemoved);
  }

  @Post(':id/grants')
  @InPerson()
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id) => on.refusedPage(page, id!, 'role', refusal))
  async giveRole(@Page() page: PageRequest, @PathId() id: string, @Body() body: unknown): Promise<Redirect> {
    const asked = withPlace(body);
    if (!('role' in asked)) throw roleNeeded();
    await this.directory.giveRole(page.actor, id, readRequest(GiveRoleRequest, asked));
    return page.done(`/accounts/${id}`, directoryWords[page.locale].roleGiven);
  }

  @Post(':id/grants/:grantId/end')
  @Access(accountKeepers)
  @Refused<DirectoryPages>((on, refusal, page, id, grantId) => on.refusedPage(page, id!, grantId!, refusal))
  async endRole(
    @Page() page: PageRequest,
    @PathId() id: string,
    @PathId('grantId') grantId: string,
  ): Promise<Redirect> {
    await this.directory.endRole(page.actor, id, grantId);
    return page.done(`/accounts/${id}`, directoryWords[page.locale].roleEnded);
  }

  private async openPage(
    page: PageRequest,
    typed: Readonly<Record<string, unknown>>,
    refusal: Refusal | null,
  ): Promise<string> {
    const { actor, locale } = page;
    const { personId } = typed;
    const person =
      typeof personId === 'string' && personId ? await this.directory.personInvitedBy(actor, personId) : null;
    const runsClasses = { value: 'class_manager', label: directoryWords[locale].runsClasses };
    const places = mayKeepAccounts(actor) ? await this.places(page) : null;
    if (!person && !places) throw refusal ?? new NotAllowed();
    return page.render(
      directoryWords[locale].open,
      <OpenAccount
        {...{ typed, refusal, person, mailLeaves: this.mailLeaves }}
        places={places && { ...places, roles: [...places.roles, runsClasses] }}
      />,
      refusal,
    );
  }

  private refusedPage(page: PageRequest, id: string, form: string, refusal: Refusal): Promise<string> {
    return this.accountPage(page, id, { id: form, typed: page.typed, refusal });
  }

  private async accountPage(page: PageRequest, id: string, refused: RefusedForm | null): Promise<string> {
    const { actor } = page;
    const account = found(await this.queries.account(id), (account) => maySeeAccount(actor, account));
    const invites = account.state === 'invited' && mayInvite(actor, account);
    const printsCode = account.state === 'active' && mayPrintCode(actor, account);
    const isTheirs = id === actor.accountId;
    const [places, removesSecondFactor, identity] = mayKeepAccounts(actor)
      ? await Promise.all([this.places(page), !isTheirs && this.secondFactors.isOn(id), this.identities.of(id)])
      : [null, false, null];
    const [badAddress = null] = await this.addresses.bad([account.email]);
    const may = { invites, printsCode, removesSecondFactor, isTheirs };
    return page.render(
      account.name,
      <AccountPage {...{ account, badAddress, ...may, places, identity, refused, mailLeaves: this.mailLeaves }} />,
      refused?.refusal,
    );
  }

  /** Every role on every unit of the kind it is for; of many units a secretary's is named apart. */
  private async places({ locale }: PageRequest): Promise<Places> {
    const units = (await this.organization.units()).filter(({ isLive }) => isLive);
    const bases = units.filter(({ kind }) => kind === 'base');
    const named = unitsToChoose(unitsNamed(bases, locale), 'base');
    const areMany = named.foundAt !== null;
    const roles = unitRoles.flatMap((role) => {
      if (areMany && kindOfRole[role] === 'base')
        return [{ value: role, label: nameOfRole({ role, placeName: null }, locale) }];
      const fitting = units.filter(({ kind }) => kind === kindOfRole[role]);
      return fitting.map(({ id, nameVi, nameEn }) => ({
        value: `${role}/${id}`,
        label: nameOfRole({ role, placeName: locale === 'vi' ? nameVi : nameEn }, locale),
      }));
    });
    return { roles, units: areMany ? named : null };
  }
}

/** The form sends role and unit as one, `role/unit`, since not every role is given on every unit; a unit named apart is that of a secretary alone. */
function withPlace(body: unknown): object {
  const { place, unitId: named, ...given } = (body ?? {}) as Record<string, unknown>;
  const [role, together] = typeof place === 'string' ? place.split('/') : [];
  const unitId = together ?? (role === 'unit_secretary' ? named : undefined);
  return { ...given, ...(role ? { role } : {}), ...(unitId ? { unitId } : {}) };
}
