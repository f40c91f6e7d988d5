import { render } from 'preact-render-to-string';
import { barsAcross, columns } from './bars';
import { Plot } from './plot';
import { steps } from './steps';

const series = [
  { name: 'Đã có người', tone: 'blue', values: [3, 0] },
  { name: 'Còn trống', tone: 'empty', values: [2, 6] },
] as const;
const drawings = {
  across: barsAcross({ rows: ['PAC', 'LIX'], series, says: ['5', '6'] }),
  columns: columns({ rows: ['Buổi 1', 'Buổi 2'], series }),
  steps: steps({
    from: '2026-01-01',
    to: '2026-01-20',
    today: '2026-01-10',
    perDay: [{ day: '2026-01-05', count: 3 }],
    level: { at: 5, name: '5 chỉ tiêu' },
    mark: { day: '2026-01-20', name: 'Hạn' },
  }),
};

describe('a plot', () => {
  const html = (drawing = drawings.across, title = 'LIX còn 6/6 chỉ tiêu chưa có người') =>
    render(<Plot id="seats" title={title} drawing={drawing} />);

  it.each(Object.entries(drawings))('of %s carries no style and no colour of its own', (_, drawing) => {
    expect(html(drawing)).not.toMatch(/style|class="zr|ecmeta|<script|#[0-9a-f]{6}/);
    expect(html(drawing)).toContain('var(--plot-blue)');
  });

  it('says what is seen to who reads and to who listens, and keeps its place before it is laid out', () => {
    expect(html()).toContain('<figcaption>LIX còn 6/6 chỉ tiêu chưa có người</figcaption>');
    const pictures = html().match(/<svg [^>]+>/g)!;
    expect(pictures).toHaveLength(2);
    for (const picture of pictures)
      expect(picture).toMatch(/role="img" aria-label="LIX còn 6\/6 chỉ tiêu chưa có người" width="\d+" height="\d+"/);
  });

  it('is drawn for a phone too, with patterns no other drawing of the page has', () => {
    expect([drawings.across.wide.width, drawings.across.narrow.width]).toEqual([760, 320]);
    const ids = html(columns({ rows: ['1'], series: [{ name: '', tone: 'red', values: [1] }] })).match(
      /(?<=id=")[^"]+/g,
    )!;
    expect(ids).toEqual(['seats', 'seats-wide-p0', 'seats-narrow-p0']);
  });

  it('shows names as words, whatever stands in them', () => {
    const named = barsAcross({
      rows: ['<script>alert("A")</script>'],
      series: [{ name: '', tone: 'red', values: [1] }],
    });
    const text = html(named, '<script>');
    expect(text).toContain('&lt;script');
    expect(text).not.toContain('<script');
  });

  it('does not draw what has not come yet', () => {
    const { marks } = steps({ from: '2026-01-01', to: '2026-01-03', today: '2025-12-31', perDay: [] }).wide;
    expect(marks).toMatch(/<path d="" fill="none" stroke="var\(--plot-blue\)" stroke-width="3"/);
  });
});
