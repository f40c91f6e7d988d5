import { type Day, showDay } from '../platform/clock';
import { declareActions } from '../platform/journal/actions';
import { type Bilingual, type Locale, words } from '../platform/messages/words';
import type { TrainingRecordItem } from './training-records.queries';
import { type AwardFacts, validityOn } from './validity';

export const trainingRecordWords = words({
  helpOfMine: {
    vi: 'Những lớp đồng chí đã học và giấy chứng nhận, xếp mới nhất trước. Thiếu hoặc sai thì báo bí thư đơn vị, kèm bản giấy.',
    en: 'What you have completed and your certificates, the latest first. If something is missing, show the paper to the secretary of your unit.',
  },
  helpOfPerson: {
    vi: 'Quá trình đào tạo, bồi dưỡng của một người, mới nhất trước. In được thành phiếu, thiếu văn bằng thì ghi thêm từ đây.',
    en: 'What one person has completed, the latest first. It can be printed, and missing diplomas are entered from here.',
  },
  mine: { vi: 'Quá trình đào tạo của tôi', en: 'My training record' },
  trainingRecord: { vi: 'Quá trình đào tạo, bồi dưỡng', en: 'Training record' },
  atAGlance: { vi: 'Tóm tắt', en: 'At a glance' },
  theoryLevel: { vi: 'Trình độ lý luận chính trị', en: 'Political theory level' },
  completedClasses: { vi: 'Lớp đã hoàn thành', en: 'Classes completed' },
  awardsInForce: { vi: 'Giấy chứng nhận, bằng còn giá trị', en: 'Awards in force' },
  awards: { vi: 'Giấy chứng nhận và bằng tốt nghiệp', en: 'Certificates and diplomas' },
  certificate: { vi: 'Giấy chứng nhận', en: 'Certificate' },
  diploma: { vi: 'Bằng tốt nghiệp', en: 'Diploma' },
  award: { vi: 'Loại', en: 'Kind' },
  number: { vi: 'Số', en: 'Number' },
  noNumberYet: { vi: 'Nhà trường chưa cấp số', en: 'The school has not given its number yet' },
  noCertificateNumber: { vi: 'Chưa có số', en: 'No number' },
  validity: { vi: 'Giá trị', en: 'Validity' },
  not_given: { vi: 'Chưa được cấp', en: 'Not given yet' },
  revoked: { vi: (day: string) => `Đã thu hồi ngày ${day}`, en: (day: string) => `Revoked on ${day}` },
  lasting: { vi: 'Không thời hạn', en: 'No expiry' },
  in_force: { vi: (day: string) => `Còn giá trị đến ${day}`, en: (day: string) => `In force until ${day}` },
  ends_soon: { vi: (day: string) => `Sắp hết giá trị: ${day}`, en: (day: string) => `Ends soon: ${day}` },
  ended: { vi: (day: string) => `Hết giá trị ngày ${day}`, en: (day: string) => `Ended on ${day}` },
  noAwards: { vi: 'Chưa có giấy chứng nhận hay bằng nào', en: 'No certificate or diploma yet' },
  noAwardsNext: {
    vi: 'Giấy chứng nhận được cấp khi lớp bế giảng và có thể xem tại đây.',
    en: 'A certificate is issued when a class closes, and then appears here.',
  },
  course: { vi: 'Chương trình', en: 'Course' },
  class: { vi: 'Lớp', en: 'Class' },
  when: { vi: 'Thời gian', en: 'When' },
  fromTo: {
    vi: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    en: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  ungraded: { vi: 'Không xếp loại', en: 'Not graded' },
  unitThen: { vi: 'Đơn vị, chức vụ khi học', en: 'Unit and position then' },
  nothingYet: { vi: 'Chưa hoàn thành lớp nào', en: 'No class completed yet' },
  nothingYetMine: {
    vi: 'Khi đồng chí hoàn thành một lớp, kết quả sẽ được ghi tại đây. Nếu thấy thiếu, xin báo bí thư đơn vị hoặc văn phòng đào tạo.',
    en: 'When you complete a class, it is recorded here. If something is missing, tell your secretary or the training office.',
  },
  nothingYetOf: {
    vi: 'Kết quả được ghi tại đây khi lớp bế giảng.',
    en: 'What is completed is recorded here when its class closes.',
  },
  paper: { vi: 'Bản xác nhận quá trình đào tạo', en: 'Confirmation of the training record' },
  needs: { vi: 'Còn thiếu gì?', en: 'What is still missing?' },
  addCertificate: { vi: 'Ghi giấy chứng nhận đã cấp', en: 'Enter an earlier certificate' },
  addDocument: { vi: 'Ghi văn bằng, xác nhận', en: 'Enter a diploma or confirmation' },
  documents: { vi: 'Văn bằng, xác nhận từ nơi khác', en: 'Diplomas and confirmations from elsewhere' },
  document: { vi: 'Văn bằng, văn bản', en: 'Document' },
  issuedBy: { vi: 'Nơi cấp', en: 'Issued by' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  issuedOnDay: { vi: (day: string) => `ngày ${day}`, en: (day: string) => `of ${day}` },
  history: { vi: 'Xem các lần sửa', en: 'Look at its history' },
  historyOrCorrect: { vi: 'Xem, sửa dòng này', en: 'Look at it or correct it' },
});

/** How an award stands on a day, as its holder and the office read it. */
export function validitySentence(award: AwardFacts, today: Day, locale: Locale): string {
  const say = trainingRecordWords[locale];
  const validity = validityOn(award, today);
  if (validity === 'not_given' || validity === 'lasting') return say[validity];
  return say[validity](showDay((award.awardRevokedOn ?? award.validUntil)!));
}

/** The number of a certificate or diploma, with its day and its school as far as they are known. */
export function awardInWords(
  { awardNumber, issuedOn, issuedBy }: Pick<TrainingRecordItem, 'awardNumber' | 'issuedOn' | 'issuedBy'>,
  locale: Locale,
): string | null {
  const day = issuedOn && trainingRecordWords[locale].issuedOnDay(showDay(issuedOn));
  return awardNumber && [awardNumber, day, issuedBy].filter(Boolean).join(', ');
}

/** What a level rests on, to stand in brackets after it. */
export function sourceSentence(
  line: Pick<TrainingRecordItem, 'kind' | 'awardNumber' | 'issuedBy' | 'issuedOn' | 'className' | 'endedOn'> | null,
): Bilingual {
  if (line === null) return { vi: 'theo danh sách đơn vị gửi', en: 'as the roster of the unit has it' };
  if (line.kind === 'completion' && line.issuedBy === null) {
    return {
      vi: `đã học ${line.className}, bế giảng ${showDay(line.endedOn)}`,
      en: `completed ${line.className}, closed on ${showDay(line.endedOn)}`,
    };
  }
  if (line.kind === 'earlier_certificate') {
    return {
      vi: `theo giấy chứng nhận số ${line.awardNumber} của ${line.issuedBy}`,
      en: `by certificate ${line.awardNumber}, ${line.issuedBy}`,
    };
  }
  const on = line.issuedOn ? showDay(line.issuedOn) : '';
  return line.kind !== 'equivalence'
    ? {
        vi: `theo bằng số ${line.awardNumber} ngày ${on} của ${line.issuedBy}`,
        en: `by diploma ${line.awardNumber} of ${on}, ${line.issuedBy}`,
      }
    : {
        vi: `theo văn bản xác nhận số ${line.awardNumber} ngày ${on} của ${line.issuedBy}`,
        en: `by confirmation ${line.awardNumber} of ${on}, ${line.issuedBy}`,
      };
}

export const recordActions = declareActions('training_records', {
  corrected: {
    vi: 'đã sửa một dòng quá trình đào tạo',
    en: 'corrected a line of the training record',
  },
  certificate_entered: {
    vi: 'đã ghi giấy chứng nhận cấp ngoài hệ thống này',
    en: 'entered a certificate from before this service',
  },
  entered: {
    vi: 'đã ghi văn bằng, xác nhận do nơi khác cấp',
    en: 'entered a diploma or a confirmation from elsewhere',
  },
  passed_on: {
    vi: 'đã ghi dòng quá trình đào tạo của hồ sơ khác cùng người',
    en: 'recorded a line of another record of the same person',
  },
  printed: { vi: 'đã in bản xác nhận quá trình đào tạo', en: 'printed the training record' },
  read: { vi: 'đã xem quá trình đào tạo', en: 'looked at the training record' },
  withdrawn: {
    vi: 'đã hủy một dòng quá trình đào tạo ghi sai',
    en: 'withdrew a wrong line of the training record',
  },
  written: { vi: 'đã ghi quá trình đào tạo', en: 'wrote a line of the training record' },
});
