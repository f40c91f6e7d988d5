import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, CurrentActor } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { ContactsRequest } from '../people.requests';
import { PeopleService } from '../people.service';

@ApiTags('people')
@Controller('api/v1/me/contacts')
export class OwnContactsController {
  constructor(private readonly people: PeopleService) {}

  /** Where the caller can be reached; what is left out is taken away. Nobody signs in with it. */
  @Put()
  @Access('signed_in')
  @HttpCode(204)
  async change(@CurrentActor() actor: Actor, @Body() request: ContactsRequest): Promise<void> {
    await this.people.changeOwnContacts(actor, request);
  }
}
