import { Get, Query } from '@nestjs/common';
import { Access } from '../../platform/access/access';
import { Help } from '../../platform/pages/frame/help';
import { Page, PageRequest, Pages } from '../../platform/pages/page-request';
import { toursOf } from './tour-names';
import { tourWords } from './tours.words';
import { TourPage } from './views/tour';

@Pages('tour')
@Access('signed_in')
export class ToursPages {
  @Get()
  @Help(tourWords, 'help')
  show(@Page() page: PageRequest, @Query('of') of?: string): string {
    const tours = toursOf(page.actor);
    const tour = tours.find((name) => name === of) ?? tours[0] ?? null;
    return page.render(tourWords[page.locale].title, <TourPage tour={tour} tours={tours} />);
  }
}
