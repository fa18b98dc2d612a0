// The policy a new deployment starts with; from then on it is a document in the database.
import { FIRST_PLANNING } from './planning.ts';
import { FIRST_CREW_POLICY } from './crew-policy.ts';
import { FIRST_SENDING } from './sending-policy.ts';
import type { Policy } from './policy.ts';
import { FIRST_WORKING } from './working.ts';

export const FIRST_POLICY: Policy = {
  name: 'Early Action Response, first policy',
  rules: [
    { code: 'danger-now', grade: 1, when: [{ fact: 'answer', question: 'dangerNow', is: true }], because: 'Somebody is in danger right now' },
    { code: 'hurt-badly', grade: 1, when: [{ fact: 'answer', question: 'hurtBadly', is: true }], because: 'Somebody is hurt badly' },
    { code: 'missing-high', grade: 1, when: [{ fact: 'missing', risk: ['high'] }], because: 'Missing, high risk' },
    { code: 'hurt', grade: 2, when: [{ fact: 'answer', question: 'hurt', is: true }], because: 'Somebody has been hurt tonight' },
    { code: 'crime', grade: 2, when: [{ fact: 'answer', question: 'crime', is: true }], because: 'A crime is happening or being reported' },
    { code: 'missing-medium', grade: 2, when: [{ fact: 'missing', risk: ['medium'] }], because: 'Missing, medium risk' },
    { code: 'worse-and-vulnerable', grade: 2, when: [{ fact: 'answer', question: 'worseTonight', is: true }, { fact: 'flag', anyOf: ['vulnerable-child', 'vulnerable-adult', 'mental-health'] }], because: 'It could get worse tonight, and the person is vulnerable' },
    { code: 'worse-and-helpless', grade: 2, when: [{ fact: 'answer', question: 'worseTonight', is: true }, { fact: 'answer', question: 'cannotProtect', is: true }], because: 'It could get worse tonight, and somebody there cannot look after themselves' },
    { code: 'worse-and-before', grade: 2, when: [{ fact: 'answer', question: 'worseTonight', is: true }, { fact: 'answer', question: 'happenedBefore', is: true }], because: 'It could get worse tonight, and it has happened before' },
    { code: 'not-safe-until-seen', grade: 2, when: [{ fact: 'answer', question: 'safeUntilSeen', is: false }], because: 'Nobody can keep them safe until we come' },
    { code: 'worse-tonight', grade: 3, when: [{ fact: 'answer', question: 'worseTonight', is: true }], because: 'It could get worse before the morning' },
    { code: 'vulnerable', grade: 3, when: [{ fact: 'flag', anyOf: ['vulnerable-child', 'vulnerable-adult', 'mental-health'] }], because: 'The person is vulnerable' },
    { code: 'missing-lower', grade: 3, when: [{ fact: 'missing', risk: ['no-apparent', 'low'] }], because: 'Missing, low or no apparent risk' },
    { code: 'helpless', grade: 3, when: [{ fact: 'answer', question: 'cannotProtect', is: true }], because: 'Somebody there cannot look after themselves' },
    { code: 'happened-before', grade: 3, when: [{ fact: 'answer', question: 'happenedBefore', is: true }], because: 'It has happened before' },
    { code: 'will-not-engage', grade: 3, when: [{ fact: 'answer', question: 'willEngage', is: false }], because: 'They may not speak to us, so advice alone cannot be relied on' },
    { code: 'advice-enough', grade: 4, when: [{ fact: 'answer', question: 'adviceEnough', is: true }], because: 'Advice or a referral would settle it' },
  ],
  otherwise: { grade: 3, because: 'Nothing said makes it urgent, and nothing said makes it safe to leave' },
  targetMinutes: { 1: 0, 2: 60, 3: 2880, 4: null },
  warnMinutes: { ungraded: 5, grade2Unallocated: 40, grade2Imminent: 10, grade3Unbooked: 1440, grade3Unattended: 2640 },
  followUpMinutes: 30,
  clocks: { returnInterview: 72 * 60, returnInterviewWarning: 12 * 60, callBack: 30, closedNews: 15, reassess: 15, dispute: 30, climbToSupervisor: 5, climbToOnCall: 10 },
  putOffMinutes: { grade2: 10, grade3: 8 * 60, other: 60 },
  taking: { hours: [], bankHolidaysAllDay: true, servedAreasOnly: true, notWhen: [] },
  planning: FIRST_PLANNING,
  crew: FIRST_CREW_POLICY,
  working: FIRST_WORKING,
  sending: FIRST_SENDING,
};
