import { Injectable } from '@nestjs/common';
import { declareJob, Handles } from '../platform/jobs/jobs';
import { RollsService } from './rolls.service';

const freezeRolls = declareJob('study_sessions.freeze_rolls', {
  vi: 'Chốt danh sách phải học của các lớp học tập nghị quyết',
  en: 'Freezes the rolls of resolution studies',
});

@Injectable()
export class RollsJobs {
  constructor(private readonly rolls: RollsService) {}

  @Handles(freezeRolls)
  async freeze(): Promise<void> {
    await this.rolls.freezeDue();
  }
}
