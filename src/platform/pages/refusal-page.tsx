import type { Bilingual, Locale } from '../messages/words';
import { words } from '../messages/words';
import type { Refusal, RefusalKind } from '../problems/refusal';
import { LinkButton } from './forms';
import { useAddressed } from './page-context';

const refusalPageWords = words({
  back: { vi: 'Quay lại trang trước', en: 'Back to the page before' },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
});

/** What a form or an address is most often asked for, where no form stands on the page to say it. */
const partsOfAddress: Readonly<Record<string, Bilingual>> = {
  year: { vi: 'Năm', en: 'Year' },
  day: { vi: 'Ngày', en: 'Day' },
  on: { vi: 'Ngày', en: 'Day' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'Until' },
  unitId: { vi: 'Đơn vị', en: 'Unit' },
  classId: { vi: 'Lớp', en: 'Class' },
  courseId: { vi: 'Chương trình', en: 'Course' },
  personId: { vi: 'Cán bộ', en: 'Person' },
  search: { vi: 'Nội dung tìm', en: 'What to look for' },
  reason: { vi: 'Lý do', en: 'Reason' },
};

const notDone: Bilingual = { vi: 'Chưa thực hiện được', en: 'This could not be done' };
const headings: Readonly<Record<RefusalKind, Bilingual>> = {
  unauthenticated: { vi: 'Chưa đăng nhập được', en: 'You are not signed in' },
  forbidden: { vi: 'Không có quyền', en: 'Not allowed' },
  not_found: { vi: 'Không tìm thấy trang', en: 'Page not found' },
  wrong_moment: notDone,
  conflict: notDone,
  precondition_failed: { vi: 'Thông tin vừa được người khác thay đổi', en: 'It was changed meanwhile' },
  too_large: { vi: 'Nội dung gửi lên quá lớn', en: 'What was sent is too large' },
  unsupported: { vi: 'Không đọc được loại tệp này', en: 'This kind of file cannot be read' },
  invalid: { vi: 'Nội dung gửi lên chưa đúng', en: 'What was sent needs correcting' },
  too_many: { vi: 'Đã thử quá nhiều lần', en: 'Too many attempts' },
  busy: { vi: 'Hệ thống chưa trả lời được', en: 'The service could not answer' },
};

/** What happened, in a few words. */
export const refusalHeading = ({ kind, heading }: Refusal, locale: Locale): string =>
  (heading ?? headings[kind])[locale];

export function RefusalPage({ refusal, locale, back }: { refusal: Refusal; locale: Locale; back: string }) {
  const say = refusalPageWords[locale];
  const spoken = useAddressed();
  const { next } = refusal;
  return (
    <div class="empty">
      <h1 class="empty-title">{refusalHeading(refusal, locale)}</h1>
      <p class="empty-subtitle">{spoken(refusal.sentence[locale])}</p>
      {refusal.fields.map((error) => (
        <p>
          {partsOfAddress[error.field] && <strong>{partsOfAddress[error.field]![locale]}: </strong>}
          {spoken(error.message[locale])}
        </p>
      ))}
      <div class="empty-action">
        {next ? (
          <LinkButton href={next.href} label={next.label[locale]} tone="primary" />
        ) : (
          <LinkButton href={back} label={say.back} tone="primary" />
        )}{' '}
        <LinkButton href="/" label={say.home} />
      </div>
    </div>
  );
}
