export interface ProgressBarProps {
  /** What is going on: "Downloading the papers". Read aloud, and shown by the caller beside the bar. */
  readonly name: string;
  readonly have: number;
  readonly total: number;
  /** The same in words: "4.2 of 12 MB". */
  readonly words: string;
}

/** How far long work has come. */
export const ProgressBar = ({ name, have, total, words }: ProgressBarProps) => (
  <div class="progress">
    <progress
      class="progress__bar"
      aria-label={name}
      aria-valuetext={words}
      value={have}
      max={Math.max(total, 1)}
    />
    <span class="progress__words">{words}</span>
  </div>
);
