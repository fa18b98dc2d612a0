// How a form that console and desk share is framed and sent: each has a frame of its own, and its own place for a refusal.
import type { ReactNode } from 'react';
import type { OutOf } from '../../shared/protocol/route.ts';
import type { IncidentView } from '../../shared/protocol/views.ts';
import type { CommandRoute, Unsent } from '../live/send.ts';

export interface FrameProps {
  title: string;
  /** What it leads to, before the fields. */
  says?: ReactNode;
  /** The deed by its name, never "OK". */
  submit: string;
  onSubmit: () => Promise<unknown>;
  onClose: () => void;
  refusal?: string | undefined;
  children?: ReactNode;
}

export interface FormWay {
  Frame: (props: FrameProps) => ReactNode;
  /** Null where it was refused and that has been said; throws where the frame says it. */
  send: <R extends CommandRoute>(route: R, input: Unsent<R>) => Promise<OutOf<R> | null>;
}

export interface SharedFormProps {
  incident: IncidentView;
  onClose: () => void;
  way: FormWay;
}
