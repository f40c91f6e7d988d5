import fastify, { type FastifyInstance } from 'fastify';
import { Pool } from 'pg';
import type { BenchedService } from './benched-service';

/**
 * A floor that answers over HTTP: Fastify with `pg` and nothing between, in the same process, on the same database and with
 * as many connections as the service. Statements with a name are parsed once a connection, as the service's are.
 */
export class BareService {
  private constructor(
    private readonly server: FastifyInstance,
    private readonly pool: Pool,
    readonly url: string,
  ) {}

  static async start(
    { databaseUrl, config }: BenchedService,
    answer: (server: FastifyInstance, pool: Pool) => void,
  ): Promise<BareService> {
    const pool = new Pool({ connectionString: databaseUrl, max: config.databasePool });
    // Connections are cut when the bench is stopped in the middle.
    pool.on('error', () => {});
    const server = fastify();
    answer(server, pool);
    return new BareService(server, pool, await server.listen({ port: 0, host: '127.0.0.1' }));
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.pool.end();
  }
}
