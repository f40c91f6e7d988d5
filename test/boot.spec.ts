import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { classMoves } from '../src/classes/training-class.states';
import { nominationStates } from '../src/nominations/nomination.states';
import { Access } from '../src/platform/access/access';
import { DeclaredRoutes } from '../src/platform/access/declared-routes';
import { assertEachOnce } from '../src/platform/jobs/job-worker';
import { TestApp } from './app';

/** The rooms of the house in the order data flows: an import may only point to the same line or one above. */
const rooms = [
  'platform',
  'webhooks',
  'organization',
  'people',
  'accounts',
  'courses',
  'training-records',
  'classes',
  'training-plans',
  'enrollments',
  'nominations',
  'theory-classes',
  'study-sessions',
  'calendars',
  'completions',
  'printouts',
  'reminders',
  'reports',
  'invariants',
  'operations',
  'desks',
];

const src = resolve(__dirname, '../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
const roomOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : null);

function importsOf(file: string): string[] {
  const found = [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)];
  return found.map(([, path]) => relative(src, resolve(dirname(join(src, file)), path!)));
}

describe('the house', () => {
  it('has no room that is not on the floor plan', () => {
    expect([...new Set(files.map(roomOf).filter((room) => room !== null))].toSorted()).toEqual(rooms.toSorted());
  });

  it('imports only from the same room or one above', () => {
    const wrong = files.flatMap((file) => {
      const room = roomOf(file);
      if (room === null) return [];
      return importsOf(file)
        .filter((target) => rooms.indexOf(roomOf(target) ?? 'nowhere') > rooms.indexOf(room) || roomOf(target) === null)
        .map((target) => `${file} imports ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('registers the features in the same order', () => {
    const source = readFileSync(join(src, 'app.module.ts'), 'utf8');
    const listed = source.match(/const features = \[([^\]]+)\]/)![1]!.match(/\w+(?=Module)/g)!;
    const kebab = listed.map((name) => name.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase());
    expect(kebab).toEqual(rooms.slice(1));
  });

  it('keeps modules without cycles and rooms without catch-all names', () => {
    const text = files.filter((file) => readFileSync(join(src, file), 'utf8').includes('forwardRef'));
    const catchAll = files.filter((file) =>
      /(^|\/)(utils?|helpers?|common|shared|dto|interfaces|constants|index)(\/|\.ts)/.test(file),
    );
    expect([...text, ...catchAll]).toEqual([]);
  });
});

describe('state tables', () => {
  it.each([
    ['nominations', nominationStates],
    ['classes', classMoves],
  ])('of %s lead only to states they know', (_, table: Readonly<Record<string, readonly string[]>>) => {
    const known = Object.keys(table);
    expect(
      Object.values(table)
        .flat()
        .filter((state) => !known.includes(state)),
    ).toEqual([]);
    expect(known.filter((state) => table[state]!.includes(state))).toEqual([]);
  });
});

@Controller('silent')
class SilentController {
  @Get()
  nothingSaid(): string {
    return 'anything';
  }
}

@Controller('spoken')
class SpokenController {
  @Get()
  @Access('signed_in')
  said(): string {
    return 'something';
  }
}

@Module({ imports: [DiscoveryModule], controllers: [SilentController], providers: [DeclaredRoutes] })
class SilentModule {}

@Module({ imports: [DiscoveryModule], controllers: [SpokenController], providers: [DeclaredRoutes] })
class SpokenModule {}

describe('the boot', () => {
  it('stops at a route that does not say who may call it', async () => {
    const boot = async (module: typeof SilentModule) =>
      (await NestFactory.create(module, new FastifyAdapter(), { logger: false, abortOnError: false })).init();
    await expect(boot(SilentModule)).rejects.toThrow('SilentController.nothingSaid');
    await expect(boot(SpokenModule)).resolves.toBeDefined();
  });

  it('stops at a job without a handler, with two, or scheduled but never declared', () => {
    expect(() => assertEachOnce(['a.one'], [], [])).toThrow('a.one has no handler');
    expect(() => assertEachOnce(['a.one'], ['a.one', 'a.one'], [])).toThrow('a.one has 2 handlers');
    expect(() => assertEachOnce(['a.one'], ['a.one'], ['b.two'])).toThrow('b.two is scheduled but not declared');
    expect(() => assertEachOnce(['a.one'], ['a.one'], ['a.one'])).not.toThrow();
  });

  it('declares every route of the service, and shows the API in OpenAPI 3.1', async () => {
    const app = await TestApp.start();
    try {
      const routes = app.get(DeclaredRoutes).list();
      expect(routes.length).toBeGreaterThan(50);
      expect(routes.filter(({ need }) => need === undefined)).toEqual([]);

      const api = (
        await app.as(null).get<{ openapi: string; paths: Record<string, Record<string, unknown>> }>('/api/openapi.json')
      ).body;
      expect(api.openapi).toBe('3.1.0');
      const described = Object.entries(api.paths).flatMap(([path, verbs]) =>
        Object.keys(verbs).map((verb) => `${verb.toUpperCase()} ${path}`),
      );
      const spoken = routes
        .filter(({ path }) => path.startsWith('/api/v1'))
        .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
      expect(spoken.filter((route) => !described.includes(route))).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
