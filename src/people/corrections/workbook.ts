import { showMoment } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { Written } from '../../platform/sheets/xlsx/written-cell';
import { formFactWords } from '../by-hand/person-form';
import type { CorrectionItem } from './corrections.queries';
import { correctionStateWords, correctionWords } from './corrections.words';

export const correctionWidths = [6, 28, 14, 36, 24, 28, 28, 36, 14, 18, 36, 28];

/** The list as offices print it: one line a request. */
export function correctionSheet(requests: readonly CorrectionItem[], locale: Locale) {
  const say = correctionWords[locale];
  return listSheet(
    say.title,
    [
      ...[say.number, say.person, say.code, say.unit, say.fact, say.stoodThen, say.asked, say.note],
      ...[say.state, say.askedAt, say.answer, say.answered],
    ],
    requests.map((request) => lineOf(request, locale)),
  );
}

function lineOf(request: CorrectionItem, locale: Locale): readonly Written[] {
  const { fullName, code, unitName, fact, stood, asked, note, state, askedAt } = request;
  const { answer, answeredAt, answeredByName } = request;
  const { label, value } = formFactWords(locale, fact);
  const shown = (text: string): Written => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? { day: text } : value(text));
  const answered = answeredAt ? correctionWords[locale].answeredBy(answeredByName!, showMoment(answeredAt)) : '';
  return [
    ...[fullName, code, unitName, label, shown(stood), shown(asked), note ?? ''],
    ...[correctionStateWords[locale][state], { moment: askedAt }, answer ?? '', answered],
  ];
}
