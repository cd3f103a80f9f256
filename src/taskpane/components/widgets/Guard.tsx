import { Component, type ReactNode } from 'react';

interface Props {
  readonly fallback: (detail: string) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly detail?: string;
}

/** Keeps a bug in one screen from blanking the pane: the screen says what happened, the rest goes on. */
export class Guard extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: unknown): State {
    return { detail: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { detail } = this.state;
    return detail === undefined ? this.props.children : this.props.fallback(detail);
  }
}
