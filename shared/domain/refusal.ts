// Every expected "no": a stable code, a status, and what happened, what is safe and what to do, in one sentence or two.

export const REFUSALS = {
  // who you are
  'not-signed-in': [401, 'You are not signed in, or your session has ended. Sign in again; nothing you sent was lost on the server.'],
  'wrong-sign-in': [401, 'That name and password do not match. Check both and try again.'],
  'wrong-key': [401, 'This key is not valid, or it has been revoked. Nothing was taken: ask whoever runs Nightjar here for another key, then send again.'],
  'too-many-calls': [429, 'Too many requests with this key within a minute. Nothing of this one was taken: send it again from {until}.'],
  'too-many-tries': [429, 'Too many tries. Wait until {until}, or ask an administrator for a new password link.'],
  'wrong-origin': [403, 'This request did not come from Nightjar’s own page, so it was not carried out.'],
  'not-your-role': [403, 'Your role does not do this. Ask {who}.'],
  'link-not-valid': [410, 'This link has been used or has run out. Ask an administrator for a new one.'],
  'password-too-weak': [422, 'Choose a longer password: at least 12 characters, and not your user name.'],
  // what you sent
  'not-understood': [400, 'Something in what was sent could not be read: {problem}. Nothing was changed.'],
  'too-large': [413, 'What was sent is too large. Nothing was changed.'],
  'not-found': [404, 'There is nothing here, or it is not yours to see.'],
  'stale': [409, 'This changed while you were looking: {what}. Nothing was sent. Look again, then decide.'],
  'command-id-reused': [409, 'This command number has been used for something else. Nothing was changed; try again.'],
  'reference-reused': [409, 'This reference came before with other contents, and that call was taken. Nothing was changed: send another call under a reference of its own.'],
  'busy': [503, 'The system is busy. Nothing was changed; it is safe to try again.'],
  // calls being taken
  'draft-changed': [409, '{who} changed this call at {at}, in another window. What you typed here is kept here: read theirs, or keep yours as another call.'],
  'draft-with-another': [409, '{who} has had this call since {at}. What you typed here is kept here: take it back, or keep yours as another call.'],
  'draft-saved': [409, 'This call is saved already, as {ref}. What you typed since is kept here.'],
  'draft-thrown-away': [409, '{who} threw this call away at {at}. What you typed is kept here, and can be brought back.'],
  // incidents
  'incident-closed': [409, 'This incident is closed. Reopen it first, or add a note.'],
  'incident-open': [409, 'This incident is open already.'],
  'reported-in-future': [422, 'It cannot have been reported after now. Check the time.'],
  'reported-too-long-ago': [422, 'That report is more than 30 days old. Check the date.'],
  'grade-unchanged': [409, 'It is Grade {grade} already, and confirmed.'],
  'rationale-needed': [422, 'Say why, in a few words: this is read later.'],
  'only-upgrade': [403, 'You may raise the grade. To lower it, ask the coordinator.'],
  'downgrade-needs-second-person': [409, 'Nobody has been there yet, so a later target or an ending needs a second person. Ask a supervisor to agree: until then Grade {grade} stands.'],
  'request-waiting': [409, 'A supervisor has already been asked about this one. Wait for the answer, or withdraw it.'],
  'request-not-waiting': [409, 'This request has been answered already.'],
  'no-downgrade': [409, 'This needs no second person. Do it directly.'],
  'second-person-is-first': [403, 'You asked for this yourself: a second person must agree.'],
  'follow-up-open': [409, 'A follow-up is still open ({cause}). Decide it first: an incident cannot close on it.'],
  'crew-still-there': [409, '{who} is still there. Wait until they have left, or stand them down.'],
  'crew-still-out': [409, '{who} is still on this task. Stand them down, or wait until they have left.'],
  'duplicate-of-itself': [422, 'An incident cannot be a duplicate of itself.'],
  'police-have-it': [409, 'The police control room has this one already.'],
  'not-grade-1': [409, 'Only a Grade 1 is passed to the police control room this way.'],
  'owner-off-duty': [409, '{who} is not on duty. An incident belongs to somebody on duty.'],
  'owner-unchanged': [409, 'It belongs to {who} already.'],
  'promise-needs-time': [422, 'Say by when, a time that is still to come: the caller waits for it.'],
  'promise-over': [409, 'This has been kept already, or the caller was told something else since.'],
  'promise-standing': [409, 'The caller still waits: {what}. Keep it, or say what you tell them now.'],
  'caller-not-told': [422, 'Nobody is sent to a Grade 4, so say what the caller was told.'],
  'service-needed': [422, 'Name the service that they are referred to.'],
  'police-need-ground': [422, 'The police lead where there is a crime, or a real and immediate risk to life or of serious harm. Name that ground, or somebody else who leads.'],
  'taken-when': [422, 'Say when they took it: not before the report, and not after now.'],
  'lead-taken': [409, 'Somebody has taken the lead by name already.'],
  'nobody-took-it': [422, 'It is ours until a named person of another organisation has taken it. Say who, and when.'],
  'dispute-open': [409, 'A dispute about who leads is open already. Record its answer first.'],
  'dispute-answered': [409, 'This dispute has been answered already.'],
  'tell-the-crew': [422, '{who} is out on this. Choose what they are told: hold back, withdraw or stay.'],
  'crew-told-at-grade-1': [409, 'A crew is told to hold back, withdraw or stay at Grade 1 only.'],
  'nobody-to-tell': [409, 'Nobody is out on this one.'],
  'reassess-open': [409, 'New information has not been assessed yet. Assess it first: an incident cannot close on it.'],
  'link-to-what': [422, 'Name the incident that the news belongs to.'],
  'too-many-people': [422, 'An incident names at most 20 people.'],
  'person-is-itself': [422, 'That is the same record. Choose another person.'],
  'said-already': [409, 'That has been said already.'],
  'interpreter-is-a-child': [422, 'A child never interprets. Name somebody else, or say that an interpreter is needed.'],
  // missing people
  'missing-already': [409, 'They are recorded as missing already.'],
  'missing-ended': [409, 'They are not missing any more, so this changes nothing. Add a note instead.'],
  'missing-not-confirmed': [409, 'Somebody is still missing: found and seen well has not been recorded. Record it, or by name who has the search now.'],
  'return-interview-owed': [409, 'A return interview is still owed. Record what came of it, or hand the incident to the team that holds it.'],
  'located-already': [409, 'They have been found already.'],
  'not-located-yet': [409, 'They have not been found yet.'],
  'interviewer-not-independent': [422, 'A return interview is held by somebody independent of the placement and of the police. If nobody such is there, record that it was offered.'],
  'carers-view-needed': [422, 'It was refused: write down what the carer says about it.'],
  'taker-needed': [422, 'Say who has it now, by name.'],
  'kept-when': [422, 'They were told after the report, and not after now. Check the time.'],
  // checks
  'check-nothing-there': [422, 'That person, address or source is not on this incident, so nothing can be checked there.'],
  'check-nothing-to-ask': [409, 'Everything that can be asked has been asked already. Ring whoever has not answered, and type what they say.'],
  'check-by-voice': [409, 'This is not sent to another system, because the name is not known or the address must stay secret. Ring {source}, and type what they say.'],
  'check-say-what': [422, 'Say in a few words what is known there: the crew reads it before the door.'],
  // tasks and sending
  'legs-needed': [422, 'A task needs at least one leg.'],
  'window-needed': [422, 'This activity has a due window of its own: say by when.'],
  'window-impossible': [422, 'The window ends before it begins, or has ended already.'],
  'not-a-visit': [409, 'This task is settled by phone, so no visit is booked for it.'],
  'visit-booked-already': [409, 'A visit is booked already, for {at}. Move it, or call it off.'],
  'visit-fixed': [409, 'This visit is fixed and does not move. Call it off, with the reason, and book another.'],
  'visit-begun': [409, 'Somebody is on the way to the visit of {at} already, or there.'],
  'visit-over': [409, 'This visit was moved, called off or made at {at}. Look again, then decide.'],
  'legs-each-once': [422, 'Name one person for each leg.'],
  'visit-when': [422, 'Choose a time that is still to come, within 14 days.'],
  'visit-how-long': [422, 'A visit takes from 5 minutes to 8 hours.'],
  'legs-too-far-apart': [422, 'The legs of one visit begin closer together than that. Choose nearer times.'],
  'does-not-suit': [422, 'That is not when it suits the family. Choose a time that does, or write down what suits them now.'],
  'one-person-two-legs': [422, '{who} cannot stand in two legs of one visit.'],
  'cannot-stand-there': [422, '{who} cannot stand in that leg.'],
  'visit-overlaps': [409, '{who} is booked for another visit at that time. Choose another time, or somebody else.'],
  'family-not-told': [409, 'They were told that somebody comes at {at}. Ring them first, then write down what they were told now.'],
  'plan-line-stale': [409, 'Nothing was booked. {what}'],
  'plan-old': [409, 'Another plan has been proposed since. Nothing was booked: look at that one.'],
  'task-ended': [409, 'This task has ended. Add a new one.'],
  'task-finished': [409, 'This task is finished, so its times stand. Add a note instead.'],
  'grade-1-goes-to-police': [409, 'Grade 1 is not dispatched here: pass it to the police control room.'],
  'grade-4-no-visit': [409, 'Grade 4 is settled without a visit. Raise the grade to send somebody.'],
  'team-off-duty': [409, 'This team has ended its duty.'],
  'responder-off-duty': [409, '{who} is not on duty.'],
  'responder-busy': [409, '{who} is already on {ref}, sent by {by} at {at}. Choose another.'],
  'nobody-fits': [422, '{who} cannot stand in any leg that is still missing.'],
  'certificate-needed': [422, '{who} has no certificate in date for this: {what}. Send somebody else, or have an administrator enter the renewed one.'],
  'leg-covered': [409, 'Every leg of this task has somebody already.'],
  'already-answered': [409, 'This was answered already.'],
  'assignment-ended': [409, 'This task is no longer yours: it ended at {at}.'],
  'not-your-partner': [403, 'You can answer for a partner in the same team and on the same task only.'],
  'not-a-step-back': [422, 'That is not an earlier step.'],
  'say-who-was-seen': [422, 'Say for each person whether they were seen.'],
  'manager-decides': [403, 'A child was not seen: a supervisor decides this one.'],
  'already-decided': [409, 'This has been decided already.'],
  // duty
  'already-on-duty': [409, 'You are on duty already.'],
  'not-on-duty': [409, 'You are not on duty. Book on first.'],
  'owns-open-work': [409, 'You still hold {what}. Hand it to somebody by name first: nothing may be left without an owner.'],
  'call-sign-taken': [409, 'A team called {callSign} is on duty already.'],
  'team-not-empty': [409, 'Somebody is still in this team.'],
  // looking after the crew
  'double-crewed-only': [409, '{who} would go alone, and a staff-safety warning says double-crewed visits only. Send two, or ask a supervisor, who may send one and say why.'],
  'sos-over': [409, 'This SOS is over already.'],
  'sos-with-another': [409, '{who} has had this SOS since {at}.'],
  'sos-is-own': [403, 'You pressed this SOS yourself. Somebody in control or at the EDT desk ends it, once they have spoken to you.'],
  'sos-stands': [409, 'Your SOS still stands, so your duty and your position go on. Control ends it once they have spoken to you.'],
  // the roster
  'shift-times': [422, 'A shift ends after it begins, lasts no longer than a day, and begins within the next year. Check the days and times.'],
  'shift-overlaps': [409, '{who} has another shift at the same time, {at}. Nothing was entered: choose other times, or take the other one off first.'],
  'shift-breaks-rest': [409, '{who}, {at}: {what}. Nothing was entered: choose other times, or say why it must be so.'],
  'shift-taken': [409, '{who} booked on for this shift at {at}. It stands.'],
  'shift-over': [409, 'This shift is over or was taken off the roster. Look again.'],
  'shift-sick': [409, '{who} is down as sick already.'],
  'shift-not-sick': [409, '{who} is not down as sick.'],
  // certificates
  'certificate-days': [422, 'Its last day is before its first. Check the days.'],
  'certificate-over': [409, 'This certificate has ended already.'],
  // alarms
  'alarm-over': [409, 'This alarm is over: what it was about is done.'],
  'alarm-acknowledged': [409, '{who} acknowledged this alarm at {at}.'],
  'alarm-put-off': [409, '{who} put this alarm off until {until}.'],
  'alarm-cannot-wait': [409, 'This alarm cannot be put off. Do what it asks for, or acknowledge it.'],
  'put-off-too-long': [422, 'This alarm can be put off until {until} at the latest, and not to a time that has passed.'],
  'night-not-to-come': [422, 'People are named for tonight, or for a night within the next 31 days.'],
  // handovers
  'handover-waiting': [409, 'It has been sent to {team} already and waits for somebody to take it over.'],
  'handover-ended': [409, 'This handover has ended: {what}.'],
  'not-your-team': [403, 'This handover was sent to another team.'],
  'same-team': [422, 'Name another team: it is with that one already.'],
  // policies
  'policy-not-sound': [422, 'This policy is not ready yet: {problem}.'],
  'policy-from-too-soon': [422, 'A policy comes into force a minute after it is published at the earliest, so that every screen has it. Choose a later time.'],
  // administration
  'name-taken': [409, 'That user name is taken.'],
  'key-made-already': [409, 'This key was made before, and is shown only once. Revoke it and make another.'],
  'own-account': [409, 'You cannot do this to your own account. Ask another administrator.'],
  'scope-needed': [422, 'Choose the receiving team that this role is for.'],
  'note-expired': [422, 'The note must end after now, and within 30 days.'],
  // reports
  'stretch-impossible': [422, 'A debrief is of up to 31 days, from a moment that has passed to a later one.'],
  // a rehearsal
  'not-a-rehearsal': [404, 'This is the live service: there is no rehearsal here.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>;

export type RefusalCode = keyof typeof REFUSALS;
export const REFUSAL_CODES = Object.keys(REFUSALS) as [RefusalCode, ...RefusalCode[]];

type GapOf<Sentence> = Sentence extends `${string}{${infer Gap}}${infer Rest}` ? Gap | GapOf<Rest> : never;
export type Gap = GapOf<(typeof REFUSALS)[RefusalCode][1]>;

/** What stands in a gap whose fact is not known: where the database forbids what the rule let through, nobody has names to give. */
const UNSAID: Record<Gap, string> = {
  who: 'somebody', by: 'somebody else', at: 'about this time', ref: 'other work', until: 'a quarter of an hour has passed', grade: 'in force', cause: 'not decided yet',
  team: 'a receiving team', callSign: 'that', what: 'something else', problem: 'one of its fields', source: 'them',
};
const isGap = (key: string): key is Gap => key in UNSAID;

/** The sentence for a person, its gaps filled. */
export function refusalSentence(refusal: { code: RefusalCode; facts?: Record<string, string> | undefined }): string {
  const sentence = REFUSALS[refusal.code][1].replace(/\{(\w+)\}/g, (gap, key: string) => refusal.facts?.[key] ?? (isGap(key) ? UNSAID[key] : gap));
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`;
}
