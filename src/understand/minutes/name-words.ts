/** Words that stand before a name. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr sir dame lord lady baroness baron viscount earl prof professor rev revd reverend canon ' +
    'councillor councillors cllr cllrs county alderman aldermen alderwoman bailie rt right hon honourable ' +
    'captain capt major colonel col lt wing commander cdr member'
  ).split(' '),
);

/** Words that stand before the names of several people at once, and belong to none of them. */
const PLURAL =
  /^(?:county |borough |city |town |district )?(?:councillors|cllrs|aldermen|messrs|members|the following|and)\b\.?[\s:–-]*/i;

const HONOURS = new Set(
  (
    'CBE OBE MBE KBE DBE GBE BEM CB KCB DCB GCB CMG KCMG DCMG GCMG CVO KCVO DCVO GCVO LVO MVO RVM CH OM KG LG KT LT ' +
    'VC GC DSO DSC DFC MC DCM MM QSO QPM KPM QFSM KFSM QAM KAM QVRM RD ERD TD VR VRSM ED UD JP DL VL HML KC QC SC ' +
    'MP MEP MS AM MSP MLA MHK PC PhD DPhil EdD DBA LLD LLB LLM MD FRCP FRCS FRCGP FRS FBA FREng CEng MICE FICE ' +
    'FCA FCCA ACA CPFA FCIPFA FRICS MRICS RIBA FRSA FRGS FIMA FCMI MBA BA MA MSc BSc BEd MEd MPhil BCL Hons RN RAF ' +
    'Esq Jnr Jr Snr Sr'
  ).split(' '),
);
const LONG_HONOURS = new Set(
  [...HONOURS].filter((word) => word.length > 2).map((word) => word.toLowerCase()),
);

const bare = (word: string): string => word.replace(/[.,:;()]/g, '').toLowerCase();

export const isTitleWord = (word: string): boolean => TITLES.has(bare(word));

/** Whether a text is nothing but letters after a name: "CBE", "OBE JP", "BA (Hons)". */
export const isPostNominal = (text: string, afterName: string): boolean => {
  const words = text.split(/\s+/).filter(Boolean);
  if (words.length === 0 || words.length > 6) return false;
  // Capitals that no list knows are letters too, but not among names that are all in capitals.
  const spelt = /\p{Lu}\p{Ll}/u.test(afterName);
  return words.every((word) => {
    const plain = word.replace(/[.()]/g, '');
    // "Ma" and "Om" are surnames.
    return (
      HONOURS.has(plain) || LONG_HONOURS.has(plain.toLowerCase()) || (spelt && /^\p{Lu}{2,5}$/u.test(plain))
    );
  });
};

/** Without the words that several people share: "Councillors", "the following Members". */
export const withoutPlural = (text: string): string => {
  let rest = text.trim();
  for (let round = 0; round < 4; round += 1) {
    const shorter = rest.replace(PLURAL, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
};
