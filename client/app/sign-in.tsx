// Signing in: a name, a password, and back to where one was.
import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { Redirect, useSearch } from 'wouter';
import { signIn } from '../../shared/protocol/session.ts';
import { call, Refused } from '../live/api.ts';
import { useSetMe, useWhoIsHere } from '../live/me.tsx';
import classes from './form.module.css';
import { PasswordField } from './password-field.tsx';
import { Problem } from './problem.tsx';
import { Threshold } from './threshold.tsx';
import { useSubmit } from './use-submit.ts';

/** The address of this page for somebody who was on another; `ended` where a session of theirs has just ended. */
export function signInPath({ pathname, search, hash }: Pick<Location, 'pathname' | 'search' | 'hash'>, ended: boolean): string {
  const query = new URLSearchParams({ ...(pathname === '/' ? {} : { to: pathname + search + hash }), ...(ended ? { ended: '' } : {}) }).toString();
  return query === '' ? '/sign-in' : `/sign-in?${query}`;
}

/** Only ever an address of our own: `//elsewhere` and `/\elsewhere` would lead away. */
const ownPath = (to: string | null): string => (to !== null && /^\/(?![/\\])/.test(to) ? to : '/');

export function SignIn() {
  const query = new URLSearchParams(useSearch());
  const { data: me } = useWhoIsHere();
  const setMe = useSetMe();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const { onSubmit, problem, slow } = useSubmit(
    async () => setMe(await call(signIn, { username, password })),
    (error) => { if (error instanceof Refused) field.current?.select(); },
  );
  if (me) return <Redirect to={ownPath(query.get('to'))} replace />;
  return (
    <Threshold
      title="Sign in"
      lead={query.has('ended') && 'Your session has ended. Nothing you sent was lost, and what you were typing is still here when you sign in again.'}
    >
      <form className={classes['form']} onSubmit={onSubmit}>
        <TextInput
          label="User name"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordField label="Password" kind="current" ref={field} value={password} onChange={setPassword} />
        <Problem sentence={problem} />
        <Button type="submit" variant="filled" loading={slow}>Sign in</Button>
        <p className={classes['note']}>Forgotten it? An administrator gives you a link to set a new one.</p>
      </form>
    </Threshold>
  );
}
