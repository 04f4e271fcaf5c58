import { useEffect, useState } from 'preact/hooks';
import { readDropped, type Dropped } from '../../app/import/dropped-files.ts';

/**
 * Takes files that are dropped anywhere on the page: beside its place a browser would open the file and leave the
 * form. Answers whether something is held over the page now.
 */
export const useDrops = (onDropped: (dropped: Dropped) => void): boolean => {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const on = (type: 'dragover' | 'dragleave' | 'drop', listener: (event: DragEvent) => void): void =>
      globalThis.addEventListener(type, listener, { signal: controller.signal });
    on('dragover', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    });
    on('dragleave', ({ relatedTarget }) => {
      // Null where the pointer left the window; from one element to the next it is still over the page.
      if (relatedTarget === null) setOver(false);
    });
    on('drop', (event) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      // They are only there while the event is; what is in them may be read later.
      void readDropped(entriesOf(event)).then(onDropped);
    });
    return () => controller.abort();
  }, [onDropped]);
  return over;
};

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

// Something that is no place on a disk (a picture out of another page) has no entry, and is a file all the same.
const entriesOf = ({ dataTransfer }: DragEvent): (FileSystemEntry | File)[] =>
  [...(dataTransfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? item.getAsFile() ?? []);
