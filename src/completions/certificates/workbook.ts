import { showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import { gradeWords } from '../../training-records/training-record.labels';
import type { CertificateItem } from './certificates.queries';
import { certificateWords, heldUntil, standingWords } from './certificates.words';

export const registerWidths = [6, 22, 28, 12, 34, 34, 16, 14, 12, 14, 24, 22];

/** The register as offices print it: one line a certificate, replaced and revoked ones with what became of them. */
export function registerSheet(certificates: readonly CertificateItem[], locale: Locale) {
  const say = certificateWords[locale];
  return listSheet(
    say.register,
    [
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
    ],
    certificates.map((certificate) => textsOf(certificate, locale)),
  );
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
