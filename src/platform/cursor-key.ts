import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sealCursorsWith } from './cursor-seal';
import { Database } from './database/database';

/** Every process of the service seals its cursors with the one key its database keeps. */
@Injectable()
export class CursorKey implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    const [row] = await this.database.read<{ key: Buffer }>(`SELECT key FROM cursor_keys`);
    sealCursorsWith(row!.key);
  }
}
