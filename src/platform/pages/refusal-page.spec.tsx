import { InvalidInput, NotAllowed, NotFound } from '../problems/refusals';
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

  it('names what is wrong in words, never by the name of a field', () => {
    const wrong = InvalidInput.missing('unitId', 'templateId');
    const html = renderFragment(
      { locale: 'vi', actorName: null, path: '/', navigation: [], flash: null },
      <RefusalPage refusal={wrong} locale="vi" back="/" />,
    );
    expect(html).toContain('<strong>Đơn vị: </strong>Mục này còn trống.');
    expect(html).not.toMatch(/unitId|templateId/);
  });

  it('begins with what happened, and names no number', () => {
    expect([new NotFound(), new NotAllowed()].map(heading)).toEqual(['Không tìm thấy trang', 'Không có quyền']);
  });
});
