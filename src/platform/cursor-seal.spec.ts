import { randomBytes } from 'node:crypto';
import { cursorValues, pageOf } from './paging';
import { sealCursorsWith } from './cursor-seal';

const rows = ['Nguyễn Thị Ánh', 'Trần Văn Bình'].map((name, id) => ({ name, id }));
const cursor = () => pageOf(rows, 1, ({ name, id }) => [name, id]).next!;

describe('a cursor', () => {
  it('says nothing of what its list is sorted by, and brings it back', () => {
    const seal = cursor();
    expect(Buffer.from(seal, 'base64url').toString('utf8')).not.toContain('Ánh');
    expect(cursorValues(seal, 2)).toEqual(['Nguyễn Thị Ánh', 0]);
    expect(cursor()).not.toBe(seal);
  });

  it('altered anywhere, cut short, lengthened or made up is none', () => {
    const seal = cursor();
    const altered = [...seal].map(
      (letter, place) => seal.slice(0, place) + (letter === 'A' ? 'B' : 'A') + seal.slice(place + 1),
    );
    const open = Buffer.from('["Nguyễn Thị Ánh",0]').toString('base64url');
    for (const made of [...altered, seal.slice(0, -1), seal.slice(0, 30), `${seal}A`, `${seal}=`, open, 'MQ', ''])
      expect(() => cursorValues(made, 2)).toThrow(expect.objectContaining({ status: 422 }) as Error);
  });

  it('of another service is none', () => {
    const seal = cursor();
    sealCursorsWith(randomBytes(32));
    expect(() => cursorValues(seal, 2)).toThrow(expect.objectContaining({ status: 422 }) as Error);
  });
});
