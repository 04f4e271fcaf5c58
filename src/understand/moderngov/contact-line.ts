import type { UnderstoodContact } from '../../domain/understood.ts';

const TELEPHONE = /(?:\+\s?44\s?(?:\(0\)\s?)?|\(0|\b0)\d(?:[\s()-]{0,2}\d){7,10}\b/u;
const EMAIL = /[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/u;
const NAME_ENDS =
  /[\s,;:/|(–-]*(?:\b(?:(?:on|at|by|or) (?=tel|phone|e-?mail|[+(\d]))?(?:tel(?:ephone)?|phone|mobile|e-?mail|ffôn|e-?bost|ext(?:ension)?)\b|\b(?:on|at) [+(\d]|[+(\d]|[\w.+'-]{1,64}@).*$/isu;

/** The officer to ask about a meeting, from a line such as "A Name, Officer Tel: 01632 960000 Email: a@example.org". */
export const readContact = (line: string): UnderstoodContact | null => {
  const text = line.slice(0, 1000);
  const email = EMAIL.exec(text)?.[0] ?? null;
  const telephone =
    TELEPHONE.exec(text)?.[0]
      .replace(/^\((?!\d+\))/u, '')
      .replaceAll(/\s+/gu, ' ') ?? null;
  const name =
    text
      .replace(NAME_ENDS, '')
      .replace(/[\s,;:/.(–-]+$/u, '')
      .trim() || null;
  return name === null && email === null && telephone === null ? null : { name, telephone, email };
};
