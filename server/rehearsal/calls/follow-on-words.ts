// What is said by those who ring again, ring as well, or ring with news.
import type { Reason } from './reasons.ts';
import type { FollowOnKind } from './rehearsal-call.ts';
import type { Scenario } from './scenario.ts';

/** The slots are filled from the first call's people; a second caller knows no names. */
export const followOnWords = (kind: FollowOnKind, reason: Reason, { setting }: Scenario): readonly string[] => {
  const another = kind === 'duplicate' || kind === 'third-caller';
  return another && setting === 'outside' ? OUTSIDE[kind] : WORDS[reason][kind];
};

const OUTSIDE = {
  duplicate: ['A second driver reports the same person and has not stopped.', 'Somebody else reports the same person, from the other side of the road.', 'A dog walker rings about the same person; will wait at a distance.'],
  'third-caller': ['A third call about the same person: a small crowd now.', 'The bus company rings too, about the same person.'],
} as const satisfies Partial<Record<FollowOnKind, readonly string[]>>;

const WORDS: Record<Reason, Record<FollowOnKind, readonly string[]>> = {
  missing: {
    repeat: ['Rings again: still not back, phone still off. Asks who is looking.', 'Came in at {clock}, ate and went straight out again; nobody could keep {him}.', 'Rings again: {he} has been seen [at the station|in a car park|on a bus] and ran off.'],
    duplicate: ['Friend’s mother rings: the young person was at hers until {clock} and would not say where home is.', 'Shopkeeper rings about somebody sitting on the step since {clock}; fits the one being looked for.'],
    'third-caller': ['A third call about the one who is missing: seen walking towards the [bypass|canal|retail park].', 'Taxi driver too: carried somebody of that age at {clock} and was not paid.'],
    'news-on-closed': ['Has come home by {himself}, cold and hungry, well otherwise. Wanted whoever had asked to know.', '{Nth} time back in a fortnight, and gone again before the interview that was agreed.'],
  },
  'domestic-abuse': {
    repeat: ['Rings again: it is quiet, and that is worse.', 'Rings again, very quietly: asks how long it will be.', 'Rings again: would rather that nobody came in a marked car.'],
    duplicate: ['Neighbour on the other side: shouting and a crash, now quiet.', 'Somebody driving past saw a woman run back into the house.'],
    'third-caller': ['A third call from the same row of houses: it has started again.', 'Another neighbour: doors banging, somebody crying on the step.'],
    'news-on-closed': ['He has been back since and has taken the car keys; nobody liked to ring.', 'A sister says that more happened than was told, and that there are photographs.'],
  },
  'abuse-and-neglect': {
    repeat: ['Rings again: has remembered more, and asks not to be named.', 'Rings again: asks whether anybody has been.'],
    duplicate: ['Another neighbour rings about the same children.', 'Delivery driver: nobody grown-up at that door, and a child crying.'],
    'third-caller': ['A third call about these children tonight, from across the road.', 'The landlord rings as well; others have told him.'],
    'news-on-closed': ['More has come out since: an aunt was told what nobody said at the time.', 'The family rings back: they would take the help that was offered, after all.'],
  },
  'family-stress': {
    repeat: ['Rings again: calmer for an hour, now worse than before.', 'Rings again: asks whether anybody is coming, as nobody will go to bed.'],
    duplicate: ['Grandmother rings about the row at her daughter’s; they may have rung already.', 'Neighbour below: furniture and raised voices, thinks that it is the same family.'],
    'third-caller': ['A third call about the same house: now something has gone through a window.', 'The other parent rings, from work, about the same row.'],
    'news-on-closed': ['The aunt who helped out says that it cannot go on beyond [tonight|the weekend].', 'They have talked, and ask that somebody comes all the same.'],
  },
  'mental-health': {
    repeat: ['Rings again: worse since it went quiet.', 'Rings again: wants to be told who is coming, and when.', 'Rings again: would like the same person as before.'],
    duplicate: ['Neighbour rings as well: the same voice, through the wall.', 'A relative rings as well: has had the same message.'],
    'third-caller': ['A third call about the same person, from the flat above.', 'The pharmacist rings too, about the same person.'],
    'news-on-closed': ['Has rung the crisis line since, and hung up before anybody could speak.', 'The community team say that the last two visits were missed, too.'],
  },
  'concern-for-safety': {
    repeat: ['Rings again: nothing has changed, and it is getting late.', 'Rings again: asks whether to wait for somebody or to go home.'],
    duplicate: ['Second neighbour: nobody seen there since {day}.', 'The carers’ office rings: their key safe is empty and nobody comes to the door.'],
    'third-caller': ['A third call: the postman has noticed as well.', 'Somebody from the chapel rings: missed there for the first time in years.'],
    'news-on-closed': ['Taken to hospital since, by a neighbour; will need somebody at home afterwards.', 'Seen since, well; the family would still like to be rung.'],
  },
};
