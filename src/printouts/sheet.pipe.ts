import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '../platform/problems/refusals';
import { type Sheet, sheets } from './sheets';

/** The sheet a path names. */
@Injectable()
export class SheetPipe implements PipeTransform<string, Sheet> {
  transform(value: string): Sheet {
    const sheet = sheets.find((one) => one === value);
    if (!sheet) throw new NotFound();
    return sheet;
  }
}
