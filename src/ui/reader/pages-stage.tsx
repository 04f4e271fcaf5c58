import type { RefObject } from 'preact';

export interface PagesStageProps {
  /** What the viewer draws into. */
  readonly container: RefObject<HTMLDivElement | null>;
  /** Read aloud: what is shown here. */
  readonly name: string;
  readonly hidden: boolean;
  /** How far it is, for tests and styles. */
  readonly state: string;
}

/** Room for the pages of a paper: what the viewer asks for (papers/viewer-port.ts), and reachable without a mouse. */
export const PagesStage = ({ container, name, hidden, state }: PagesStageProps) => (
  <div class="reader-stage" hidden={hidden} data-state={state}>
    <div
      class="reader-stage__scroll"
      ref={container}
      // Its keyboard reach is what makes it a region that can be scrolled without a mouse.
      tabIndex={0}
      role="region"
      aria-label={name}
      lang="en-GB"
      dir="ltr"
    >
      <div class="pdfViewer" />
    </div>
  </div>
);
