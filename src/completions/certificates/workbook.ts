import { showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import type { WrittenCell } from '../../platform/sheets/xlsx/write-xlsx';
import { gradeWords } from '../../training-records/training-record.labels';
import type { CertificateItem } from './certificates.queries';
import { certificateWords, heldUntil, standingWords } from './certificates.words';

export const registerWidths = [6, 22, 28, 12, 34, 34, 16, 14, 12, 14, 24, 22];

/** The register as offices print it: one line a certificate, replaced and revoked ones with what became of them. */
export function registerSheet(
  certificates: readonly CertificateItem[],
  locale: Locale,
): readonly (readonly (WrittenCell | null)[])[] {
  const say = certificateWords[locale];
  const labels = [
    say.rowNumber,
    say.number,
    say.holder,
    say.birthDate,
    say.unit,
    say.course,
    say.class,
    say.grade,
    say.issuedOn,
    say.validUntil,
    say.standing,
    say.replacedBy,
  ];
  const title: WrittenCell = { value: say.register, columns: labels.length, look: 'title' };
  return [
    [title, ...labels.slice(1).map(() => null)],
    labels.map((value) => ({ value, look: 'heading' as const })),
    ...certificates.map((certificate, index) =>
      [index + 1, ...textsOf(certificate, locale)].map((value) => ({ value })),
    ),
  ];
}

function textsOf(certificate: CertificateItem, locale: Locale): string[] {
  const { number, holderName, birthDate, printedUnitName, courseName, courseNameEn, classCode, grade } = certificate;
  const { issuedOn, standing, replacedByNumber } = certificate;
  return [
    number,
    holderName,
    showDay(birthDate),
    printedUnitName,
    locale === 'vi' ? courseName : courseNameEn,
    classCode,
    grade ? gradeWords[locale][grade] : '',
    showDay(issuedOn),
    heldUntil(certificate, locale),
    standingWords[locale][standing],
    replacedByNumber ?? '',
  ];
}
