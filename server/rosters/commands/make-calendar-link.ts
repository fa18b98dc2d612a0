// Makes the link of one's own calendar, and ends it. The answer that is kept for a repeat holds no link: it is shown once, or not at all.
import { makeCalendarLink as route, type revokeCalendarLink as revokeRoute } from '../../../shared/protocol/calendar.ts';
import { Refused } from '../../database/transaction.ts';
import { actorOf, type Command, type Exchange } from '../../http/handle.ts';
import { digestToken, newToken } from '../../identity/session.store.ts';
import { calendarPath } from '../calendar-feed.ts';
import { keepCalendarLink, revokeLink } from '../calendar.store.ts';

export const makeCalendarLink: Exchange<typeof route> = async (rooms, input, request) => {
  const token = newToken();
  let made = false;
  await rooms.command(actorOf(request), route, input, async (tx) => {
    const linkId = await keepCalendarLink(tx, digestToken(token));
    made = true;
    return { linkId };
  });
  if (!made) throw new Refused('link-made-already');
  return { path: calendarPath(token) };
};

export const revokeCalendarLink: Command<typeof revokeRoute> = async (tx) => revokeLink(tx);
