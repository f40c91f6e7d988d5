import { words } from '../../platform/messages/words';

/** Why a scan may be refused, by the code of the refusal; what the class manager could do nothing about is not kept. */
export const whyRefusedWords = words({
  attendance_too_early: { vi: 'Quét quá sớm', en: 'Too early' },
  check_in_code_stale: { vi: 'Mã đã hết hạn', en: 'The code had run out' },
  check_in_scan_run_out: { vi: 'Gửi quá muộn', en: 'Sent too late' },
  check_in_code_unreadable: { vi: 'Mã không đúng', en: 'Not a right code' },
  check_in_hall_closed: { vi: 'Mã đã đóng', en: 'The code was closed' },
  check_in_not_enrolled: { vi: 'Không có tên trong buổi học', en: 'Not on the sheet' },
  check_in_wrong_site: { vi: 'Quét ở điểm cầu khác', en: 'At another site' },
  check_in_second_device: { vi: 'Thiết bị đã bị từ chối', en: 'A device that was refused' },
  check_in_device_of_another: { vi: 'Máy đã điểm danh cho người khác', en: 'The phone of somebody else' },
  check_in_code_used: { vi: 'Mã đã dùng, đã bị sửa lại', en: 'A code used before and corrected' },
  check_in_marked_absent: { vi: 'Đã bị ghi vắng', en: 'Marked absent' },
  check_in_not_in: { vi: 'Quét ra khi chưa vào', en: 'Out without having come in' },
  check_in_left_already: { vi: 'Quét vào khi đã ra', en: 'In after having left' },
});

export type WhyRefused = keyof (typeof whyRefusedWords)['vi'];
export const whysRefused = Object.keys(whyRefusedWords.vi) as readonly WhyRefused[];

export const isKept = (code: string): boolean => whysRefused.some((why) => why === code);
