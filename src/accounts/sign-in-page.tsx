import type { PageRequest } from '../platform/pages/page-request';
import type { Refusal } from '../platform/problems/refusal';
import type { OpenIdSettings } from '../platform/access/open-id-settings';
import { accountWords } from './accounts.words';
import { SignIn } from './views/sign-in';

/** The page to sign in; `typed` holds also where its reader wants to go. */
export const signInPage = (
  page: PageRequest,
  openId: OpenIdSettings | null,
  typed: Readonly<Record<string, unknown>>,
  refusal: Refusal | null,
): string =>
  page.render(accountWords[page.locale].signIn, <SignIn typed={typed} refusal={refusal} openId={openId} />, refusal);
