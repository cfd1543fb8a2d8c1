import { Component, type ReactNode } from 'react';
import { CannotOpen } from './cannot-open.tsx';

/** The last net: a bug in a screen becomes a sentence and a button. React has no other form for it than a class. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => {
      this.setState({ failed: false });
    };
    return <CannotOpen error={{ code: 'unexpected' }} onTryAgain={again} />;
  }
}
