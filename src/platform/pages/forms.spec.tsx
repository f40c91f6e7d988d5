import type { VNode } from 'preact';
import { InvalidInput } from '../problems/refusals';
import { CheckField, ChoiceField, RowCheck, SelectField } from './choices';
import { DayField, FileField, NumberField, PasswordField, TextArea, TextField } from './fields';
import { ActionButton, Form } from './forms';
import { Filters, Pager } from './lists';
import { Problem } from './notices';
import { renderFragment } from './render';

const inVietnamese = (body: VNode) =>
  renderFragment({ locale: 'vi', actorName: null, path: '/', navigation: [], flash: null }, body);
const inEnglish = (body: VNode) =>
  renderFragment({ locale: 'en', actorName: null, path: '/', navigation: [], flash: null }, body);

/** The opening tag of the control with this name. */
const control = (html: string, name: string) =>
  html.match(/<[^>]+>/g)!.find((tag) => tag.includes(` name="${name}"`)) ?? '';

const refusal = InvalidInput.field('letter.number', 'missing', {
  vi: 'Chưa ghi số công văn.',
  en: 'The letter has no number.',
});

describe('a refused form', () => {
  const choices = [
    { value: 'part_time', label: 'Không tập trung' },
    { value: 'full_time', label: 'Tập trung' },
  ];
  const form = (
    <Form
      action="/nominations"
      errors={refusal.fields}
      values={{
        letter: { number: '', day: '2026-11-30' },
        reason: 'Cán bộ <chủ chốt> & quy hoạch',
        mark: '7,5',
        mode: 'full_time',
        days: ['sat'],
        checked: 'true',
        password: 'bí mật',
      }}
    >
      <TextField name="letter.number" label="Số công văn" hint="Ví dụ: 125-CV/ĐU" required />
      <DayField name="letter.day" label="Ngày công văn" />
      <NumberField name="mark" label="Điểm" isWhole={false} />
      <TextArea name="reason" label="Lý do" />
      <SelectField name="mode" label="Hình thức học" choices={choices} />
      <ChoiceField name="days" label="Ngày học" isMany choices={[{ value: 'sat', label: 'Thứ Bảy' }]} />
      <CheckField name="checked" label="Đã đối chiếu" />
      <PasswordField name="password" label="Mật khẩu" autocomplete="current-password" />
      <FileField name="list" label="Danh sách" />
    </Form>
  );

  it('keeps everything that was typed', () => {
    const html = inVietnamese(form);
    expect(control(html, 'letter.day')).toContain('value="30/11/2026"');
    expect(control(html, 'mark')).toContain('value="7,5"');
    expect(html).toContain('Cán bộ &lt;chủ chốt> &amp; quy hoạch</textarea>');
    expect(html).toMatch(/<option[^>]*value="full_time"[^>]*selected|<option selected value="full_time"/);
    expect(control(html, 'days')).toContain('checked');
    expect(control(html, 'checked')).toContain('checked');
  });

  it('never gives a password back', () => {
    expect(inVietnamese(form)).not.toContain('bí mật');
  });

  it('says that a file must be chosen again', () => {
    expect(inVietnamese(form)).toContain('chọn lại tệp');
  });

  it('ties hint and error to the field that is wrong, and only to that', () => {
    const html = inVietnamese(form);
    const wrong = control(html, 'letter.number');
    expect(wrong).toContain('aria-invalid="true"');
    expect(wrong).toContain('aria-describedby="form-letter-number-hint form-letter-number-error"');
    expect(html).toMatch(/id="form-letter-number-error".*Chưa ghi số công văn\./);
    expect(html).toContain('<label class="form-label" for="form-letter-number">');
    expect(control(html, 'mark')).toContain('aria-invalid="false"');
  });

  it('leads from the problem to the field, in the language of the reader', () => {
    const html = inEnglish(
      <>
        <Problem refusal={refusal} />
        {form}
      </>,
    );
    expect(html).toContain('role="alert"');
    expect(html).toMatch(/<a href="#form-letter-number">[^<]*The letter has no number\.<\/a>/);
    expect(inEnglish(<Problem refusal={null} />)).toBe('');
  });

  it('names above the form what is wrong in it, in the order of its fields', () => {
    const refused = new InvalidInput([
      ...InvalidInput.missing('mode', 'compared', 'letter.number').fields,
      { field: 'mark', code: 'not_a_mark', message: { vi: 'Ghi từ 0 đến 10.', en: 'From 0 to 10.' } },
      { field: 'ids', code: 'not_ids', message: { vi: 'Chưa chọn ai.', en: 'Nobody is chosen.' }, isMissing: true },
    ]);
    const page = (
      <>
        <Problem refusal={refused} />
        <Form action="/" id="own" errors={refused.fields}>
          <TextField name="letter.number" label="Số công văn" required />
          <NumberField name="mark" label="Điểm" />
          <RowCheck name="ids" value="1" label="Trần Văn An" />
          <RowCheck name="ids" value="2" label="Lê Thị Bình" />
          <SelectField name="mode" label="Học tập trung?" choices={[]} />
          <CheckField name="compared" label="Đã đối chiếu" />
        </Form>
      </>
    );
    const links = (html: string) =>
      [...html.matchAll(/<a href="#([^"]+)">([^<]*)/g)].map(([, id, said]) => `${id} ${said}`);
    const html = inVietnamese(page);
    expect(links(html)).toEqual([
      'own-letter-number Chưa ghi số công văn.',
      'own-mark Điểm: Ghi từ 0 đến 10.',
      'own-ids Chưa chọn ai.',
      'own-mode Chưa chọn “Học tập trung?”.',
      'own-compared Chưa đánh dấu “Đã đối chiếu”.',
    ]);
    expect(html.match(/id="own-ids"/g)).toHaveLength(1);
    expect(html).toMatch(/id="own-letter-number-error".*?Chưa ghi số công văn\./);
    expect(links(inEnglish(page))[0]).toBe('own-letter-number Fill in “Số công văn”.');
  });

  it('takes values under flat names as well', () => {
    const html = inVietnamese(
      <Form action="/" values={{ 'letter.number': '12-CV/ĐU' }}>
        <TextField name="letter.number" label="Số" />
      </Form>,
    );
    expect(control(html, 'letter.number')).toContain('value="12-CV/ĐU"');
  });
});

describe('one action', () => {
  it('is a form with one button', () => {
    const html = inVietnamese(
      <ActionButton action="/classes/1/announcement" label="Thông báo" hidden={{ version: 3 }} />,
    );
    expect(html).toContain('<form method="post" action="/classes/1/announcement"');
    expect(control(html, 'version')).toContain('value="3"');
    expect(html).not.toContain('<details');
  });

  it('asks first without script, and gives every row its own ids', () => {
    const withdrawal = (id: number) => (
      <ActionButton action={`/nominations/${id}/withdrawal`} label="Rút tên" tone="danger" confirm="Sẽ mất chỉ tiêu.">
        <TextField name="reason" label="Lý do" />
      </ActionButton>
    );
    const html = inVietnamese(
      <div>
        {withdrawal(1)}
        {withdrawal(2)}
      </div>,
    );
    expect(html.indexOf('<summary')).toBeLessThan(html.indexOf('Sẽ mất chỉ tiêu.'));
    expect(html).toContain('id="do-nominations-1-withdrawal-reason"');
    expect(html).toContain('id="do-nominations-2-withdrawal-reason"');
  });
});

describe('a list', () => {
  it('keeps what it is narrowed by, and offers to clear it but not its order', () => {
    const html = inVietnamese(
      <Filters action="/nominations" values={{ q: 'Ánh' }} hidden={{ sort: 'name' }}>
        <TextField name="q" label="Tên" />
      </Filters>,
    );
    expect(control(html, 'q')).toContain('value="Ánh"');
    expect(html).toContain('method="get"');
    expect(html).toContain('href="/nominations?sort=name"');
  });

  it('goes on by cursor with the same filters, and stops at its end', () => {
    const pager = (next: string | null) => (
      <Pager path="/nominations" query={{ q: 'Ánh', state: '' }} next={next} isFirstPage />
    );
    expect(inVietnamese(pager('abc'))).toContain('href="/nominations?q=%C3%81nh&amp;cursor=abc"');
    expect(inVietnamese(pager(null))).toBe('');
  });
});
