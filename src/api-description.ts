import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

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
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, description), {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}
