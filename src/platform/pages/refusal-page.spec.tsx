import { NotAllowed, NotFound } from '../problems/refusals';
import { RefusalPage } from './refusal-page';
import { renderFragment } from './render';

describe('a page that refuses', () => {
  const heading = (refusal: NotFound | NotAllowed) =>
    /<h1[^>]*>([^<]*)<\/h1>/.exec(
      renderFragment(
        { locale: 'vi', actorName: null, path: '/', navigation: [], flash: null },
        <RefusalPage refusal={refusal} locale="vi" back="/" />,
      ),
    )?.[1];

  it('begins with what happened, and names no number', () => {
    expect([new NotFound(), new NotAllowed()].map(heading)).toEqual(['Không tìm thấy trang', 'Không có quyền']);
  });
});
