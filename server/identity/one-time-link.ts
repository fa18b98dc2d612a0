// One-time links: for the first administrator, and to set a password. The token is in the address's fragment, so it reaches no log.
import { plusMinutes } from '../../shared/domain/instant.ts';
import { wallNow } from '../clock/clock.ts';
import type { Queryable } from '../database/connect.ts';
import { digestToken, newToken } from './session.store.ts';

export type LinkPurpose = 'first-administrator' | 'password';
const GOOD_FOR_HOURS = 24;

/** An earlier link for the same purpose and account stops working. Answers the token. */
export async function makeLink(db: Queryable, purpose: LinkPurpose, accountId: string | null): Promise<string> {
  const token = newToken();
  await db.query('DELETE FROM one_time_link WHERE purpose = $1 AND account_id IS NOT DISTINCT FROM $2', [purpose, accountId]);
  await db.query('INSERT INTO one_time_link (id, purpose, account_id, ends_at) VALUES ($1, $2, $3, $4)', [digestToken(token), purpose, accountId, plusMinutes(wallNow(), GOOD_FOR_HOURS * 60)]);
  return token;
}

export interface Link { purpose: LinkPurpose; accountId: string | null; username: string | null }

export async function findLink(db: Queryable, token: string): Promise<Link | null> {
  const [row] = await db.query<{ purpose: LinkPurpose; account_id: string | null; username: string | null }[]>(
    'SELECT l.purpose, l.account_id, a.username FROM one_time_link l LEFT JOIN account a ON a.id = l.account_id WHERE l.id = $1 AND l.used_at IS NULL AND l.ends_at > $2',
    [digestToken(token), wallNow()],
  );
  return row === undefined ? null : { purpose: row.purpose, accountId: row.account_id, username: row.username };
}

/** Of two that use it at once, one does. */
export async function spendLink(db: Queryable, token: string): Promise<boolean> {
  const rows = await db.query<[unknown[], number]>('UPDATE one_time_link SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND ends_at > $2', [digestToken(token), wallNow()]);
  return rows[1] === 1;
}

export const linkPath = (token: string): string => `/link#${token}`;
