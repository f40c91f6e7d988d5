import { once } from 'node:events';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { cadre, office, secretaryOf } from '../demo/cast';
import type { Stage } from '../demo/stage';
import { Database } from '../src/platform/database/database';
import { ApiTokensService } from '../src/accounts/api-tokens.service';
import { DeclaredRoutes } from '../src/platform/access/declared-routes';
import { numberAfter } from './arguments';
import type { BenchedService } from './benched-service';
import type { FuzzGround, Schema } from './fuzz-requests';
import type { FuzzReport, FuzzWanted } from './fuzz-thread';

const usualRequests = 50_000;
/** Some are revoked on the way: the requests go everywhere. */
const tokensEach = 20;

/** Nearly right and wholly wrong requests to every route, in three roles and as a visitor, over what the demo plays. */
export async function measureFuzz(service: BenchedService): Promise<boolean> {
  const [requests, seed] = [numberAfter('--requests', usualRequests), numberAfter('--seed', 1)];
  console.log('The demo is played first …');
  const stage = await service.playDemo();
  const ground = await groundOf(service, stage);
  const tokens = {
    visitor: [''],
    office: await tokensOf(stage, office),
    secretary: await tokensOf(stage, secretaryOf('LIX')),
    cadre: await tokensOf(stage, cadre),
  };
  console.log(`${requests} requests to ${ground.routes.length} routes, seed ${seed} …`);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const report = await askAll({ url: service.url, ground, seed, requests, tokens });
  delay.disable();

  const { seconds, statuses, faults, holders, longestHealthMilliseconds } = report;
  console.log(`${Math.round(seconds)} s, ${Math.round(requests / seconds)}/s; answers by status:`);
  console.table(statuses);
  console.log(
    `The event loop was held for ${Math.round(delay.max / 1e6)} ms at most (99.9 %: ${Math.round(delay.percentile(99.9) / 1e6)} ms); ` +
      `a health check waited for ${longestHealthMilliseconds} ms at most.`,
  );
  for (const fault of faults) console.log(`Fault: ${fault}`);
  for (const holder of holders) console.log(`Holds everybody up: ${holder}`);
  if (faults.length + holders.length === 0)
    console.log('No answer of 5xx but 503 with Retry-After, and none that holds up the others.');
  return faults.length + holders.length === 0;
}

async function askAll(wanted: FuzzWanted): Promise<FuzzReport> {
  const thread = new Worker(join(__dirname, 'fuzz-thread.js'), { workerData: wanted });
  const [report] = (await once(thread, 'message')) as [FuzzReport];
  await thread.terminate();
  return report;
}

async function tokensOf(stage: Stage, email: string): Promise<string[]> {
  const actor = await stage.actor(email);
  const issued = Array.from({ length: tokensEach }, (_, n) =>
    stage.get(ApiTokensService).issue(actor, `fuzz ${n}`, 30, 'write'),
  );
  return (await Promise.all(issued)).map(({ token }) => token);
}

interface Described {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema?: Schema }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
}

async function groundOf(service: BenchedService, stage: Stage): Promise<FuzzGround> {
  const routes = service
    .get(DeclaredRoutes)
    .list()
    .map(({ method, path }) => ({ method, path }));
  const api = (await (await fetch(`${service.url}/api/openapi.json`)).json()) as Described;
  const operations = Object.entries(api.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([verb, operation]) => ({
      route: `${verb.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  );
  const bodies = operations.flatMap(({ route, operation }) => {
    const schema = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    return schema ? [[route, schema] as const] : [];
  });
  const queries = operations.map(({ route, operation }) => {
    const asked = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    return [route, asked.map(({ name, schema = {} }) => ({ name, schema }))] as const;
  });
  return {
    routes,
    schemas: api.components.schemas,
    bodies: Object.fromEntries(bodies),
    queries: Object.fromEntries(queries),
    idsByTable: await idsOf(stage),
    today: stage.clock.today(),
  };
}

async function idsOf(stage: Stage): Promise<Record<string, string[]>> {
  const database = stage.get(Database);
  const tables = await database.read<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'id' AND data_type = 'uuid' ORDER BY 1`,
  );
  const found: Record<string, string[]> = {};
  for (const { name } of tables)
    found[name] = (await database.read<{ id: string }>(`SELECT id FROM ${name} LIMIT 40`)).map(({ id }) => id);
  return found;
}
