import { growth } from '../../../../test/growth';
import { MalformedXml, xmlEvents } from './xml';

const tell = (xml: string) =>
  [...xmlEvents(xml)].map((event) => {
    if (event.kind === 'open') return { open: event.name, ...event.attributes() };
    return event.kind === 'close' ? { close: event.name } : event.text;
  });

describe('xmlEvents', () => {
  it('tells elements, attributes and text in order, without prefixes, comments and declarations', () => {
    const xml = `<?xml version="1.0"?><!-- a > b --><x:row xmlns:r="http://r" r = "3" x:t='"s"'><c/>Phòng &amp; Ban&#10;&#x110;&copy;<![CDATA[<b>]]></x:row>`;
    expect(tell(xml)).toEqual([
      { open: 'row', r: '3', t: '"s"' },
      { open: 'c' },
      { close: 'c' },
      'Phòng & Ban\nĐ&copy;',
      '<b>',
      { close: 'row' },
    ]);
  });

  it('allows > within an attribute', () => {
    expect(tell('<sheet name="a>b"/>')).toEqual([{ open: 'sheet', name: 'a>b' }, { close: 'sheet' }]);
  });

  it('refuses a document type, so that no entity can multiply', () => {
    expect(() => tell('<!DOCTYPE a [<!ENTITY b "bb">]><a>&b;</a>')).toThrow(MalformedXml);
  });

  it.each(['<a', '<a b="c', '<!-- a', '<![CDATA[ a', '<?xml'])('refuses %j, which does not end', (xml) =>
    expect(() => tell(xml)).toThrow(MalformedXml),
  );

  it.each([
    ['tags that never close', (length: number) => '<a '.repeat(length) + '>'],
    ['a tag of nothing but names', (length: number) => `<a ${'b'.repeat(length)}>`],
    ['a tag of nothing but blanks', (length: number) => `<a b${' '.repeat(length)}>`],
    ['ampersands', (length: number) => `<a>${'&#'.repeat(length)}</a>`],
  ])('takes time that grows only with the length: %s', (_, xml) => {
    expect(growth((length) => tell(xml(length)), 200_000)).toBeLessThan(40);
  });
});
