import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { ReservesService } from './reserves.service';
import { ReturnedPlacesService } from './returned-places.service';
import { SeatReleasesService } from './seats/releases.service';

export const releaseSeats = declareJob('nominations.release_seats');
const giveUpPlaces = declareJob('nominations.give_up_places');
const promoteRequalified = declareJob('nominations.promote_requalified');

@Injectable()
export class NominationsJobs {
  constructor(
    private readonly releases: SeatReleasesService,
    private readonly places: ReturnedPlacesService,
    private readonly reserves: ReservesService,
  ) {}

  @Handles(releaseSeats)
  async releaseSeats(): Promise<void> {
    await this.releases.releaseOverdue();
  }

  @Handles(giveUpPlaces)
  async giveUpPlaces(): Promise<void> {
    await this.places.giveUpOverdue();
  }

  @Handles(promoteRequalified)
  async promoteRequalified(): Promise<void> {
    await this.reserves.promoteRequalified();
  }
}
