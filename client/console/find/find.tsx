// Ctrl-K: any incident, person, crew, place or command by a few letters, and one Enter to be there.
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { findPlaces } from '../../../shared/protocol/places.ts';
import { call } from '../../live/api.ts';
import { GradeShape } from '../../ui/grade-shape.tsx';
import { HotkeyScope } from '../../ui/hotkey-scope.tsx';
import { useKeyList } from '../../ui/hotkeys.ts';
import { KbdHint } from '../../ui/kbd-hint.tsx';
import { useBoard } from '../board/board.tsx';
import { AVAILABILITY_WORDS } from '../board/crew.ts';
import { useConsole } from '../console-state.tsx';
import classes from './find.module.css';
import { foundCrews, foundIncidents } from './found.ts';

const [store, find] = createSpotlight();
export const openFind = (): void => find.open();

const looks = { header: classes['header'] ?? '', actionDescription: classes['description'] ?? '', actionsGroup: classes['group'] ?? '' };

const MOST_COMMANDS = 8;

export function Find() {
  const [words, setWords] = useState('');
  const picked = useRef<(() => void) | null>(null);
  const before = useRef<Element | null>(null);
  // Only once the search has gone, so that what it leads to keeps the focus; with nothing picked it returns.
  const finish = () => {
    const run = picked.current;
    picked.current = null;
    if (run !== null) run();
    else if (before.current instanceof HTMLElement) before.current.focus();
  };
  return (
    <Spotlight.Root
      store={store} shortcut={null} query={words} onQueryChange={setWords} scrollable maxHeight={480} returnFocus={false}
      title="Find" transitionProps={{ duration: 0 }} overlayProps={{ backgroundOpacity: 0.5, blur: 0 }} classNames={looks}
      onSpotlightOpen={() => { before.current = document.activeElement; }} onSpotlightClose={() => setTimeout(finish, 0)}
    >
      <HotkeyScope name="Find" exclusive>
        <Spotlight.Search placeholder="0047, a name, a place, a crew, a command" aria-label="Find an incident, a person, a place, a crew or a command" />
        <Spotlight.ActionsList>
          <Results words={words.trim()} onPick={(run) => { picked.current = run; }} />
        </Spotlight.ActionsList>
      </HotkeyScope>
    </Spotlight.Root>
  );
}

function Results({ words, onPick }: { words: string; onPick: (run: () => void) => void }) {
  const { items, crews } = useBoard();
  const { openIncident, set, goTo } = useConsole();
  const commands = useKeyList().filter(({ scope }) => scope !== 'Find').flatMap(({ hotkeys }) => hotkeys)
    .filter(({ label, keys }) => keys !== 'Mod+K' && label.toLowerCase().includes(words.toLowerCase())).slice(0, MOST_COMMANDS);
  const incidents = foundIncidents(items, words);
  const people = words === '' ? [] : foundCrews(crews, words);
  const places = usePlaces(words);
  const nothing = commands.length + incidents.length + people.length + places.length === 0;
  return (
    <>
      {incidents.length > 0 && (
        <Spotlight.ActionsGroup label={words === '' ? 'What breaches next' : 'Incidents'}>
          {incidents.map(({ id, tail, district, stand, incident }) => (
            <Spotlight.Action
              key={id} leftSection={<GradeShape grade={incident.grade} provisional={incident.gradedAt === null} size="sm" />} dimmedSections={false}
              label={`${tail} ${district}`} description={`${stand} · ${incident.summary}`} onClick={() => onPick(() => openIncident(id))}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {people.length > 0 && (
        <Spotlight.ActionsGroup label="Crews">
          {people.map(({ id, callSign, members, availability }) => (
            <Spotlight.Action
              key={id} label={callSign} description={`${members.map(({ duty }) => duty.name).join(', ') || 'nobody in it'} · ${AVAILABILITY_WORDS[availability]}`}
              onClick={() => onPick(() => { set({ crewId: id, place: null }); goTo('crews'); })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {places.length > 0 && (
        <Spotlight.ActionsGroup label="Places">
          {places.map((place) => (
            <Spotlight.Action
              key={place.id} label={place.name} description={place.served ? place.district ?? '' : 'not in the area served'}
              onClick={() => onPick(() => { set({ crewId: null, place: { lat: place.lat, lon: place.lon } }); goTo('map'); })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {commands.length > 0 && (
        <Spotlight.ActionsGroup label="Commands">
          {commands.map(({ keys, label, run }) => <Spotlight.Action key={`${keys} ${label}`} label={label} rightSection={<KbdHint keys={keys} />} onClick={() => onPick(run)} />)}
        </Spotlight.ActionsGroup>
      )}
      {nothing && <Spotlight.Empty>Nothing open is called “{words}”. Closed incidents are listed beside the queue.</Spotlight.Empty>}
    </>
  );
}

function usePlaces(words: string) {
  const [asked] = useDebouncedValue(words, 150);
  const { data } = useQuery({ queryKey: ['places', asked], queryFn: ({ signal }) => call(findPlaces, { q: asked }, { signal }), enabled: asked.length >= 2, staleTime: 5 * 60_000 });
  return asked.length >= 2 && words !== '' ? (data ?? []).slice(0, 5) : [];
}
