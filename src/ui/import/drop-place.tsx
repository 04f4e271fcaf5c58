import { FileInput } from 'lucide';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { GivenFile } from '../../app/import/given-files.ts';
import { Button, ButtonRow } from '../kit/button.tsx';
import { Icon } from '../kit/icon.tsx';
import { useText } from '../use-text.ts';

export interface DropPlaceProps {
  /** Whether files are held over the page now. */
  readonly over: boolean;
  readonly onFiles: (files: readonly GivenFile[]) => void;
}

/** Where the eye and the keyboard go when nothing was given. */
export const chooseFilesId = 'choose-files';

type Chooser = RefObject<HTMLInputElement | null>;

/** Where files are dropped, and two buttons for everybody who cannot drag. */
export const DropPlace = ({ over, onFiles }: DropPlaceProps) => {
  const { t } = useText();
  const files: Chooser = useRef(null);
  const folder: Chooser = useRef(null);
  const chosen = (chooser: Chooser): void => {
    const input = chooser.current;
    if (input === null) return;
    onFiles(
      [...(input.files ?? [])].map((file) => ({ name: file.webkitRelativePath || file.name, bytes: file })),
    );
    // So that the same file can be chosen once more after it was removed.
    input.value = '';
  };
  return (
    <div class={`import-drop${over ? ' import-drop--over' : ''}`}>
      <Icon node={FileInput} />
      <p class="import-drop__words">{t(over ? 'import.drop.over' : 'import.drop')}</p>
      <ButtonRow>
        <button
          class="button button--secondary"
          type="button"
          id={chooseFilesId}
          onClick={() => files.current?.click()}
        >
          {t('import.choose.files')}
        </button>
        {canChooseFolder && (
          <Button kind="secondary" onPress={() => folder.current?.click()}>
            {t('import.choose.folder')}
          </Button>
        )}
      </ButtonRow>
      <p class="second small">{t('import.drop.kinds')}</p>
      <input type="file" hidden multiple data-choose="files" ref={files} onChange={() => chosen(files)} />
      <input
        type="file"
        hidden
        multiple
        data-choose="folder"
        ref={(input) => {
          folder.current = input;
          input?.setAttribute('webkitdirectory', '');
        }}
        onChange={() => chosen(folder)}
      />
    </div>
  );
};

const canChooseFolder = 'webkitdirectory' in HTMLInputElement.prototype;
