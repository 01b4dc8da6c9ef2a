import { Component, type ReactNode } from 'react';
import { appWords as words } from '../words/app-words';

/** Catches a fault of a page, so that the rest of the console lives and the person knows what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <section className="panel narrow" role="alert">
        <h1>{words.broken}</h1>
        <p>{words.brokenHint}</p>
        <button type="button" className="button button-main" onClick={() => location.reload()}>
          {words.again}
        </button>
      </section>
    );
  }
}
