// The pack for the printer alone: on paper it stands by itself, says whose it is, and how old what it says is.
import type { HandoverPack } from '../../../shared/protocol/handover-pack.ts';
import type { HandoverView } from '../../../shared/protocol/views.ts';
import { createPortal } from 'react-dom';
import { dayText, clockTime } from '../../ui/time-text.ts';
import { endedText } from './handover-words.ts';
import { Pack } from './pack.tsx';
import classes from './pack-on-paper.module.css';

export interface PackOnPaperProps {
  handover: HandoverView;
  pack: HandoverPack;
  now: Date;
  printedBy: string;
  isRehearsal: boolean;
}

export function PackOnPaper({ handover, pack, now, printedBy, isRehearsal }: PackOnPaperProps) {
  const moment = (at: string | Date) => `${dayText(at, now)} ${clockTime(at)}`;
  return createPortal(
    <article className={classes['paper']}>
      <header className={classes['head']}>
        {isRehearsal && <p className={classes['rehearsal']}>Rehearsal: this case and everybody in it are made up. Nobody is to act on it.</p>}
        <h1>{pack.ref}: {handover.heading}</h1>
        <p>Grade {pack.grade}. For {handover.receivingTeam}, by {moment(handover.dueAt)}. Sent {moment(handover.sentAt)} by {handover.sentBy.name}.</p>
        <p>{endedText(handover)}{handover.takenAt !== null && `, ${moment(handover.takenAt)}`}.</p>
        <p>Confidential. As it was when sent; printed {moment(now)} by {printedBy}. Destroy this copy when the case is on record.</p>
      </header>
      <Pack pack={pack} now={now} />
    </article>,
    document.body,
  );
}
