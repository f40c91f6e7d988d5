import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { tellParent } from './boot-told';

@Controller()
class EmptyController {
  @Get('sign-in')
  page(): string {
    return '';
  }
}

@Module({ controllers: [EmptyController] })
class EmptyModule {}

/** An application with one page and nothing behind it; the files of packages listed in the file it is told are loaded all the same. */
async function main(): Promise<void> {
  const load = createRequire(__filename);
  for (const file of JSON.parse(readFileSync(process.argv[2]!, 'utf8')) as string[]) load(file);
  const app = await NestFactory.create<NestFastifyApplication>(EmptyModule, new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  tellParent({ url: await app.getUrl(), packages: [] });
}

void main();
