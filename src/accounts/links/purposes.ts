export const linkPurposes = ['invitation', 'password', 'sign_in'] as const;
export type LinkPurpose = (typeof linkPurposes)[number];
/** A code is typed from paper and has no address. */
export type Purpose = LinkPurpose | 'code';

/** How long a link or a code opens something, from when it was made. */
export const lifeMinutes: Readonly<Record<Purpose, number>> = {
  invitation: 7 * 24 * 60,
  password: 60,
  sign_in: 15,
  code: 8 * 60,
};

/** The page a link opens; the token follows. */
const pathOf: Readonly<Record<LinkPurpose, string>> = {
  invitation: '/invitations',
  password: '/password-resets',
  sign_in: '/sign-in-links',
};

export const linkAddress = (publicUrl: string, purpose: LinkPurpose, token: string): string =>
  `${publicUrl}${pathOf[purpose]}/${token}`;
