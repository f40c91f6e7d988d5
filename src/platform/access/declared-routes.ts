import { Injectable, type OnApplicationBootstrap, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { shownOnceKey } from '../idempotency/shown-once';
import { largestBodyOf } from '../limits/largest-body';
import { inPersonKey, needKey, type Need } from './access';

export interface DeclaredRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: string;
  readonly need: Need | undefined;
  /** Whether it answers with a secret that cannot be looked up later. */
  readonly isShownOnce: boolean;
  /** Bytes. */
  readonly largestBody: number;
  /** Whether a token does not do. */
  readonly inPerson: boolean;
}

/** Every route of the service and what it needs; a route that says nothing stops the boot. */
@Injectable()
export class DeclaredRoutes implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const silent = this.list().filter((route) => route.need === undefined);
    if (silent.length > 0) {
      throw new Error(
        `These routes do not declare who may call them: ${silent.map((route) => route.handler).join(', ')}.`,
      );
    }
  }

  list(): DeclaredRoute[] {
    return this.discovery.getControllers().flatMap(({ instance, metatype }) => {
      const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
      const [base] = [this.reflector.get<string | string[]>(PATH_METADATA, metatype as never)].flat();
      return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
        const handler = prototype[name] as () => unknown;
        const method = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, handler);
        if (method === undefined) return [];
        const paths = [this.reflector.get<string | string[]>(PATH_METADATA, handler)].flat();
        return paths.map((path) => ({
          method: RequestMethod[method] ?? String(method),
          path: `/${[base, path]
            .map((part) => (part ?? '').replace(/^\/|\/$/g, ''))
            .filter(Boolean)
            .join('/')}`,
          handler: `${metatype?.name}.${name}`,
          largestBody: largestBodyOf(handler),
          need: this.reflector.getAllAndOverride<Need | undefined>(needKey, [handler, metatype as never]),
          isShownOnce: this.reflector.get<unknown>(shownOnceKey, handler) !== undefined,
          inPerson: this.reflector.get<true | undefined>(inPersonKey, handler) ?? false,
        }));
      });
    });
  }
}
