import { Injectable, type PipeTransform } from '@nestjs/common';
import { found } from '../platform/problems/refusals';
import { type Sheet, sheets } from './sheets';

/** The sheet a path names. */
@Injectable()
export class SheetPipe implements PipeTransform<string, Sheet> {
  transform(value: string): Sheet {
    return found(sheets.find((one) => one === value));
  }
}
