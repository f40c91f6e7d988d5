import { codedName } from '../classes/coded-name';
import { spokenTo } from '../platform/messages/address';
import type { Bilingual } from '../platform/messages/words';
import type { Untold } from './closing-work.queries';
import { resultMailWords } from './result-mail.words';

interface ClassNamed {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

const linkOf = ({ id }: ClassNamed) => `/classes/${id}/completion`;

/** Holds no personal data: whoever opens it sees their own result. */
export function resultNotice(trainingClass: ClassNamed): { readonly text: Bilingual; readonly link: string } {
  const { code } = trainingClass;
  return {
    text: { vi: resultMailWords.vi.subject(code), en: resultMailWords.en.subject(code) },
    link: linkOf(trainingClass),
  };
}

/** In the reader's language. @param publicUrl how people reach the service */
export function resultMail(
  { fullName, completed, missing, certificateNumber, accountId, locale, formOfAddress }: Untold,
  trainingClass: ClassNamed,
  publicUrl: string,
): { readonly subject: string; readonly body: string } {
  const say = spokenTo(resultMailWords[locale], formOfAddress);
  const inClass = codedName(trainingClass);
  const told = completed
    ? [say.completed(inClass), certificateNumber === null ? null : say.certificate(certificateNumber)]
    : [say.notCompleted(inClass), ...missing.map((sentence) => `- ${sentence[locale]}`), say.ask];
  // The page asks to sign in, so it is of no use to somebody without an account.
  const next = accountId === null ? null : `${say.seeResult}\n${publicUrl}${linkOf(trainingClass)}`;
  const lines = told.filter((line) => line !== null).join('\n');
  const body = [say.greeting(fullName), lines, next, say.signed].filter((part) => part !== null).join('\n\n');
  return { subject: say.subject(trainingClass.code), body };
}
