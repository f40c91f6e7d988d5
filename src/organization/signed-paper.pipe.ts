import { Injectable, type PipeTransform } from '@nestjs/common';
import { found } from '../platform/problems/refusals';
import { type SignedPaper, signedPapers } from './signatures';

/** The kind of paper a path names. */
@Injectable()
export class SignedPaperPipe implements PipeTransform<string, SignedPaper> {
  transform(value: string): SignedPaper {
    return found(signedPapers.find((known) => known === value));
  }
}
