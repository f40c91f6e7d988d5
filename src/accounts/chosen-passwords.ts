import { createRequire } from 'node:module';
import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { foldName } from '../platform/names';
import { InvalidInput } from '../platform/problems/refusals';
import { Secret } from '../platform/request-fields';
import { leastLength } from './new-password';
import { hashPassword } from './passwords';

/** A password somebody chooses, wherever that is: long here, and hard to guess by {@link hashChosenPassword}. */
export const NewPassword = (): PropertyDecorator => Secret({ min: leastLength });

/** What people of this office think of first, and no list of leaked passwords has. */
const wordsOfTheOffice = [
  ...[
    'matkhau',
    'dangvien',
    'dangbo',
    'danguy',
    'dangcongsan',
    'chibo',
    'bithu',
    'canbo',
    'daotao',
    'hoctap',
    'lopboiduong',
  ],
  ...['khoi', 'tapdoan', 'vietnam', 'hochiminh', 'saigon', 'tphcm'],
];

/** From 0 to 4; from 3 on more than a hundred million guesses are needed. */
const leastScore = 3;
/** Looking for patterns takes its time for each letter, and a good password is one long before this. */
const lettersLookedAt = 40;

let estimator: ZxcvbnFactory | null = null;

/** Its lists take memory and a moment to unpack, so they are when somebody chooses a password for the first time. */
function estimate(): ZxcvbnFactory {
  const load = createRequire(__filename);
  const { ZxcvbnFactory: Factory } = load('@zxcvbn-ts/core') as typeof import('@zxcvbn-ts/core');
  const { adjacencyGraphs, dictionary } = load(
    '@zxcvbn-ts/language-common',
  ) as typeof import('@zxcvbn-ts/language-common');
  return new Factory({ dictionary: { ...dictionary, office: wordsOfTheOffice }, graphs: adjacencyGraphs });
}

/**
 * @param field the field of the request it came in
 * @param about what others know of whose it is: address, name
 * @throws InvalidInput when it is easy to guess
 */
export async function hashChosenPassword(field: string, password: string, about: readonly string[]): Promise<string> {
  estimator ??= estimate();
  const known = about.flatMap((text) => [text, foldName(text), ...foldName(text).split(/[^a-z0-9]+/)]);
  const { score } = estimator.check(
    foldName(password).slice(0, lettersLookedAt),
    known.filter((text) => text.length > 1),
  );
  if (score < leastScore) throw InvalidInput.field(field, 'easy_to_guess', easyToGuess);
  return hashPassword(password);
}

const easyToGuess = {
  vi: 'Mật khẩu này dễ đoán. Hãy ghép ít nhất bốn từ không liên quan với nhau; tránh tên, thư điện tử, ngày sinh, dãy phím và mật khẩu hay gặp.',
  en: 'This password is easy to guess. Put together at least four words that have nothing to do with each other; no names, address, birthday, row of keys or common password.',
};
