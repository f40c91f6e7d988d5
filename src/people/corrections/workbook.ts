import { showMoment } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import type { WrittenCell } from '../../platform/sheets/xlsx/write-xlsx';
import { formFactWords } from '../by-hand/person-form';
import type { CorrectionItem } from './corrections.queries';
import { correctionStateWords, correctionWords } from './corrections.words';

export const correctionWidths = [6, 28, 14, 36, 24, 28, 28, 36, 14, 18, 36, 28];

/** The list as offices print it: one line a request. */
export function correctionSheet(
  requests: readonly CorrectionItem[],
  locale: Locale,
): readonly (readonly (WrittenCell | null)[])[] {
  const say = correctionWords[locale];
  const labels = [
    ...[say.number, say.person, say.code, say.unit, say.fact, say.stoodThen, say.asked, say.note],
    ...[say.state, say.askedAt, say.answer, say.answered],
  ];
  const title: WrittenCell = { value: say.title, columns: labels.length, look: 'title' };
  return [
    [title, ...labels.slice(1).map(() => null)],
    labels.map((value) => ({ value, look: 'heading' as const })),
    ...requests.map((request, index) => lineOf(request, index + 1, locale).map((value) => ({ value }))),
  ];
}

function lineOf(request: CorrectionItem, number: number, locale: Locale): readonly (string | number)[] {
  const { fullName, code, unitName, fact, stood, asked, note, state, askedAt } = request;
  const { answer, answeredAt, answeredByName } = request;
  const { label, value } = formFactWords(locale, fact);
  const answered = answeredAt ? correctionWords[locale].answeredBy(answeredByName!, showMoment(answeredAt)) : '';
  return [
    ...[number, fullName, code, unitName, label, value(stood), value(asked), note ?? ''],
    ...[correctionStateWords[locale][state], showMoment(askedAt), answer ?? '', answered],
  ];
}
