// Booking on: with which team, and what being on duty means.
import { useState } from 'react';
import { districtName, DISTRICTS } from '../../../shared/domain/district.ts';
import { bookOn } from '../../../shared/protocol/duties.ts';
import type { DutyView, TeamView } from '../../../shared/protocol/views.ts';
import { useFreshness, useLiveList } from '../../live/live-store.tsx';
import { useMe, useReloadMe } from '../../live/me.tsx';
import { useSend } from '../../live/send.ts';
import { BigButton } from '../../ui/big-button.tsx';
import { SkeletonRows } from '../../ui/skeleton-rows.tsx';
import { Choice } from '../frame/choice.tsx';
import { Notice } from '../frame/notice.tsx';
import { Screen } from '../frame/screen.tsx';
import { Section } from '../frame/section.tsx';
import classes from './book-on.module.css';
import { OwnShifts } from './own-shifts.tsx';
import { Strip } from './strip.tsx';

const ALONE = 'alone';

export function BookOn() {
  const me = useMe();
  const reloadMe = useReloadMe();
  const { send } = useSend();
  const teams = useLiveList('team').toSorted((a, b) => a.callSign.localeCompare(b.callSign));
  const duties = useLiveList('duty');
  const { state } = useFreshness();
  const [chosen, setChosen] = useState<string | null>(null);
  const team = teams.find(({ id }) => id === chosen);

  const book = async () => {
    const done = await send(bookOn, { seat: 'responder', teamId: team?.id ?? null });
    if (done !== null) await reloadMe();
  };

  const refusal = chosen === null || (chosen !== ALONE && team === undefined) ? 'Choose your team first, or go alone.' : undefined;
  return (
    <>
      <Strip duty="Off duty" />
      <Screen label="Book on" isTitled foot={<BigButton label={team ? `Book on as ${team.callSign}` : 'Book on'} detail={chosen === ALONE ? 'Alone, without a team' : undefined} refusal={refusal} onAct={book} />}>
        <h1 className={classes['title']}>{me.name}, you are off duty</h1>
        <Section title="Your shifts"><OwnShifts most={2} /></Section>
        {state === 'connecting' ? <SkeletonRows of="tonight’s teams" rows={3} /> : (
          <Choice
            legend="With whom are you out tonight?"
            hint={teams.length === 0 ? 'No team has been formed yet. The coordinator forms them; you can go alone and join one later.' : undefined}
            options={[...teams.map((one) => optionOf(one, duties)), { value: ALONE, label: 'Alone', detail: 'You can join a team later' }]}
            value={chosen}
            onChange={setChosen}
          />
        )}
        <Notice title="What being on duty means">
          <ul className={classes['means']}>
            <li>You can be sent to people, and you see what you are sent to until your end of duty.</li>
            <li>This device shares where you are, only while you are on duty. The coordinators, the supervisors and your own team see it; nobody else does.</li>
            <li>You can stop sharing at any time, and you see who looked.</li>
          </ul>
        </Notice>
      </Screen>
    </>
  );
}

function optionOf(team: TeamView, duties: readonly DutyView[]) {
  const crew = duties.filter(({ teamId }) => teamId === team.id).map(({ name }) => name);
  const areas = DISTRICTS.filter(({ code }) => team.districtCodes.includes(code)).map(({ code }) => districtName(code));
  const detail = [crew.join(' and '), areas.join(', '), team.vehicle].filter((part) => part !== '' && part !== null).join(' · ');
  return { value: team.id, label: team.callSign, ...(detail === '' ? {} : { detail }) };
}
