import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, BeforeSecondFactor, CurrentActor, InPerson } from '../../platform/access/access';
import type { Actor } from '../../platform/access/actor';
import { AnyCodeRequest, CodeRequest } from './second-factors.requests';
import { type SecondFactorState, SecondFactorsService } from './second-factors.service';

interface RecoveryCodes {
  readonly recoveryCodes: readonly string[];
}

@ApiTags('accounts')
@Controller('api/v1/me/second-factor')
@Access('signed_in')
@BeforeSecondFactor()
export class SecondFactorsController {
  constructor(private readonly factors: SecondFactorsService) {}

  /** Whether signing in asks for a code; the key until it was tried out. */
  @Get()
  @InPerson()
  async state(@CurrentActor() actor: Actor): Promise<SecondFactorState> {
    return (await this.factors.state(actor)) ?? { confirmedAt: null, key: null, codesLeft: 0 };
  }

  /** Makes a key for an authenticator (RFC 6238), read by GET; it is asked for once a code of it was sent to `confirmation`. */
  @Post()
  @InPerson()
  @HttpCode(204)
  async begin(@CurrentActor() actor: Actor): Promise<void> {
    await this.factors.begin(actor);
  }

  /** The answer holds the recovery codes; they are told this once only. */
  @Post('confirmation')
  @InPerson()
  async confirm(@CurrentActor() actor: Actor, @Body() { code }: CodeRequest): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.factors.confirm(actor, code) };
  }

  /** Replaces the recovery codes; the new ones are told this once only. */
  @Post('recovery-codes')
  @InPerson()
  async renewCodes(@CurrentActor() actor: Actor, @Body() { code }: AnyCodeRequest): Promise<RecoveryCodes> {
    return { recoveryCodes: await this.factors.renewCodes(actor, code) };
  }

  @Post('removal')
  @InPerson()
  @HttpCode(204)
  async turnOff(@CurrentActor() actor: Actor, @Body() { code }: AnyCodeRequest): Promise<void> {
    await this.factors.turnOff(actor, code);
  }
}
