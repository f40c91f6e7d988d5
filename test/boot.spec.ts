import { readFileSync } from 'node:fs';
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
import { files, roomOf, rooms, src } from './floor-plan';

/** Rooms with rooms of their own, in order: the core first, unless it is made of one of them. */
const innerRooms: Readonly<Record<string, readonly string[]>> = {
  accounts: ['links', 'second-factors', 'core', 'open-id', 'own', 'forgotten', 'invitations', 'directory'],
  classes: ['core', 'holidays', 'groups', 'places', 'timetable', 'templates', 'managers', 'clones', 'parallels'],
  people: ['contacts', 'core', 'posts', 'by-hand', 'rosters', 'mergers', 'corrections'],
  enrollments: ['core', 'essays', 'leave', 'sheets', 'check-ins', 'guests', 'groups', 'passages', 'timetable'],
  nominations: [
    'posts',
    'composition',
    'core',
    'overrides',
    'seats',
    'letters',
    'letter-reviews',
    'lists',
    'moves',
    'leavers',
    'mergers',
    'endings',
    'joinings',
    'transfers',
    'cancellations',
    'reversals',
    'decision-reversals',
    'outsiders',
    'passages',
    'class-splits',
    'class-mergers',
    'finders',
  ],
  'theory-classes': ['core', 'exams'],
  completions: ['core', 'certificates', 'amendments', 'reopenings'],
  operations: ['core', 'backups'],
  reminders: ['rules', 'core', 'settings', 'answers', 'texts', 'choices', 'notices', 'messages'],
};

/** What joins a room to its inner ones, beside its module, stands above them all. */
const joins = [
  'classes/class.pages',
  'classes/classes.pages',
  'classes/views/class-actions',
  'classes/views/class-overview',
  'nominations/nominations.jobs',
  'people/person.pages',
  'people/views/person-page',
];

const mostFiles = 45;

const bare = (path: string) => path.replace(/\.tsx?$/, '');

function innerRoomOf(file: string): string {
  const [, inner] = dirname(file).split('/');
  return inner === undefined || inner === 'views' ? 'core' : inner;
}

/** How high a file stands: its room, and its place in it. A file beside the rooms stands above them all. */
function floorOf(file: string): readonly [room: number, inner: number] {
  const room = roomOf(file);
  if (room === null) return [rooms.length, 0];
  const inner = innerRooms[room]?.indexOf(innerRoomOf(file)) ?? 0;
  const isAboveAll = joins.includes(bare(file)) || bare(file).endsWith('.module');
  return [rooms.indexOf(room), isAboveAll ? Infinity : inner];
}

const isAbove = (one: string, other: string) => {
  const [[room, inner], [otherRoom, otherInner]] = [floorOf(one), floorOf(other)];
  return room > otherRoom || (room === otherRoom && inner > otherInner);
};

function importsOf(file: string): string[] {
  const found = [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)];
  return found.map(([, path]) => relative(src, resolve(dirname(join(src, file)), path!)));
}

/** What is left when files that import nothing of the others are taken away, again and again. */
function inCircles(importsOfEach: ReadonlyMap<string, readonly string[]>): string[] {
  let left = [...importsOfEach.keys()];
  for (let before = -1; before !== left.length;) {
    before = left.length;
    const still = new Set(left);
    left = left.filter((file) => importsOfEach.get(file)!.some((target) => still.has(target)));
  }
  return left;
}

describe('the house', () => {
  it('has no room that is not on the floor plan', () => {
    const known = Object.entries(innerRooms).flatMap(([room, inner]) => inner.map((name) => `${room}/${name}`));
    const found = files
      .filter((file) => (roomOf(file) ?? '') in innerRooms)
      .map((file) => `${roomOf(file)}/${innerRoomOf(file)}`);
    expect([...new Set(files.map(roomOf).filter((room) => room !== null))].toSorted()).toEqual(rooms.toSorted());
    expect([...new Set(found)].toSorted()).toEqual(known.toSorted());
  });

  it('has no room a stranger gets lost in', () => {
    const sizes = new Map<string, number>();
    for (const folder of files.map(dirname)) sizes.set(folder, (sizes.get(folder) ?? 0) + 1);
    expect([...sizes].filter(([, size]) => size > mostFiles)).toEqual([]);
  });

  it('imports only from the same room or one above, inside a room too', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => isAbove(target, file))
        .map((target) => `${file} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has no circle of files', () => {
    const each = new Map(files.map((file) => [bare(file), importsOf(file)]));
    expect(inCircles(each)).toEqual([]);
    expect(inCircles(new Map([...each, ['platform/clock', ['desks/menu']]]))).toContain('platform/clock');
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
