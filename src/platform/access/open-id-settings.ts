import type { Bilingual } from '../messages/words';

/** A provider of OpenID Connect people may sign in at, as whoever runs the service sets it up. */
export interface OpenIdSettings {
  /** As the provider writes it; its discovery document lies below. */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
  /** What people call the provider; stands on the button. */
  readonly name: Bilingual;
  readonly scopes: string;
  /** Values of `amr` or `acr` by which the provider says that a second step was taken there. */
  readonly secondSteps: readonly string[];
  /** Whether whoever has a role signs in there alone. */
  readonly isForAllStaff: boolean;
  /** Addresses of the administrators whose password goes on working all the same. */
  readonly emergencyAdministrators: readonly string[];
}
