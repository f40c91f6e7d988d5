import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsString } from 'class-validator';
import { ownAddress } from '../../platform/pages/own-address';
import { Text } from '../../platform/request-fields';

export class StartOpenIdRequest {
  @ApiPropertyOptional({
    description: 'Where the browser goes afterwards; a path of this service, else its first page.',
  })
  @Transform(({ value }) => ownAddress(value))
  @IsString()
  readonly next: string = '/';
}

export class ComeBackRequest {
  @Text({ max: 4_000, description: 'The query the provider sent the browser back with: `code=…&state=…`.' })
  readonly query: string;
}

export class OpenIdCodeRequest {
  @Text({ max: 30, description: 'Of the second step, or a recovery code.' })
  readonly code: string;
}
