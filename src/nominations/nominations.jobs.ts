import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { promoteRequalified } from './seats/requalified.job';
import { RequalifiedReservesService } from './seats/requalified.service';
import { placesAtOnce, ReturnedPlacesService } from './returned-places.service';
import { releasesAtOnce, SeatReleasesService } from './seats/releases.service';

export const releaseSeats = declareJob('nominations.release_seats', {
  vi: 'Thu hồi chỉ tiêu đến hạn',
  en: 'Releases seats that are due',
});
const giveUpPlaces = declareJob('nominations.give_up_places', {
  vi: 'Bỏ chỗ của hồ sơ trả lại đã quá hạn sửa',
  en: 'Gives up places of nominations returned and not corrected in time',
});
@Injectable()
export class NominationsJobs {
  constructor(
    private readonly releases: SeatReleasesService,
    private readonly places: ReturnedPlacesService,
    private readonly reserves: RequalifiedReservesService,
  ) {}

  @Handles(releaseSeats)
  async releaseSeats(): Promise<boolean> {
    return (await this.releases.releaseOverdue()) === releasesAtOnce;
  }

  @Handles(giveUpPlaces)
  async giveUpPlaces(): Promise<boolean> {
    return (await this.places.giveUpOverdue()) === placesAtOnce;
  }

  @Handles(promoteRequalified)
  async promoteRequalified(): Promise<boolean> {
    return (await this.reserves.promote()).isMore;
  }
}
