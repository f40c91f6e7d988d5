import 'reflect-metadata';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FASTIFY_ROUTE_CONFIG_METADATA } from '@nestjs/platform-fastify/constants';
import type { FastifyContextConfig, FastifyRequest, RouteOptions } from 'fastify';

/** What a request may send when its route says nothing: every form of one thing fits, nothing that keeps us busy does. */
export const usualBodyBytes = 64 * 1024;

/** The largest file a route takes unless it says otherwise. */
export const uploadLimitMegabytes = 10;

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly kilobytes?: number;
    /** Of a route that takes a file beside its form. */
    readonly fileMegabytes?: number;
  }
}

/** Declares that a route takes more than the usual 64 KB, or a file of at most so many megabytes beside its form. */
export function Takes(most: { kilobytes?: number; fileMegabytes?: number }): MethodDecorator {
  return RouteConfig(most satisfies FastifyContextConfig);
}

/** The bytes a handler takes beside a file. */
export function largestBodyOf(handler: object): number {
  const { kilobytes } = (Reflect.getMetadata(FASTIFY_ROUTE_CONFIG_METADATA, handler) ?? {}) as FastifyContextConfig;
  return kilobytes ? kilobytes * 1024 : usualBodyBytes;
}

/** What Fastify reads of a body before it gives up; a file does not pass that way. */
export function limitBody(route: RouteOptions): void {
  if (route.config?.kilobytes) route.bodyLimit = route.config.kilobytes * 1024;
}

/** The most bytes an honest request of this route has, its file included. */
export function largestRequest({ bodyLimit, config }: FastifyRequest['routeOptions']): number {
  return bodyLimit + (config.fileMegabytes ?? 0) * 1024 * 1024;
}
