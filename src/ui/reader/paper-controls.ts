import type { Zoom } from '../../app/reader.ts';

/** How the screen moves in what is shown, text or pages. */
export interface PaperControls {
  readonly goToPage: (page: number) => void;
  /** Does nothing in the text, whose size the screen sets by itself. */
  readonly zoom: (zoom: Zoom) => void;
}
