import type { Locale } from '../messages/words';
import type { Refusal } from '../problems/refusal';
import { words } from '../messages/words';

const refusalPageWords = words({
  heading: { vi: 'Chưa thực hiện được', en: 'This could not be done' },
  back: { vi: 'Quay lại trang trước', en: 'Back to the page before' },
  home: { vi: 'Về trang đầu', en: 'To the first page' },
});

export function RefusalPage({ refusal, locale, back }: { refusal: Refusal; locale: Locale; back: string }) {
  const say = refusalPageWords[locale];
  return (
    <div class="empty">
      <p class="empty-header">{refusal.status}</p>
      <h1 class="empty-title">{say.heading}</h1>
      <p class="empty-subtitle">{refusal.sentence[locale]}</p>
      {refusal.fields.map((error) => (
        <p>
          <strong>{error.field}</strong>: {error.message[locale]}
        </p>
      ))}
      <div class="empty-action">
        <a class="btn btn-primary" href={back}>
          {say.back}
        </a>{' '}
        <a class="btn" href="/">
          {say.home}
        </a>
      </div>
    </div>
  );
}
