import { EmptyState, PageHeader } from './blocks';
import type { PageContext } from './page-context';
import { renderFragment, renderPage } from './render';
import { pageWords } from './words';

const context: PageContext = {
  locale: 'vi',
  actorName: 'Nguyễn Thị Ánh',
  path: '/classes?state=open',
  navigation: [
    { href: '/', label: 'Bàn làm việc', current: false, place: 'line' },
    { href: '/classes', label: 'Lớp', current: true, place: 'line' },
  ],
  flash: null,
};

const page = (changes: Partial<PageContext> = {}, title = 'Các lớp') =>
  renderPage({ ...context, ...changes }, title, <PageHeader title={title} />);

describe('a page', () => {
  it('escapes whatever it is given', () => {
    const html = page({ actorName: '<script>alert(1)</script>' }, 'Lớp <b>"12"</b> & 13');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<b>');
    expect(html).toContain('<h1>Lớp &lt;b>');
  });

  it('carries no inline script, no inline style and nothing from elsewhere', () => {
    const html = page({ flash: { tone: 'info', text: 'Xin chào' } });
    expect(html).not.toMatch(/\sstyle=|<style|\son\w+=/);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('says in its head what the service is for, in the reader’s language', () => {
    expect(page()).toMatch(/<meta name="description" content="Cử học · Khối: [^"]{10,}"/);
    expect(page({ locale: 'en' })).toMatch(/<meta name="description" content="Training nominations: [^"]{10,}"/);
  });

  it('tells htmx to inject no style and to evaluate nothing', () => {
    const settings = /name="htmx-config" content="([^"]+)"/.exec(page())![1]!.replaceAll('&quot;', '"');
    expect(JSON.parse(settings)).toMatchObject({ includeIndicatorStyles: false, allowEval: false });
  });

  it('waits for one stylesheet', () => {
    expect(page().match(/rel="stylesheet"/g)).toHaveLength(1);
  });

  it('marks the current entry of the menu and no other', () => {
    const html = page();
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html).toContain('<a href="/classes" aria-current="page">Lớp</a>');
  });

  it('switches to the other language by a form that comes back to the same address', () => {
    const vietnamese = page();
    expect(vietnamese).toContain('<html lang="vi"');
    expect(vietnamese).toContain('<form method="post" action="/language">');
    expect(vietnamese).toContain('name="locale" value="en"');
    expect(vietnamese).toContain('name="back" value="/classes?state=open"');
    expect(page({ locale: 'en' })).toContain('name="locale" value="vi"');
  });

  it('looks as the system does unless the reader chose, before any stylesheet is there', () => {
    expect(page()).not.toContain('data-bs-theme');
    expect(page()).toContain('<meta name="color-scheme" content="light dark"');
    expect(page()).toContain('value="system" aria-pressed="true"');
    const dark = page({ theme: 'dark' });
    expect(dark).toContain('data-bs-theme="dark"');
    expect(dark).toContain('<meta name="color-scheme" content="dark"');
    expect(dark.match(/aria-pressed="true"/g)).toHaveLength(1);
  });

  it('offers signing out to whoever is signed in, and signing in to a visitor', () => {
    expect(page()).toContain('action="/sign-out"');
    const visitor = page({ actorName: null, navigation: [] });
    expect(visitor).not.toContain('action="/sign-out"');
    expect(visitor).toContain('href="/sign-in"');
    expect(visitor).not.toContain('<nav');
  });

  it('reads a refusal out at once and a success politely', () => {
    expect(page({ flash: { tone: 'danger', text: 'Lớp đã hết chỉ tiêu.' } })).toMatch(
      /role="alert"[^>]*><svg.*hết chỉ/,
    );
    expect(page({ flash: { tone: 'success', text: 'Đã gửi.' } })).toMatch(/role="status"><svg.*Đã gửi/);
  });

  it('lets the keyboard skip the menu', () => {
    const html = page();
    expect(html.indexOf('href="#main"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main id="main"');
  });
});

describe('a fragment', () => {
  it('is the part alone', () => {
    const html = renderFragment(context, <EmptyState title="Chưa có ai" next="Bấm nút dưới." />);
    expect(html).toMatch(/^<div class="empty-state">/);
  });
});

describe('the words of the pages', () => {
  it('are filled in in both languages', () => {
    for (const column of Object.values(pageWords)) {
      for (const phrase of Object.values(column)) expect(phrase).not.toBe('');
    }
  });
});
