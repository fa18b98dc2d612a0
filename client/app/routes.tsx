// Which address shows what: signing in, a one-time link, and the screens for whoever is signed in.
import { Route, Redirect, Switch } from 'wouter';
import { MeProvider } from '../live/me.tsx';
import { OneTimeLink } from './one-time-link.tsx';
import { signInPath, SignIn } from './sign-in.tsx';
import { hasBeenHere, SignedIn } from './signed-in.tsx';
import { Waiting } from './waiting.tsx';

export function Routes() {
  return (
    <Switch>
      <Route path="/sign-in"><SignIn /></Route>
      <Route path="/link"><OneTimeLink /></Route>
      <Route>
        <MeProvider waiting={<Waiting />} unreachable={unanswered} signedOut={<ToSignIn />}>
          <SignedIn />
        </MeProvider>
      </Route>
    </Switch>
  );
}

const unanswered = (again: () => void) => <Waiting again={again} />;

/** Keeps the address, so that signing in leads back to it. */
const ToSignIn = () => <Redirect to={signInPath(window.location, hasBeenHere())} replace />;
