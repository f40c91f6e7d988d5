import { ReadableStream } from 'node:stream/web';
import { BackupDamaged, BackupSealed, WrongBackupKey } from './backups.refusals';

/** Who can open a backup: whoever knows the passphrase, or whoever has the secret key of the recipient. */
export interface BackupKeys {
  readonly passphrase: string | null;
  /** A public key, `age1…`; many besides each other may open the file. */
  readonly recipients: readonly string[];
  /** A secret key, `AGE-SECRET-KEY-…`; needed only to open. */
  readonly identity: string | null;
}

export const sealsWith = ({ passphrase, recipients }: BackupKeys): boolean =>
  passphrase !== null || recipients.length > 0;

/** How every file of `age` begins. */
export const sealedBeginning = 'age-encryption.org/v1\n';

type Bytes = AsyncIterable<Uint8Array>;

const asWeb = (bytes: Bytes) => ReadableStream.from(bytes) as globalThis.ReadableStream<Uint8Array>;

/** A key for one file and one process, so that a backup can be tried where the secret key is not kept. */
export async function oneTimeKey(): Promise<{ identity: string; recipient: string }> {
  const { generateIdentity, identityToRecipient } = await import('age-encryption');
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Encrypts what flows through, in the format of `age` (age-encryption.org/v1). */
export function seal({ passphrase, recipients }: BackupKeys): (plain: Bytes) => Bytes {
  return async function* (plain) {
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    if (passphrase !== null) encrypter.setPassphrase(passphrase);
    else for (const recipient of recipients) encrypter.addRecipient(recipient);
    yield* await encrypter.encrypt(asWeb(plain));
  };
}

/** Decrypts what flows through. @throws BackupSealed, WrongBackupKey, BackupDamaged */
export function open({ passphrase, identity }: BackupKeys): (sealed: Bytes) => Bytes {
  return async function* (sealed) {
    if (passphrase === null && identity === null) throw new BackupSealed();
    const { Decrypter } = await import('age-encryption');
    const decrypter = new Decrypter();
    if (passphrase !== null) decrypter.addPassphrase(passphrase);
    if (identity !== null) decrypter.addIdentity(identity);
    const plain = await decrypter.decrypt(asWeb(sealed)).catch((error: unknown) => {
      throw /no identity matched/.test(String(error)) ? new WrongBackupKey() : new BackupDamaged();
    });
    try {
      yield* plain;
    } catch {
      // Each part is sealed by itself and knows whether it is the last: what was changed or cut does not open.
      throw new BackupDamaged();
    }
  };
}
