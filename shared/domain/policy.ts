// The grading policy: data, versioned, never code. Targets and rules differ from force to force (docs/practice.md).
import { z } from 'zod';
import { CrewPolicy } from './crew-policy.ts';
import { GRADES } from './grade.ts';
import { MISSING_RISKS, VULNERABILITY_FLAGS } from './incident-words.ts';
import { Planning } from './planning.ts';
import { QUESTION_CODES, QUESTIONS, type QuestionCode } from './question.ts';
import { Working } from './working.ts';
import { Sending } from './sending-policy.ts';

export const GradeSchema = z.literal(GRADES).meta({ description: 'Incident grade, 1 (emergency) to 4 (no deployment)' });

/** Neither NUL nor half a surrogate pair: Postgres stores neither. */
const written = (longest: number) => z.string().max(longest).refine((text) => text.isWellFormed() && !text.includes('\0'), 'contains characters that cannot be stored');

const answer = (question: QuestionCode) => z.boolean().nullable().meta({ description: QUESTIONS[question].asks });
/** Asked since: whoever does not know the question has not asked it. */
const laterAnswer = (question: QuestionCode) => z.boolean().nullable().default(null).meta({ description: QUESTIONS[question].asks });

/** THRIVE in the caller's terms; `null` is "not asked or not known", which never lowers a grade. */
export const Answers = z.strictObject({
  dangerNow: answer('dangerNow'), hurt: answer('hurt'), hurtBadly: laterAnswer('hurtBadly'), worseTonight: answer('worseTonight'), happenedBefore: laterAnswer('happenedBefore'),
  crime: answer('crime'), cannotProtect: laterAnswer('cannotProtect'), safeUntilSeen: answer('safeUntilSeen'), willEngage: laterAnswer('willEngage'), adviceEnough: answer('adviceEnough'),
} satisfies Record<QuestionCode, z.ZodType>);
export type Answers = z.infer<typeof Answers>;
export const NO_ANSWERS: Answers = {
  dangerNow: null, hurt: null, hurtBadly: null, worseTonight: null, happenedBefore: null, crime: null, cannotProtect: null, safeUntilSeen: null, willEngage: null, adviceEnough: null,
};

/** Answers as they were stored, by whichever version: what nobody asked then is not known. */
export const storedAnswers = (answers: Partial<Answers>): Answers => ({ ...NO_ANSWERS, ...answers });

export const Condition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('answer'), question: z.enum(QUESTION_CODES), is: z.boolean() }),
  z.strictObject({ fact: z.literal('flag'), anyOf: z.array(z.enum(VULNERABILITY_FLAGS)).min(1) }),
  z.strictObject({ fact: z.literal('missing'), risk: z.array(z.enum(MISSING_RISKS)).min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

export type PolicyRule = z.infer<typeof PolicyRule>;
export const PolicyRule = z.strictObject({
  code: written(60).min(1),
  grade: GradeSchema,
  /** Every condition must hold. */
  when: z.array(Condition).min(1),
  because: written(200).min(1),
});

const Minutes = z.int().min(1).max(60 * 24 * 60);
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/).meta({ description: 'Local time, 24 hours: 17:00' });

/** When this service takes what comes in; outside it, or for one of these reasons, a named person at the door keeps it (docs/practice.md, Taken or not). */
export const Taking = z.strictObject({
  /** By the local weekday on which they begin, 0 Sunday to 6 Saturday; an ending that is not later than its beginning is on the next day. None: at any hour. */
  hours: z.array(z.strictObject({ days: z.array(z.int().min(0).max(6)).min(1).max(7), from: TimeOfDay, until: TimeOfDay })).max(20),
  bankHolidaysAllDay: z.boolean(),
  servedAreasOnly: z.boolean(),
  /** Each by itself: all of its conditions hold, and it is not taken. */
  notWhen: z.array(z.strictObject({ code: written(60).min(1), when: z.array(Condition).min(1), because: written(200).min(1) })).max(40),
});
export type Taking = z.infer<typeof Taking>;

/** Elapsed minutes, all of them. */
export const PolicyClocks = z.strictObject({
  /** A return home interview is due so long after a return, and warned of so long before that. */
  returnInterview: Minutes, returnInterviewWarning: Minutes,
  /** What a caller is promised when nothing else is said: a call back within so long. */
  callBack: Minutes,
  /** News on a closed incident is looked at by somebody within so long. */
  closedNews: Minutes,
  /** A fresh assessment, asked for by new information, is made within so long. */
  reassess: Minutes,
  /** A dispute about who leads is answered within so long. */
  dispute: Minutes,
  /** An alarm that nobody acknowledges goes on to the supervisor, and from there to the night's people on call, after so long each. */
  climbToSupervisor: Minutes, climbToOnCall: Minutes,
});
export type PolicyClocks = z.infer<typeof PolicyClocks>;

export const Policy = z.strictObject({
  name: written(200).min(1),
  rules: z.array(PolicyRule).max(200),
  /** When no rule speaks. */
  otherwise: z.strictObject({ grade: GradeSchema, because: written(200).min(1) }),
  /** Elapsed minutes from the report; Grade 1 is due at once, Grade 4 has no attendance. */
  targetMinutes: z.strictObject({ 1: z.literal(0), 2: Minutes, 3: Minutes, 4: z.null() }),
  /** After the report; `grade2Imminent` is before the deadline. */
  warnMinutes: z.strictObject({ ungraded: Minutes, grade2Unallocated: Minutes, grade2Imminent: Minutes, grade3Unbooked: Minutes, grade3Unattended: Minutes }),
  /** Elapsed minutes a follow-up to "no access" or "child not seen" may wait for a decision. */
  followUpMinutes: Minutes,
  clocks: PolicyClocks,
  /** How long an alarm may be put off at a time: of a Grade 2 and of what has no grade yet, of a Grade 3, of anything else. */
  putOffMinutes: z.strictObject({ grade2: Minutes, grade3: Minutes, other: Minutes }),
  taking: Taking,
  planning: Planning,
  /** How a crew is looked after while it is out. */
  crew: CrewPolicy,
  working: Working,
  sending: Sending,
});
export type Policy = z.infer<typeof Policy>;

const DraftCondition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('answer'), question: z.enum(QUESTION_CODES), is: z.boolean() }),
  z.strictObject({ fact: z.literal('flag'), anyOf: z.array(z.enum(VULNERABILITY_FLAGS)).max(VULNERABILITY_FLAGS.length) }),
  z.strictObject({ fact: z.literal('missing'), risk: z.array(z.enum(MISSING_RISKS)).max(MISSING_RISKS.length) }),
]);
const unfinished = { code: written(60), when: z.array(DraftCondition).max(20), because: written(200) };

/** A policy while it is being written: what is not filled in yet is empty, and is kept so. */
export const DraftPolicy = z.strictObject({
  ...Policy.shape, name: written(200), rules: z.array(z.strictObject({ ...unfinished, grade: GradeSchema })).max(200),
  otherwise: z.strictObject({ grade: GradeSchema, because: written(200) }),
  taking: z.strictObject({ ...Taking.shape, notWhen: z.array(z.strictObject(unfinished)).max(40) }),
});
export type DraftPolicy = z.infer<typeof DraftPolicy>;
