/** Where this person stopped reading a meeting's pack. */
export interface Place {
  readonly meetingId: string;
  readonly paperId: string;
  /** Counts from 1, as PDF readers do. */
  readonly page: number;
  readonly mode: 'text' | 'pages';
  /** The tablet's clock. */
  readonly at: number;
}
