import type { FastifyRequest } from 'fastify';
import { readRequest } from '../../platform/requests';
import { readForm } from '../../platform/uploads';
import { essayFileTooLarge } from './file.refusals';
import { EssayRequest } from './essays.requests';
import type { EssayContent } from './essays.service';

/** The most that `ESSAY_FILE_MEGABYTES` may be set to. */
export const mostEssayMegabytes = 50;

/** What is handed in through either door: a form with or without a file, or JSON. @throws InvalidInput */
export async function readEssayForm(request: FastifyRequest, maxMegabytes: number): Promise<EssayContent> {
  const { file, isTooLarge, fields } = await readForm(request, maxMegabytes);
  const content = readRequest(EssayRequest, fields);
  if (isTooLarge) throw essayFileTooLarge(maxMegabytes);
  return { ...content, file };
}
