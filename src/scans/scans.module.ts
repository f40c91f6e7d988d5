import { Module } from '@nestjs/common';
import { ScansController } from './scans.controller';
import { ScansPages } from './scans.pages';
import { ScansQueries } from './scans.queries';
import { ScansService } from './scans.service';

@Module({
  controllers: [ScansController, ScansPages],
  providers: [ScansQueries, ScansService],
  exports: [ScansService],
})
export class ScansModule {}
