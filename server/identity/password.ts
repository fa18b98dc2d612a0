// Passwords by argon2id, two at a time: each takes 64 MiB for about 75 ms, and a storm of sign-ins must not starve the board.
import argon2 from 'argon2';
import pLimit from 'p-limit';

const twoAtOnce = pLimit(2);
const SETTINGS = { type: argon2.argon2id, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const;
const SHORTEST = 12;

export const hashPassword = (password: string): Promise<string> => twoAtOnce(() => argon2.hash(password, SETTINGS));

let decoy: Promise<string> | undefined;

/** A name that is not there costs as much time as one that is. */
export async function passwordMatches(hash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const against = hash ?? await decoy;
  const matches = await twoAtOnce(() => argon2.verify(against, password));
  return matches && hash !== null;
}

export const isTooWeak = (password: string, username: string): boolean =>
  password.length < SHORTEST || password.toLowerCase().includes(username.toLowerCase()) || new Set(password).size < 5;
