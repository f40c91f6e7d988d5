import { Body, Controller, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Access } from '../platform/access/access';
import { callerLocale } from '../platform/messages/caller-locale';
import { FirstAdministratorRequest } from './first-administrator.requests';
import { FirstAdministratorService } from './first-administrator.service';

@ApiTags('accounts')
@Controller('api/v1/first-administrator')
@Access('public')
export class FirstAdministratorController {
  constructor(private readonly setUp: FirstAdministratorService) {}

  /** Creates the Bloc and its first administrator, once, with the code of a link the service printed. */
  @Post()
  async create(@Body() typed: FirstAdministratorRequest, @Req() request: FastifyRequest): Promise<{ id: string }> {
    return { id: await this.setUp.create(typed, callerLocale(request)) };
  }
}
