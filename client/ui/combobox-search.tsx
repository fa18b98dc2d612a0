// Finds as you type, by keyboard alone: ↓ ↑ to move, Enter to pick, Esc to close the list and keep the text.
import { Combobox, TextInput, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { ActionButton } from './action-button.tsx';
import classes from './combobox-search.module.css';
import { useHotkeys } from './hotkeys.ts';
import { KbdHint } from './kbd-hint.tsx';
import { sayRefusal } from './toast.tsx';
import { useSearch } from './use-search.ts';
import type { Search } from './use-search.ts';

export interface SearchOption {
  id: string;
  label: string;
  /** A quieter second line: what tells this one from another of the same name. */
  detail?: string;
  /** At the end of the line: a grade, a distance. */
  mark?: ReactNode;
  /** Why it cannot be picked. It stays in the list, so that nobody wonders where it is. */
  refusal?: string;
}

export interface ComboboxSearchProps<Option extends SearchOption> {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  /** Should stop when the signal says so; whatever it throws is shown as not answered. */
  search: Search<Option>;
  onPick: (option: Option) => void;
  /** What stands in the field after a pick: nothing, or what was picked. */
  afterPick?: 'clear' | 'show';
  /** Where the text is the form's own: shown, changed and kept there; a pick leaves it to the form. */
  kept?: { text: string; onChange: (text: string) => void; maxLength: number };
  minLength?: number;
  /** The key that brings the cursor here. */
  keys?: string;
}

export function ComboboxSearch<Option extends SearchOption>({
  label, hideLabel = false, placeholder, search, onPick, afterPick = 'clear', kept, minLength = 2, keys,
}: ComboboxSearchProps<Option>) {
  const listId = useId();
  const list = useCombobox();
  const [own, setOwn] = useState('');
  const text = kept?.text ?? own;
  const [moved, setMoved] = useState<number | null>(null);
  const { found, state, settled, again } = useSearch(text, search, minLength);
  useHotkeys(keys ? [{ keys, label, run: () => list.targetRef.current?.focus() }] : []);

  const open = list.dropdownOpened && (found.length > 0 || state !== 'typing');
  const optionId = (option: Option | undefined) => (open && option ? `${listId}-${option.id}` : undefined);
  const listed = open && found.length > 0;
  // Until moved by hand, on the first that can be picked.
  const place = moved ?? Math.max(0, found.findIndex((option) => !option.refusal));
  const at = found[place];

  const write = (next: string) => {
    if (kept === undefined) setOwn(next);
    else kept.onChange(next);
    setMoved(null);
  };
  const pick = (option: Option | undefined) => {
    if (!option) return;
    if (option.refusal) return sayRefusal(option.refusal);
    if (kept === undefined) write(afterPick === 'show' ? option.label : '');
    else setMoved(null);
    list.closeDropdown();
    onPick(option);
  };
  const move = (by: number) => {
    list.openDropdown();
    const next = found[(place + by + found.length) % Math.max(found.length, 1)];
    setMoved(next ? found.indexOf(next) : null);
    document.getElementById(optionId(next) ?? '')?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    // Enter never picks from an answer to what was written before.
    else if (event.key === 'Enter' && open) { if (settled) pick(at); }
    else if (event.key === 'Escape' && open) list.closeDropdown();
    else return;
    event.preventDefault();
  };

  return (
    <Combobox store={list} onOptionSubmit={(id) => pick(found.find((option) => option.id === id))}>
      <Combobox.Target withAriaAttributes={false} withKeyboardNavigation={false}>
        <TextInput
          {...(hideLabel ? { 'aria-label': label } : { label })}
          {...(placeholder ? { placeholder } : {})}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={keys && text === '' ? <KbdHint keys={keys} /> : undefined}
          rightSectionWidth="auto"
          rightSectionProps={{ className: classes['keys'] ?? '' }}
          value={text}
          {...(kept === undefined ? {} : { maxLength: kept.maxLength })}
          onChange={(event) => {
            write(event.currentTarget.value);
            list.openDropdown();
          }}
          onClick={() => list.openDropdown()}
          onBlur={() => list.closeDropdown()}
          onKeyDown={onKeyDown}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? listId : undefined}
          aria-activedescendant={optionId(at)}
          data-mantine-stop-propagation={open || undefined}
        />
      </Combobox.Target>
      <VisuallyHidden role="status">{open && state === 'answered' ? `${found.length} found` : ''}</VisuallyHidden>
      <Combobox.Dropdown hidden={!open}>
        {found.length > 0 && (
          <Combobox.Options id={listId} aria-label={label} className={classes['options'] ?? ''} data-stale={!settled || undefined}>
            {found.map((option) => <Line key={option.id} id={optionId(option)} option={option} selected={option === at} />)}
          </Combobox.Options>
        )}
        {state === 'asking' && <p className={classes['message']}>Searching…</p>}
        {state === 'answered' && found.length === 0 && <p className={classes['message']}>Nothing found for “{text.trim()}”.</p>}
        {state === 'failed' && (
          <div className={classes['message']} role="alert">
            The search was not answered. What you wrote is kept.
            <ActionButton label="Search again" size="xs" onAct={again} />
          </div>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Line({ option, id, selected }: { option: SearchOption; id: string | undefined; selected: boolean }) {
  const second = option.refusal ?? option.detail;
  return (
    <Combobox.Option
      value={option.id}
      {...(id ? { id } : {})}
      selected={selected}
      disabled={Boolean(option.refusal)}
      aria-selected={selected}
      className={classes['option'] ?? ''}
    >
      <span className={classes['words']}>
        <span>{option.label}</span>
        {second && <span className={classes['detail']}>{second}</span>}
      </span>
      {option.mark}
    </Combobox.Option>
  );
}
