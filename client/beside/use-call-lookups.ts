// Asks what is known of a call as it is typed: a pause of a quarter of a second, the newest question only, and the last answer kept until the next is there.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { lookUpCall, type CallLookups } from '../../shared/protocol/call-lookups.ts';
import type { CallOf } from '../../shared/protocol/route.ts';
import { call, sentenceOf } from '../live/api.ts';

type Question = Omit<CallOf<typeof lookUpCall>, 'callId'>;

/** As it stands in the form, typed or half typed. */
export interface CallSoFar { number: string; address: { label: string; lat: number | null; lon: number | null }; people: readonly PersonSoFar[]; words: string }
export interface PersonSoFar { name: string; bornOn: string | null; approximateAge: number | null }

const PAUSE_MS = 250;
const LONGEST_LINE = 200;
const LONGEST_TEXT = 4000;
const MOST_PEOPLE = 20;
const [UNBORN, OLDEST] = [-1, 120];

const said = (text: string, longest: number): string | null => text.trim().slice(0, longest).trim() || null;

/** An age that is none is not asked for: the rest is looked up all the same. */
const ageOf = (age: number | null): number | null => (age !== null && Number.isInteger(age) && age >= UNBORN && age <= OLDEST ? age : null);

export function questionOf({ number, address, people, words }: CallSoFar): Question {
  const label = said(address.label, LONGEST_LINE);
  return {
    number: said(number, LONGEST_LINE), address: label === null ? null : { ...address, label }, words: said(words, LONGEST_TEXT),
    people: people.flatMap(({ name, bornOn, approximateAge }) => {
      const named = said(name, LONGEST_LINE);
      return named === null ? [] : [{ name: named, bornOn, approximateAge: ageOf(approximateAge) }];
    }).slice(0, MOST_PEOPLE),
  };
}

const isAsked = ({ number, address, people, words }: Question): boolean => number !== null || address !== null || people.length > 0 || words !== null;

export interface Looked {
  /** Null until something was asked and answered. */
  known: CallLookups | null;
  failed: string | null;
}

export function useCallLookups(callId: string, soFar: CallSoFar): Looked {
  // By its text: a form that is drawn again with the same words asks nothing.
  const text = JSON.stringify(questionOf(soFar));
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const question = useMemo((): Question => JSON.parse(settled), [settled]);
  const { data, error } = useQuery({
    // Not kept once the call is left: it names people.
    queryKey: ['call-lookups', callId, settled], enabled: isAsked(question), gcTime: 0, staleTime: 10_000, retry: false, placeholderData: keepPreviousData, queryFn: ({ signal }) => call(lookUpCall, { callId, ...question }, { signal }),
  });
  return { known: isAsked(question) ? data ?? null : null, failed: error === null ? null : sentenceOf(error) };
}
