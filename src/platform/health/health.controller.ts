import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../access/access';
import { Database } from '../database/database';
import { JobQueue } from '../jobs/job-queue';
import { Metrics } from './metrics';

@ApiTags('health')
@Access('public')
@Controller()
export class HealthController {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health/live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: database and queue answer. */
  @Get('health/ready')
  async ready(): Promise<{ status: 'ok'; queue: Record<string, number> }> {
    await this.database.read('SELECT 1');
    return { status: 'ok', queue: await this.queue.counts() };
  }

  /** Figures for Prometheus; counts only, nothing personal. */
  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  async figures(): Promise<string> {
    return this.metrics.text();
  }
}
