import type { StructureElement, StructureNode } from './page-content.ts';
import type { TextRun } from './text-run.ts';

/** What a page's tags are read with. */
export interface Reading {
  /** Runs by the id of their marked content. */
  readonly runs: ReadonlyMap<string, readonly TextRun[]>;
  /** Letter size of body text. */
  readonly body: number;
}

/** Whether a node of the tag tree has children, as against a pointer to content. */
export const isElement = (node: StructureNode): node is StructureElement => 'children' in node;

/** All runs under a node, in the order of the tags. */
export const runsUnder = (node: StructureNode, reading: Reading): readonly TextRun[] =>
  isElement(node)
    ? node.children.flatMap((child) => runsUnder(child, reading))
    : (reading.runs.get(node.id) ?? []);
