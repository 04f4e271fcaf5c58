import { type AnyNode, type Document, type Element, isTag } from 'domhandler';
import { select } from './elements.ts';

/** The parts of a meeting's page that hold its items; layout tables around a whole page are none. */
export const itemArea = (document: Document): ReadonlySet<Element> => {
  const rows = select('td.mgItemNumberCell', document).flatMap(({ parent }) =>
    parent !== null && isTag(parent) && parent.name === 'tr' ? [parent] : [],
  );
  const tables = select('table.mgItemTable, table#mgItemTable', document);
  return new Set([...tables, ...rows]);
};

/** Whether a node lies within one of these elements. */
export const isWithin = (node: AnyNode, area: ReadonlySet<Element>): boolean => {
  for (let parent = node.parent; parent !== null; parent = parent.parent)
    if (isTag(parent) && area.has(parent)) return true;
  return false;
};
