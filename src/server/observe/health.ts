/** What /healthz says of one thing. Codes only: anybody may ask. */
export type Health = 'ok' | 'failed' | 'old' | 'off';

/** Questions to the outside; each answers or throws. */
export interface HealthChecks {
  /** Throws when the disk cannot be written. */
  readonly disk: () => Promise<void>;
  /** Whether the last good backup is young enough; `off` where none are made. */
  readonly backup: () => 'ok' | 'old' | 'off';
}
