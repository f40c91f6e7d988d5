import type { FastifyRequest } from 'fastify';
import { carriedForm } from './carried-form';

const sent = (body: unknown, headers = {}) =>
  ({ url: '/classes/1/marks?module=1', headers, body, isMultipart: () => false }) as unknown as FastifyRequest;

describe('a form that waits for a sign-in', () => {
  it('is carried name by name, a list under its one name', async () => {
    const form = await carriedForm(sent({ reason: 'Chấm lại', ids: ['a', 'b'] }));
    expect(form).toEqual({
      action: '/classes/1/marks?module=1',
      part: null,
      hasFile: false,
      fields: [
        ['reason', 'Chấm lại'],
        ['ids', 'a'],
        ['ids', 'b'],
      ],
    });
  });

  it('knows the part its answer is for by a plain id alone', async () => {
    expect(await carriedForm(sent({}, { 'hx-target': 'person-1' }))).toMatchObject({ part: 'person-1' });
    expect(await carriedForm(sent({}, { 'hx-target': 'a, body' }))).toMatchObject({ part: null });
  });

  it('is not carried when it is more than a page should hold', async () => {
    expect(await carriedForm(sent({ text: 'd'.repeat(1_000_001) }))).toMatchObject({ fields: null });
    expect(await carriedForm(sent({ ids: Array(20_001).fill('a') }))).toMatchObject({ fields: null });
  });
});
