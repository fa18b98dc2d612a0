// A one-time link: makes the first administrator, or sets a password; then signs in with it.
import { useQuery } from '@tanstack/react-query';
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { readLink, signIn, useLink as linkUse } from '../../shared/protocol/session.ts';
import { call, sentenceOf } from '../live/api.ts';
import { useSetMe } from '../live/me.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import classes from './form.module.css';
import { takeLinkToken } from './link-token.ts';
import { PasswordField } from './password-field.tsx';
import { Problem } from './problem.tsx';
import { Threshold } from './threshold.tsx';
import { useSubmit } from './use-submit.ts';

export function OneTimeLink() {
  const [token] = useState(takeLinkToken);
  const { data: link, error, refetch } = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => call(readLink, { token }, { signal }),
    enabled: token !== '',
    staleTime: Infinity,
  });
  if (token === '') return <Unusable sentence="This address is not complete. Open the link again exactly as you were given it." />;
  if (error) return <Unusable sentence={sentenceOf(error)} again={() => void refetch()} />;
  if (link === undefined) return <Threshold title="One moment"><SkeletonRows of="the link" rows={3} /></Threshold>;
  return link.purpose === 'first-administrator' ? <FirstAdministrator token={token} /> : <SetPassword token={token} username={link.username ?? ''} />;
}

function Unusable({ sentence, again }: { sentence: string; again?: () => void }) {
  return (
    <Threshold title="This link cannot be used">
      <div className={classes['form']}>
        <Problem sentence={sentence} />
        {again && <Button onClick={again}>Try again</Button>}
        <Link href="/sign-in">Sign in instead</Link>
      </div>
    </Threshold>
  );
}

interface Chosen { username: string; password: string; name?: string }

/** Uses the link, and goes on inside: nobody types a new password twice. */
function useChosen(token: string) {
  const setMe = useSetMe();
  const [, navigate] = useLocation();
  return async ({ username, password, name }: Chosen) => {
    await call(linkUse, { token, password, ...(name === undefined ? {} : { username, name }) });
    // The link is spent from here on, so whatever goes wrong now is for the sign-in page to say.
    const me = await call(signIn, { username, password }).catch(() => null);
    if (me) setMe(me);
    navigate(me ? '/' : '/sign-in', { replace: true });
  };
}

function FirstAdministrator({ token }: { token: string }) {
  const choose = useChosen(token);
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { onSubmit, problem, slow } = useSubmit(() => choose({ username: username.trim(), name, password }));
  return (
    <Threshold title="The first administrator" lead="This account adds all others. It sees no case content.">
      <form className={classes['form']} onSubmit={onSubmit}>
        <TextInput label="Your name" autoComplete="name" autoFocus required withAsterisk={false} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <TextInput
          label="User name"
          description="Small letters, figures, dot, dash"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          pattern="[a-z0-9][a-z0-9._\-]{1,39}"
          title="2 to 40 small letters, figures, dots or dashes"
          required
          withAsterisk={false}
          value={username}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordField label="Password" kind="new" value={password} onChange={setPassword} />
        <Problem sentence={problem} />
        <Button type="submit" variant="filled" loading={slow}>Begin</Button>
      </form>
    </Threshold>
  );
}

function SetPassword({ token, username }: { token: string; username: string }) {
  const choose = useChosen(token);
  const [password, setPassword] = useState('');
  const { onSubmit, problem, slow } = useSubmit(() => choose({ username, password }));
  return (
    <Threshold title="Choose a password">
      <form className={classes['form']} onSubmit={onSubmit}>
        <TextInput label="Your user name" autoComplete="username" readOnly value={username} />
        <PasswordField label="New password" kind="new" value={password} onChange={setPassword} />
        <Problem sentence={problem} />
        <Button type="submit" variant="filled" loading={slow}>Set it and sign in</Button>
      </form>
    </Threshold>
  );
}
