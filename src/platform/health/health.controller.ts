import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access';
import { Metrics } from './metrics';
import { Readiness, type Ready } from './readiness';

@ApiTags('health')
@Access('public')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: database and queue answer, and no recurring look is overdue; 503 says what is wrong. */
  @Get('health/ready')
  async ready(): Promise<Ready> {
    return this.readiness.examine();
  }

  /** Figures for Prometheus; counts only, nothing personal. */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async figures(): Promise<string> {
    return this.metrics.text();
  }
}
