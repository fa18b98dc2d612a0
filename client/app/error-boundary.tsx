// Catches a screen that fails, so that the rest of the page goes on; says what happened, what is safe, and what to do.
import { Component } from 'react';
import type { ReactNode } from 'react';
import classes from './error-boundary.module.css';

export interface ErrorBoundaryProps {
  /** The screen by its name. */
  what: string;
  children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    // Plain elements: the widgets may be what has failed.
    return (
      <section className={classes['stopped']} role="alert">
        <h2 className={classes['title']}>{this.props.what} has stopped on this device</h2>
        <p>A fault in the page, not on the server: what was sent is safe there, and others see it. What you were typing and had not sent may be lost.</p>
        <p>Load the page again. If it stops again, work from the phone and tell an administrator what you pressed last.</p>
        <div className={classes['actions']}>
          <button type="button" className={classes['button']} onClick={() => window.location.reload()}>Load the page again</button>
          <button type="button" className={classes['quiet']} onClick={() => this.setState({ failed: false })}>Try without loading</button>
        </div>
      </section>
    );
  }
}
