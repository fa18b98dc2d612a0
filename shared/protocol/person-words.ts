// What is known of a person beyond name and age, a line each, most dangerous to miss first: the same words on every screen.
import { KIN_NAMES, KIN_TURNED } from '../domain/kin.ts';
import type { IncidentView } from './views.ts';
import { CHILD_STATUS_NAMES, CONSENT_GIVER_NAMES, INTERPRETER_NAMES, SHARING_BASIS_NAMES, type PersonMore } from './person-more.ts';

export const PERSON_LINES = ['contact', 'status', 'where', 'language', 'looks', 'names', 'consent', 'sharing'] as const;
export interface PersonLine { about: (typeof PERSON_LINES)[number]; text: string; /** Not to be passed over. */ urgent: boolean }

/** Who somebody is to the others who are named: "child of Olive Plover". */
export const kinOf = ({ people, kin }: Pick<IncidentView, 'people' | 'kin'>, personId: string): string[] => {
  const name = (id: string) => people.find((person) => person.personId === id)?.name ?? 'somebody';
  return kin.flatMap((one) => one.personId === personId ? [`${KIN_NAMES[one.kind]} ${name(one.toId)}`] : one.toId === personId ? [`${KIN_TURNED[one.kind]} ${name(one.personId)}`] : []);
};

type WhenText = (at: string) => string;

export function personLines(more: PersonMore, when: WhenText): PersonLine[] {
  const line = (about: PersonLine['about'], text: string, urgent = false): PersonLine => ({ about, text, urgent });
  return [
    ...(more.contact === null ? [] : contactLines(more.contact).map(({ text, urgent }) => line('contact', text, urgent))),
    ...more.statuses.map((status) => line('status', statusText(status, when), true)),
    ...(more.whereabouts === null ? [] : [line('where', whereText(more), more.whereabouts === 'missing')]),
    ...(more.language === null && (more.interpreter === null || more.interpreter === 'not-needed') ? [] : [line('language', languageText(more), more.interpreter === 'needed' || more.interpreter === 'bsl-needed')]),
    ...(more.description === null ? [] : [line('looks', more.description)]),
    ...(more.aliases.length === 0 ? [] : [line('names', `also known as ${more.aliases.join(', ')}`)]),
    ...(more.consent === null ? [] : [line('consent', consentText(more.consent, when), more.consent.decision !== 'given')]),
    ...(more.sharing === null ? [] : [line('sharing', sharingText(more.sharing, when))]),
  ];
}

function contactLines({ ring, text, message, hours, answeredBy }: NonNullable<PersonMore['contact']>): { text: string; urgent: boolean }[] {
  const ways = [['ring', ring], ['text', text], ['leave a message', message]] as const;
  const [safe, unsafe] = [true, false].map((answer) => ways.filter(([, said]) => said === answer).map(([way]) => way));
  const limits = [hours === null ? null : hours, answeredBy === null ? null : `may be answered by ${answeredBy}`].filter((part) => part !== null).join(', ');
  return [
    ...(unsafe === undefined || unsafe.length === 0 ? [] : [{ text: `not safe to ${unsafe.join(' or ')}`, urgent: true }]),
    ...(safe === undefined || safe.length === 0 ? [] : [{ text: `safe to ${safe.join(', ')}`, urgent: false }]),
    ...(limits === '' ? [] : [{ text: `contact: ${limits}`, urgent: false }]),
  ];
}

const statusText = ({ kind, saidBy, saidAt, authority }: PersonMore['statuses'][number], when: WhenText): string =>
  `${CHILD_STATUS_NAMES[kind]}${authority === null ? '' : `, ${authority}`}: ${saidBy === null ? 'nobody has confirmed it' : `said by ${saidBy}`}${saidAt === null ? '' : `, ${when(saidAt)}`}`;

function whereText({ whereabouts, whereaboutsWords }: PersonMore): string {
  const words = whereaboutsWords === null ? '' : `: ${whereaboutsWords}`;
  switch (whereabouts) {
    case 'at-address': return `is at the address${words}`;
    case 'elsewhere': return `is elsewhere${words}`;
    case 'missing': return `is missing${words}`;
    default: return `where they are is not known${words}`;
  }
}

const languageText = ({ language, interpreter, interpreterName }: PersonMore): string =>
  [language === null ? null : `speaks ${language}`, interpreter === null ? null : INTERPRETER_NAMES[interpreter], interpreterName].filter((part) => part !== null).join(', ');

const consentText = ({ decision, by, name, scope, capacity, at }: NonNullable<PersonMore['consent']>, when: WhenText): string => [
  `consent to a service ${decision}${by === null ? '' : ` by ${CONSENT_GIVER_NAMES[by]}`}${name === null ? '' : ` (${name})`}`, scope, capacity === null ? null : `capacity doubted: ${capacity}`, at === null ? null : when(at),
].filter((part) => part !== null).join(', ');

const sharingText = ({ basis, why, at }: NonNullable<PersonMore['sharing']>, when: WhenText): string =>
  [`may be shared on ${SHARING_BASIS_NAMES[basis]}`, why, at === null ? null : when(at)].filter((part) => part !== null).join(', ');
