import { assetUrl } from '../../../platform/pages/assets';
import { EmptyState, PageHeader } from '../../../platform/pages/blocks';
import { LinkButton } from '../../../platform/pages/forms';
import { linkTo } from '../../../platform/pages/links';
import { Notice } from '../../../platform/pages/notices';
import { useLocale, useWords } from '../../../platform/pages/page-context';
import { pictureOf, pictureSize, stepsOf } from '../tours';
import type { TourName } from '../tour-names';
import { stepWords, tourWords } from '../tours.words';

interface Props {
  readonly tour: TourName | null;
  /** All that are the reader's. */
  readonly tours: readonly TourName[];
}

export function TourPage({ tour, tours }: Props) {
  const say = useWords(tourWords);
  if (tour === null) {
    return (
      <>
        <PageHeader title={say.title} />
        <EmptyState title={say.none} next={say.noneNext} action={<LinkButton href="/" label={say.desk} />} />
      </>
    );
  }
  const others = tours.filter((name) => name !== tour);
  return (
    <>
      <PageHeader title={say.title} subtitle={say[tour]} />
      <Steps tour={tour} />
      {others.length > 0 && (
        <nav class="actions" aria-label={say.others}>
          {others.map((name) => (
            <LinkButton href={linkTo('/tour', { of: name })} label={say[name]} />
          ))}
        </nav>
      )}
    </>
  );
}

function Steps({ tour }: { tour: TourName }) {
  const say = useWords(tourWords);
  const locale = useLocale();
  const sentences = useWords<Readonly<Record<string, string>>>(stepWords[tour]);
  return (
    <ol class="tour">
      {stepsOf(tour).map(({ name, href, page }) => (
        <li>
          <div class="tour-step">
            <div>
              <p>{sentences[name]}</p>
              <LinkButton href={href} label={page[locale]} />
            </div>
            <img
              src={assetUrl(pictureOf(tour, name, locale))}
              alt={say.picture(page[locale])}
              {...pictureSize}
              loading="lazy"
            />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** On a desk, while its reader is new. */
export function TourOffered({ tour }: { tour: TourName }) {
  const say = useWords(tourWords);
  return (
    <Notice tone="info" heading={say.isNew}>
      <p>
        {say.isNewNext(stepsOf(tour).length)} <a href="/tour">{say.title}</a>
      </p>
    </Notice>
  );
}
