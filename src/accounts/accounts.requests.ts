import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';
import { ownAddress } from '../platform/pages/own-address';
import { Email, OneOf, Secret, Text, WholeNumber } from '../platform/request-fields';
import { type TokenScope, tokenScopes } from './api-tokens.service';

export class SignInRequest {
  @Email()
  readonly email: string;

  @Secret()
  readonly password: string;

  @Text({ optional: true, max: 30, description: 'Of the second step, when the account has one; or a recovery code.' })
  readonly code?: string;

  @ApiPropertyOptional({ description: 'Where the browser goes next; a path of this service, else its first page.' })
  @Transform(({ value }) => ownAddress(value))
  @IsString()
  readonly next: string = '/';
}

export class IssueTokenRequest {
  @Text({ max: 100, description: 'What the token is for.' })
  readonly name: string;

  @WholeNumber({ min: 1, max: 366, optional: true, description: 'Days until it ends; 90 unless told.' })
  readonly days?: number;

  @OneOf(tokenScopes, { optional: true, description: '`read` unless told: a token that changes nothing.' })
  readonly scope?: TokenScope;
}
