import { words } from '../messages/words';
import { Refusal } from '../problems/refusal';
import type { Actor } from './actor';

export const aboutOneself = {
  vi: 'Đây là việc của chính đồng chí nên đồng chí không tự quyết định, kể cả khi làm thay người khác. Hãy để cán bộ khác có cùng thẩm quyền quyết định; nếu không có ai, đề nghị cấp trên trực tiếp hoặc văn phòng đào tạo của Khối. Nếu văn phòng đào tạo chỉ có một người, hãy ủy quyền cho đồng chí khác ở mục “Ủy quyền”.',
  en: 'This concerns you, so you cannot decide it yourself, not even as somebody’s deputy. Let another officer with the same authority decide; where there is none, ask the next higher level or the training office of the Bloc. If you are the only person in the training office, delegate the role to somebody else under “Deputies”.',
};

/** Nobody decides about oneself (I12), whatever role and whoever's deputy one is. */
export class AboutOneself extends Refusal.saying('about_oneself', 'forbidden', aboutOneself) {}

/** Said after many were recorded at once, and beside the own row before. */
export const leftOutWords = words({
  ownRow: { vi: 'Dòng của chính đồng chí do cán bộ khác ghi.', en: 'Your own row is recorded by another officer.' },
  ownLeftOut: {
    vi: 'Dòng của chính đồng chí không được ghi. Hãy để cán bộ khác quyết định.',
    en: 'Your own row was not recorded; let another officer decide it.',
  },
});

/** @throws AboutOneself */
export function assertNotAboutOneself(actor: Actor, { personId }: { readonly personId: string }): void {
  if (actor.is(personId)) throw new AboutOneself();
}

/**
 * Of several decisions made at once, those about others; the one about oneself is left to others.
 * @throws AboutOneself when nothing else is left
 */
export function aboutOthers<Item>(actor: Actor, items: readonly Item[], personOf: (item: Item) => string | undefined) {
  const others = items.filter((item) => !actor.is(personOf(item) ?? null));
  if (items.length > 0 && others.length === 0) throw new AboutOneself();
  return others;
}
