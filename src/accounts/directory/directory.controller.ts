import { Body, Controller, Get, HttpCode, Post, Query, Req, type StreamableFile } from '@nestjs/common';
import { ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { download } from '../../platform/downloads';
import { callerLocale } from '../../platform/messages/caller-locale';
import type { PageOf } from '../../platform/paging';
import { found } from '../../platform/problems/refusals';
import { PathId } from '../../platform/requests';
import { accountKeepers, accountsVisibleTo, inviters, maySeeAccount } from '../accounts.policy';
import { type AccountItem, DirectoryQueries } from './directory.queries';
import {
  AccountsRequest,
  CorrectAddressRequest,
  GiveRoleRequest,
  LockRequest,
  OpenAccountRequest,
  RemoveSecondFactorRequest,
} from './directory.requests';
import { DirectoryService } from './directory.service';
import { AccountExportsService } from './exports.service';

@ApiTags('accounts')
@Controller('api/v1/accounts')
export class DirectoryController {
  constructor(
    private readonly queries: DirectoryQueries,
    private readonly directory: DirectoryService,
    private readonly exports: AccountExportsService,
  ) {}

  /** All accounts for an administrator, those of the people of their units for others; by given name unless told. */
  @Get()
  @Access(inviters)
  async list(@CurrentActor() actor: Actor, @Query() query: AccountsRequest): Promise<PageOf<AccountItem>> {
    return this.queries.list({ ...query, ...accountsVisibleTo(actor) });
  }

  /** The list as a workbook in the caller's language. */
  @Get('workbook')
  @Access(inviters)
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() query: AccountsRequest,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    return download(await this.exports.workbook(actor, query, callerLocale(request)));
  }

  @Get(':id')
  @Access(inviters)
  async show(@CurrentActor() actor: Actor, @PathId() id: string): Promise<AccountItem> {
    return found(await this.queries.account(id), (account) => maySeeAccount(actor, account));
  }

  /** Opens an account and invites its holder by mail, who chooses the password. */
  @Post()
  @InPerson()
  @Access(inviters)
  async open(@CurrentActor() actor: Actor, @Body() request: OpenAccountRequest): Promise<AccountItem> {
    return found(await this.queries.account(await this.directory.open(actor, request)));
  }

  /** Who has not come yet is invited there anew; who came signs in by it from now on, and is told at both. Nobody changes their own. */
  @Post(':id/address')
  @InPerson()
  @Access(accountKeepers)
  @HttpCode(204)
  async correctAddress(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { email, reason }: CorrectAddressRequest,
  ): Promise<void> {
    await this.directory.correctAddress(actor, id, email, reason);
  }

  /** Ends its sessions, tokens and links at once. */
  @Post(':id/lock')
  @Access(accountKeepers)
  @HttpCode(204)
  async lock(@CurrentActor() actor: Actor, @PathId() id: string, @Body() { reason }: LockRequest): Promise<void> {
    await this.directory.lock(actor, id, reason);
  }

  @Post(':id/unlock')
  @InPerson()
  @Access(accountKeepers)
  @HttpCode(204)
  async unlock(@CurrentActor() actor: Actor, @PathId() id: string): Promise<void> {
    await this.directory.unlock(actor, id);
  }

  /** For who has lost telephone and recovery codes; their sessions end, the password stays. Nobody removes their own. */
  @Post(':id/second-factor-removal')
  @InPerson()
  @Access(accountKeepers)
  @HttpCode(204)
  async removeSecondFactor(
    @CurrentActor() actor: Actor,
    @PathId() id: string,
    @Body() { reason }: RemoveSecondFactorRequest,
  ): Promise<void> {
    await this.directory.removeSecondFactor(actor, id, reason);
  }

  /** A role on a unit of the kind it is for; one that is held already stays as it is. */
  @Post(':id/grants')
  @InPerson()
  @Access(accountKeepers)
  @HttpCode(204)
  async giveRole(@CurrentActor() actor: Actor, @PathId() id: string, @Body() request: GiveRoleRequest): Promise<void> {
    await this.directory.giveRole(actor, id, request);
  }

  @Post(':id/grants/:grantId/end')
  @Access(accountKeepers)
  @HttpCode(204)
  async endRole(@CurrentActor() actor: Actor, @PathId() id: string, @PathId('grantId') grantId: string): Promise<void> {
    await this.directory.endRole(actor, id, grantId);
  }
}
