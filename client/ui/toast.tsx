// Short messages that ask for nothing: what was done goes by itself, what was refused stays until it has been read.
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './toast.module.css';

const look = { root: classes['root'] ?? '', icon: classes['icon'] ?? '', title: classes['title'] ?? '', description: classes['text'] ?? '' };

/** Of each kind the newest two: the library shows four, and keeps whatever is said next waiting unseen. */
const most = 2;
const standing: Record<'done' | 'refused', readonly string[]> = { done: [], refused: [] };

function makeRoom(kind: keyof typeof standing, id: string): void {
  const earlier = standing[kind].filter((other) => other !== id).slice(1 - most);
  for (const one of standing[kind]) if (!earlier.includes(one)) notifications.hide(one);
  standing[kind] = [...earlier, id];
}

/** Done. `detail` is a second, quieter line. */
export function say(message: string, detail?: string): void {
  makeRoom('done', message);
  notifications.show({
    id: message,
    ...(detail === undefined ? { message } : { title: message, message: detail }),
    role: 'status',
    autoClose: 6000,
    withCloseButton: false,
    classNames: look,
  });
}

/** Not done, and why: one sentence that says what happened, what is safe, and what to do. */
export function sayRefusal(sentence: string): void {
  makeRoom('refused', sentence);
  notifications.show({
    id: sentence,
    message: sentence,
    role: 'alert',
    autoClose: false,
    icon: <IconAlertTriangle size={18} aria-hidden />,
    closeButtonProps: { 'aria-label': 'Put this message away' },
    classNames: look,
    className: classes['refusal'] ?? '',
  });
}
