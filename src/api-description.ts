import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { longestKey } from './platform/idempotency/idempotency.refusals';

/** OpenAPI 3.1 at /api/openapi.json and its explorer at /api/docs. */
export function describeApi(app: NestFastifyApplication): void {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Training enrollment and tracking')
    .setDescription(
      'Nominations, seats, attendance, completion and reminders for the training classes of a Party Bloc committee. ' +
        'Lists answer `{ items, next }`; refusals are `application/problem+json` (RFC 9457) with a stable `code`, in the language of `Accept-Language` (vi, en).',
    )
    .setVersion('1')
    .addBearerAuth()
    .addCookieAuth('session')
    .build();
  SwaggerModule.setup('api/docs', app, () => withKeys(SwaggerModule.createDocument(app, description)), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: longestKey },
  description:
    'Of your choice, new for each request. Asked again with the same key, what was stored is not done twice and what was not is done now; ' +
    'after 503 or no answer at all, ask again with the same key. It belongs to your account and to this very request.',
} as const;

/** Every POST takes a key but those that are public: nobody has to declare it. */
function withKeys(document: OpenAPIObject): OpenAPIObject {
  for (const { post } of Object.values(document.paths))
    if (post?.security) post.parameters = [...(post.parameters ?? []), idempotencyKey];
  return document;
}
