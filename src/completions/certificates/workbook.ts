import { showDay } from '../../platform/clock';
import type { Locale } from '../../platform/messages/words';
import { listSheet } from '../../platform/sheets/xlsx/list-sheet';
import type { Written } from '../../platform/sheets/xlsx/written-cell';
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
    certificates.map((certificate) => lineOf(certificate, locale)),
  );
}

function lineOf(certificate: CertificateItem, locale: Locale): Written[] {
  const { number, holderName, birthDate, printedUnitName, courseName, courseNameEn, classCode, grade } = certificate;
  const { issuedOn, validUntil, standing, replacedByNumber } = certificate;
  const until = heldUntil(certificate, locale);
  return [
    number,
    holderName,
    { day: birthDate },
    printedUnitName,
    locale === 'vi' ? courseName : courseNameEn,
    classCode,
    grade ? gradeWords[locale][grade] : '',
    { day: issuedOn },
    validUntil !== null && until === showDay(validUntil) ? { day: validUntil } : until,
    standingWords[locale][standing],
    replacedByNumber ?? '',
  ];
}
