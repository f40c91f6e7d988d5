import type { Writable } from 'node:stream';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import type { Config } from './config';
import { describeApi } from './api-description';
import { menu } from './desks/menu';
import { sayToEveryAnswer } from './platform/answer-headers';
import { Clock } from './platform/clock';
import { knowRoute } from './platform/log-lines';
import { FormAddresses, legibleAddress } from './platform/pages/form-addresses';
import { assets } from './platform/pages/assets';
import { limitConnections, watchOfNode } from './platform/limits/connections';
import { limitJsonDepth } from './platform/limits/json-depth';
import { limitBody, usualBodyBytes } from './platform/limits/largest-body';
import { contentPolicy } from './platform/pages/content-policy';
import { Surroundings } from './platform/surroundings/surroundings';
import { Randomness } from './platform/randomness';
import { sendSmaller } from './platform/smaller-answers';

/** What comes in by the door; production leaves the clock and the randomness as they are. */
export interface Boot {
  readonly config: Config;
  readonly databaseUrl: string;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** Where the lines of the log go; to the process's output unless told. */
  readonly log?: Writable;
}

/** The whole service, ready to listen or to work; the database must be migrated. */
export async function createApplication({
  config,
  databaseUrl,
  clock = new Clock(),
  randomness = new Randomness(),
  log,
}: Boot): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    trustProxy: config.trustProxy > 0 ? config.trustProxy : false,
    bodyLimit: usualBodyBytes,
    // While the process stops, what still comes on an open connection is answered, and the connection then closed.
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true },
    rewriteUrl: ({ url = '/' }) => legibleAddress(url),
    ...watchOfNode(config),
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ ...config, databaseUrl }, clock, randomness, log),
    adapter,
    {
      bufferLogs: true,
      abortOnError: false,
    },
  );
  app.useLogger(app.get(Logger));

  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRoute', limitBody);
  limitConnections(server, config);
  server.addHook('onRoute', ({ url }) => knowRoute(url));
  const safe = {
    contentSecurityPolicy: contentPolicy,
    referrerPolicy: false,
    strictTransportSecurity: config.secureCookies,
  };
  server.addHook('onRequest', await sayToEveryAnswer(safe));
  server.addHook('onSend', sendSmaller);
  const surroundings = app.get(Surroundings);
  server.addHook('onRequest', ({ headers }, _, done) => {
    surroundings.heed(headers);
    done();
  });
  const forms = new FormAddresses();
  server.addHook('onRoute', ({ method, url }) => forms.know(method, url));
  server.decorate('forms', forms);
  server.decorate('menu', menu);
  server.decorate('clock', clock);
  server.decorate('provider', config.openId?.name ?? null);
  server.decorateRequest('actor', null);
  server.decorateRequest('sessionId', null);
  server.decorateRequest('lacksSecondFactor', false);
  server.decorateRequest('unread', 0);
  await app.register(cookie as never);
  await app.register(multipart as never);
  for (const { urlPath, contentType, body, gzipped } of assets().values()) {
    server.get(urlPath, (request, reply) => {
      const zipped = String(request.headers['accept-encoding']).includes('gzip') ? gzipped : null;
      void reply
        .header('Content-Type', contentType)
        .header('Cache-Control', 'public, max-age=31536000, immutable')
        .header('Vary', 'Accept-Encoding');
      if (zipped) void reply.header('Content-Encoding', 'gzip');
      return reply.send(zipped ?? body);
    });
  }
  describeApi(app);
  await app.init();
  limitJsonDepth(server);
  return app;
}
