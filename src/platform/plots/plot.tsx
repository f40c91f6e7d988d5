import type { ComponentChildren } from 'preact';
import { type Drawing, ofThisPlot, type Size } from './draw';

/**
 * A plot with the sentence it shows. Both drawings are in the page and the stylesheet shows the one that fits; to who listens it is a
 * picture named by the sentence, and the numbers stand in the table beside it.
 */
export function Plot({
  id,
  title,
  drawing,
  children,
}: {
  /** Of this plot on its page. */
  id: string;
  /** What is to be seen, as a sentence with its numbers. */
  title: string;
  drawing: Drawing;
  children?: ComponentChildren;
}) {
  const picture = (size: Size) => {
    const { width, height, marks } = drawing[size];
    return (
      <svg
        class={`plot-${size}`}
        role="img"
        aria-label={title}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        // Words in it were escaped when it was drawn.
        dangerouslySetInnerHTML={{ __html: marks.replaceAll(ofThisPlot, `${id}-${size}`) }}
      />
    );
  };
  return (
    <figure class="plot" id={id}>
      <figcaption>{title}</figcaption>
      {picture('wide')}
      {picture('narrow')}
      {children}
    </figure>
  );
}
