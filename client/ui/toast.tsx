// Short messages that ask for nothing: what was done goes by itself, what was refused stays until it has been read.
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './toast.module.css';

const look = { root: classes['root'] ?? '', icon: classes['icon'] ?? '', title: classes['title'] ?? '', description: classes['text'] ?? '' };

/** Done. `detail` is a second, quieter line. */
export function say(message: string, detail?: string): void {
  notifications.show({
    id: message,
    ...(detail === undefined ? { message } : { title: message, message: detail }),
    role: 'status',
    autoClose: 6000,
    withCloseButton: false,
    classNames: look,
  });
}

/** Of those that stay, the newest: more would keep whatever is said next waiting unseen. */
const mostRefusals = 2;
let refusals: readonly string[] = [];

/** Not done, and why: one sentence that says what happened, what is safe, and what to do. */
export function sayRefusal(sentence: string): void {
  const earlier = refusals.filter((other) => other !== sentence).slice(1 - mostRefusals);
  for (const one of refusals) if (!earlier.includes(one)) notifications.hide(one);
  refusals = [...earlier, sentence];
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
