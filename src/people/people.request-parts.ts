import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import type { Bilingual } from '../platform/messages/words';
import { readEmail, readPhone } from './contacts/contacts';
import { longestText } from './person.contradictions';
import { ratings } from './person.values';

/** Ratings by year: `{"2024": "good"}`; may be left out. */
export function RatingsByYear(): PropertyDecorator {
  const isRatings = (value: unknown) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(([year, rating]) => /^20\d\d$/.test(year) && ratings.some((known) => known === rating));
  return applyDecorators(
    IsOptional(),
    ApiPropertyOptional({
      type: 'object',
      additionalProperties: { type: 'string', enum: [...ratings] },
      description: 'By year, e.g. {"2024": "good"}.',
    }),
    checked(isRatings, {
      code: 'not_ratings',
      vi: 'Xếp loại ghi theo từng năm và chọn trong bốn mức.',
      en: `Ratings by year, each one of: ${ratings.join(', ')}.`,
    }),
  );
}

/** A Vietnamese telephone number, however it is punctuated; may be left out. */
export const Phone = () =>
  contact(readPhone, {
    code: 'not_a_phone',
    vi: 'Số điện thoại chưa đúng, ví dụ: 0912345678.',
    en: 'Not a phone number; for example 0912345678.',
  });

/** A mail address as rosters have it, in lower case; may be left out. */
export const Mailbox = () =>
  contact(readEmail, {
    code: 'not_an_email',
    vi: 'Địa chỉ thư chưa đúng, ví dụ: ten@donvi.vn.',
    en: 'Not an e-mail address; for example name@unit.vn.',
  });

type Remedy = Bilingual & { readonly code: string };

/** @param read the one reader of such a value, which rosters are read with too */
function contact(read: (text: string) => string | null, remedy: Remedy): PropertyDecorator {
  return applyDecorators(
    IsOptional(),
    ApiPropertyOptional({ type: String }),
    Transform(({ value }) => (typeof value === 'string' ? (read(value.trim()) ?? value) : (value as unknown))),
    checked((value) => typeof value === 'string' && value.length <= longestText && read(value) !== null, remedy),
  );
}

/** What is wrong is only told along with a message, which nobody reads. */
const checked = (validate: (value: unknown) => boolean, remedy: Remedy): PropertyDecorator =>
  ValidateBy({ name: remedy.code, validator: { validate } }, { context: remedy, message: remedy.en });
