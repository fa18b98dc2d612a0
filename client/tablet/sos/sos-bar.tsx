// Beneath the strip, for as long as it is so: my SOS, sent or NOT SENT, and one of the crew's.
import { IconUrgent } from '@tabler/icons-react';
import { clockSeconds, clockTime } from '../../ui/time-text.ts';
import type { OwnSos } from './use-sos.ts';
import classes from './sos.module.css';

export function SosBar({ sos: { here, standing, mates } }: { sos: OwnSos }) {
  return (
    <>
      {here.state === 'not-sent' && (
        <div className={classes['bar']} data-not-sent role="alert">
          <p className={classes['title']}>SOS NOT SENT: use the radio, or ring 999</p>
          <p>Pressed at {clockSeconds(here.at)}. {here.sentence ?? 'There is no signal. It is tried again every two seconds, and this line says when it was sent.'}</p>
        </div>
      )}
      {here.state !== 'not-sent' && (standing !== null || here.state === 'sent') && (
        <div className={classes['bar']} role="alert">
          <p className={classes['title']}><IconUrgent size={26} aria-hidden /> SOS sent{here.state === 'sent' ? ` at ${clockSeconds(here.sentAt)}` : standing === null ? '' : `, heard at ${clockSeconds(standing.heardAt)}`}</p>
          <p>{standing?.hadBy ? `${standing.hadBy.name} in control has it.` : 'Every console shows it.'} Your position is shared until it is over. Pressed by mistake? Say so by radio: control ends it once they have spoken to you.</p>
        </div>
      )}
      {mates.map((mate) => (
        <div key={mate.id} className={classes['bar']} role="alert">
          <p className={classes['title']}><IconUrgent size={26} aria-hidden /> SOS from {mate.name}, {clockTime(mate.pressedAt)}</p>
          <p>{mate.hadBy ? `${mate.hadBy.name} in control has it.` : 'Control sees it.'} Tell control by radio what you see.</p>
        </div>
      ))}
    </>
  );
}
