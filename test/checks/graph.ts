import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Holds every import against the table in docs/architecture.md. A graph tool that finds no modules
 * exits 0, so the number of modules it saw is asserted; and a forbidden import is planted in each run,
 * which must be reported, so that the check itself is seen to work.
 */
interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

const cruise = (): Cruise => {
  const args = ['--config', '.dependency-cruiser.json', '--output-type', 'json', 'src'];
  const run = () =>
    execFileSync('depcruise', args, { maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  const parsed: unknown = JSON.parse(run().toString());
  return parsed as Cruise;
};

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .map((name) => join('src', name));

const plantedFolder = join('src', 'domain', 'planted');
const planted = {
  [join(plantedFolder, 'planted-import.ts')]:
    "import type { Dexie } from 'dexie';\nexport type Planted = Dexie;\n",
};

const plant = (): Cruise => {
  mkdirSync(plantedFolder, { recursive: true });
  try {
    for (const [file, text] of Object.entries(planted)) writeFileSync(file, text);
    return cruise();
  } finally {
    rmSync(plantedFolder, { recursive: true });
  }
};

const seen = plant();
const modules = seen.modules.filter(
  ({ source }) => source.startsWith('src/') && /\.tsx?$/.test(source) && !source.endsWith('.d.ts'),
);
const expected = sources.length + Object.keys(planted).length;
const caught = seen.summary.violations.filter(({ from }) => from.startsWith(plantedFolder));
const violations = seen.summary.violations.filter(({ from }) => !from.startsWith(plantedFolder));

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`);
if (caught.length !== 1) console.error('The planted import in domain was not reported: this check is blind.');
if (modules.length !== expected) console.error(`The graph saw ${modules.length} modules of ${expected}.`);
console.log(
  `graph: ${modules.length - 1} modules, ${violations.length} violations, planted import ${caught.length === 1 ? 'caught' : 'missed'}`,
);
if (violations.length > 0 || caught.length !== 1 || modules.length !== expected) process.exit(1);
