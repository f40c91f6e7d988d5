import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock';
import { PdfThread } from '../../platform/pdf/pdf-thread';
import { PlatformSettings } from '../../platform/settings';
import type { Upload } from '../../platform/uploads';
import { lifeMinutes, linkAddress } from '../links/purposes';
import { slipMargins } from '../slip-layout';
import { TypedPasswords } from '../typed-passwords.service';
import { InvitationsService } from './invitations.service';
import { NobodyToPrintFor, TooManySlips } from './invitations.refusals';
import { RostersQueries } from './rosters.queries';
import { assertInvites } from './rosters.service';
import { invitationSlip, type Slip } from './slip';

/** What one file holds: the printing thread is everybody's. */
const mostSlips = 200;

/** Invitations on paper, for whoever reads no mail. Their links are made as they are printed; printed again, the older ones open nothing. */
@Injectable()
export class SlipsService {
  constructor(
    private readonly clock: Clock,
    private readonly pdf: PdfThread,
    private readonly settings: PlatformSettings,
    private readonly invitations: InvitationsService,
    private readonly rosters: RostersQueries,
    private readonly passwords: TypedPasswords,
  ) {}

  /** @throws NotFound | NotAllowed | AccountAccepted | AccountLocked */
  async one(actor: Actor, accountId: string): Promise<Upload> {
    return { name: 'phieu-moi.pdf', content: await this.print(actor, [accountId]) };
  }

  /** For all of a unit who were invited and did not come yet. @throws NotFound | NobodyToPrintFor | TooManySlips */
  async ofUnit(actor: Actor, unitId: string): Promise<Upload> {
    assertInvites(actor, unitId);
    const accounts = await this.rosters.notCome(unitId, mostSlips + 1);
    if (accounts.length === 0) throw new NobodyToPrintFor();
    if (accounts.length > mostSlips) throw new TooManySlips(mostSlips);
    const ids = accounts.map(({ id }) => id);
    return { name: 'phieu-moi-don-vi.pdf', content: await this.print(actor, ids) };
  }

  private async print(actor: Actor, accountIds: readonly string[]): Promise<Buffer> {
    const tokens = await this.invitations.linksForPaper(actor, accountIds);
    const endsAt = new Date(this.clock.now().getTime() + lifeMinutes.invitation * 60_000);
    const slips = await this.slips(accountIds, tokens);
    return this.pdf.print({
      title: 'Phiếu mời dùng hệ thống đào tạo, bồi dưỡng',
      numbered: false,
      margins: slipMargins,
      content: slips.map((slip, index) => invitationSlip(slip, endsAt, index)),
    });
  }

  private async slips(ids: readonly string[], tokens: ReadonlyMap<string, string>): Promise<Slip[]> {
    const [addressees, barred] = await Promise.all([this.rosters.addressees(ids), this.passwords.barred(ids)]);
    const { publicUrl, openId } = this.settings;
    return addressees.map(({ id, ...slip }) => ({
      ...slip,
      link: linkAddress(publicUrl, 'invitation', tokens.get(id)!),
      provider: barred.has(id) ? openId!.name.vi : null,
    }));
  }
}
