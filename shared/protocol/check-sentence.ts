// What the log says of a check: whom was asked about whom, and what they answered or did not.
import type { CheckEvent } from '../domain/check.ts';
import { capital, FAILURE_WORDS, RESULT_NAMES } from '../domain/check-words.ts';
import type { Names } from './timeline-sentence.ts';

export function checkSentence(event: CheckEvent, names: Names): string {
  const source = capital(names.source(event.source));
  const about = event.personId === null ? 'the address' : names.person(event.personId);
  switch (event.name) {
    case 'check.asked': return `${source} asked about ${about}${event.way === 'phone' ? ', by phone' : ''}`;
    case 'check.answered': return `${source} on ${about}: ${RESULT_NAMES[event.result].toLowerCase()}`;
    case 'check.unanswered': return `${source} ${FAILURE_WORDS[event.failure]} about ${about}: ring them`;
    case 'check.struckOut': return `Struck out: what ${names.source(event.source)} said about ${about} was recorded by mistake`;
  }
}
