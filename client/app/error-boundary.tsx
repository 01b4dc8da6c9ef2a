import { Component, type ReactNode } from 'react';
import { BrokenPage } from './broken-page';

/** Catches a fault of a page, so that the rest of the console lives and the person knows what to do. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }
  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <BrokenPage reset={() => location.reload()} />;
  }
}
