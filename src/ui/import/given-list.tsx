import { useRef } from 'preact/hooks';
import { givenBytes, type GivenFile } from '../../app/import/given-files.ts';
import { fileSize } from '../file-size.ts';
import { Button } from '../kit/button.tsx';
import { useText } from '../use-text.ts';

/** More rows than anybody reads; the rest is counted. */
export const maxRows = 100;

export interface GivenListProps {
  readonly files: readonly GivenFile[];
  /** Left out while they are being sent. */
  readonly onRemove?: (name: string) => void;
}

/** What was given and is not sent yet. */
export const GivenList = ({ files, onRemove }: GivenListProps) => {
  const { t } = useText();
  const title = useRef<HTMLHeadingElement>(null);
  if (files.length === 0) return null;
  return (
    <section class="given" aria-labelledby="given">
      <h2 class="given__title" id="given" tabIndex={-1} ref={title}>
        {t('import.given.title', { count: files.length, size: fileSize(givenBytes(files)) })}
      </h2>
      <ul class="given__list">
        {files.slice(0, maxRows).map(({ name, bytes }) => (
          <li class="given__row" key={name}>
            <span class="given__name">
              <bdi>{name}</bdi>
            </span>
            <span class="given__size">
              <bdi>{fileSize(bytes.size)}</bdi>
            </span>
            {onRemove && (
              <Button
                kind="quiet"
                hidden={name}
                onPress={() => {
                  onRemove(name);
                  // The pressed button is gone with its row.
                  title.current?.focus();
                }}
              >
                {t('import.given.remove')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {files.length > maxRows && (
        <p class="second">{t('import.given.more', { count: files.length - maxRows })}</p>
      )}
    </section>
  );
};
