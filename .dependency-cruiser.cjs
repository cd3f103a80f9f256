/** The import table of ARCHITECTURE.md. A rule names the folder, and the only places it may reach. */

const may = (folder, comment, allowed) => ({
  name: `${folder.replaceAll('/', '-')}-imports`,
  severity: 'error',
  comment,
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|scripts|test|node_modules)/', pathNot: [`^src/${folder}/`, ...allowed] },
});

const only = (folder, packages, comment) => ({
  name: `${packages[0]}-only-in-${folder.replaceAll('/', '-')}`,
  severity: 'error',
  comment,
  from: { path: '^src/engine/', pathNot: `^src/${folder}/` },
  to: { path: packages.map((name) => `^node_modules/${name}/`) },
});

/** From the floor up; a folder may use those below it and its neighbours on the same floor. */
const floors = [
  ['quantity'],
  ['column'],
  ['ledger', 'rule'],
  ['entity'],
  ['policy'],
  ['assess'],
  ['simulate'],
  ['allocate'],
  ['report', 'share', 'years'],
];

const upwards = floors.slice(0, -1).map((floor, index) => ({
  name: `engine-${floor.join('-')}-looks-up`,
  severity: 'error',
  comment: 'Inside the engine, imports go down: quantity < column < ledger, rule < policy < assess < simulate < ...',
  from: { path: `^src/engine/(${floor.join('|')})/` },
  to: {
    path: `^src/engine/(${floors
      .slice(index + 1)
      .flat()
      .join('|')})/`,
  },
}));

/** Rooms that every other may use. */
const ground = '^src/(sheet|formula|steps)/';
const engineDoor = '^src/engine/[a-z]+/index\\.ts$';
const modules = (...names) => names.map((name) => `^node_modules/${name}/`);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', comment: 'Type-only cycles count too.', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'ships-no-dev-dependency',
      severity: 'error',
      comment: 'What ships uses `dependencies`; a type alone leaves no trace in the bundle.',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nobody-imports-workbench',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { path: '^src/workbench/' },
    },
    {
      name: 'src-imports-src',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(scripts|test)/' },
    },
    may('sheet', 'The ground: areas, addresses and what a sheet is. It needs nothing.', []),
    may('steps', 'Long work in steps, for whatever room does it.', []),
    may('formula', 'Formulas as tokens, over addresses alone.', ['^src/sheet/']),
    may('engine', 'The engine is pure: itself, the ground, and four libraries in one place each.', [
      ground,
      ...modules('mathjs', 'yaml', 'zod', 'highs'),
    ]),
    only('engine/rule', ['mathjs'], 'mathjs is a parser here, and only rules are parsed.'),
    only('engine/policy', ['yaml', 'zod'], 'Only policy packs are YAML.'),
    only('engine/allocate', ['highs'], 'HiGHS solves allocations.'),
    {
      name: 'no-door-from-within',
      severity: 'error',
      comment: 'A door is for those outside; inside the engine a file names the file it needs.',
      from: { path: '^src/engine/' },
      to: { path: engineDoor },
    },
    ...upwards,
    may('worker', "The worker serves the engine's doors.", [engineDoor, ...modules('comlink')]),
    may('workbook', 'What is asked of a spreadsheet knows nothing of what is done with it.', [ground, '^src/package/']),
    {
      name: 'workbook-excel-needs-no-file',
      severity: 'error',
      comment: 'Office.js reads and writes files itself.',
      from: { path: '^src/workbook/excel/' },
      to: { path: ['^src/package/', '^src/workbook/file/'] },
    },
    may('package', 'Reads and patches .xlsx parts, without the DOM and without Office.', [
      ground,
      ...modules('fflate', 'saxes'),
    ]),
    may('word', 'A Word document of a report: its parts and its file, nothing of what it tells.', modules('docx')),
    may('functions', "Custom functions are thin: the engine's doors and the words.", [engineDoor, '^src/text/']),
    {
      name: 'text-imports-types',
      severity: 'error',
      comment: 'Words for a code need the type of the code, and nothing that runs.',
      from: { path: '^src/text/' },
      to: { pathNot: '^src/text/', dependencyTypesNot: ['type-only'] },
    },
    may('taskpane', 'index.tsx alone joins the pane to Excel and registers the functions.', [
      engineDoor,
      ground,
      '^src/(text|package|word)/',
      '^src/worker/',
      '^src/(workbook|functions)/',
      ...modules('react', 'react-dom', '@fluentui', 'echarts', '@types/react', '@types/react-dom'),
    ]),
    may('standalone', 'The pane over an opened file: no Office, no workbench.', [
      engineDoor,
      ground,
      '^src/(text|package|worker|functions|taskpane)/',
      '^src/workbook/(?!excel/)',
      ...modules('react', 'react-dom', '@fluentui', 'comlink', 'highs', 'numfmt', '@types/react', '@types/react-dom'),
    ]),
    may('batch', 'The pane’s own commands over files, and tables of rows, at the command line: no page, no Excel.', [
      engineDoor,
      ground,
      '^src/(text|package|functions)/',
      '^src/workbook/file/',
      '^src/worker/gate',
      '^src/taskpane/(?!(components|views|charts|index))',
      ...modules('yaml', '@duckdb', '@types/node'),
    ]),
    {
      name: 'nobody-imports-batch',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/batch/' },
      to: { path: '^src/batch/' },
    },
    {
      name: 'taskpane-parts-know-no-excel',
      severity: 'error',
      from: { path: '^src/taskpane/', pathNot: '^src/taskpane/index\\.tsx$' },
      to: { path: ['^src/workbook/excel/', '^src/functions/'] },
    },
    {
      name: 'taskpane-parts-know-the-worker-client',
      severity: 'error',
      from: { path: '^src/taskpane/' },
      to: { path: '^src/worker/service', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'browser', 'default', 'types'] },
  },
};
