import { SetMetadata } from '@nestjs/common';
import type { Bilingual } from '../messages/words';

export const shownOnceKey = Symbol('shown once');

/** Declares that a route answers with a secret nobody can look up later. `anew` says how to get a new one. */
export const ShownOnce = (anew: Bilingual): MethodDecorator => SetMetadata(shownOnceKey, anew);
