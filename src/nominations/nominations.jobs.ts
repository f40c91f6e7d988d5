import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { ReturnedPlacesService } from './returned-places.service';
import { SeatReleasesService } from './seat-releases.service';

export const releaseSeats = declareJob('nominations.release_seats');
export const giveUpPlaces = declareJob('nominations.give_up_places');

@Injectable()
export class NominationsJobs {
  constructor(
    private readonly releases: SeatReleasesService,
    private readonly places: ReturnedPlacesService,
  ) {}

  @Handles(releaseSeats)
  async releaseSeats(): Promise<void> {
    await this.releases.releaseOverdue();
  }

  @Handles(giveUpPlaces)
  async giveUpPlaces(): Promise<void> {
    await this.places.giveUpOverdue();
  }
}
