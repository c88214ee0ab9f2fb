import { builtinModules } from 'node:module';
import { floorRules } from './floors.mjs';

/**
 * The import directions of the house. `to.reachable` follows the whole path, so that a forbidden module cannot come in
 * through a friend of a friend.
 */

/** Tests, and what only tests use. */
const tests = '(\\.test\\.tsx?$|^electron/backend/testing/)';
const entries = [
  '^electron/main/main\\.ts$',
  '^electron/preload/preload\\.ts$',
  '^electron/backend/hosts/(utility|node)\\.ts$',
  '^electron/backend/threads/import/import-worker\\.ts$',
  '^electron/backend/threads/preview/preview-worker\\.ts$',
  '^electron/backend/db/copy-worker\\.ts$',
  '^electron/cli/cli\\.ts$',
  '^renderer/main\\.tsx$',
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Modules that need each other are one thing or need a third. A type that goes back is an arrow too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'A path that leads nowhere would also hide a forbidden import.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'shared-stands-alone',
      comment: 'shared runs in every process: itself, zod and uuid, nothing else.',
      severity: 'error',
      from: { path: '^shared/', pathNot: tests },
      to: { pathNot: '^(shared/|node_modules/(zod|uuid)/)' },
    },
    {
      name: 'backend-never-reaches-electron',
      comment: 'The backend also runs as CLI, in tests and under an external Node: no path may lead to Electron.',
      severity: 'error',
      from: { path: '^electron/(backend|cli)/' },
      to: { path: '^(electron$|node_modules/electron/)', reachable: true },
    },
    {
      name: 'backend-uses-shared-only',
      comment: 'backend -> shared; cli -> backend, shared; both on Node and npm packages.',
      severity: 'error',
      from: { path: '^electron/(backend|cli)/', pathNot: tests },
      to: { path: '^(electron/(main|preload)|renderer|tests|build)/' },
    },
    {
      name: 'backend-knows-no-cli',
      severity: 'error',
      from: { path: '^electron/backend/' },
      to: { path: '^electron/cli/' },
    },
    {
      name: 'main-uses-shared-only',
      comment: 'main starts the backend as a process of its own; loading it would put data into main.',
      severity: 'error',
      from: { path: '^electron/main/', pathNot: tests },
      to: { path: '^(electron/(backend|cli|preload)|renderer|tests|build)/' },
    },
    {
      name: 'main-never-reaches-the-database',
      severity: 'error',
      from: { path: '^electron/main/', pathNot: tests },
      to: { path: '^node_modules/(better-sqlite3|@myriaddreamin)/', reachable: true },
    },
    {
      name: 'preload-is-types-and-electron',
      comment: 'A sandboxed preload has no modules; of the contract it may see types only.',
      severity: 'error',
      from: { path: '^electron/preload/', pathNot: tests },
      to: { pathNot: '^(electron/preload/|shared/contract/|node_modules/electron/|electron$)' },
    },
    {
      name: 'preload-takes-contract-types-only',
      severity: 'error',
      from: { path: '^electron/preload/', pathNot: tests },
      to: { path: '^shared/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'renderer-uses-shared-only',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { path: '^(electron|tests|build)/' },
    },
    {
      name: 'renderer-never-reaches-node',
      comment: 'The window has no Node; a built-in on any path would fail there at run time only.',
      severity: 'error',
      from: { path: '^renderer/main\\.tsx$' },
      to: { path: `^(node:)?(${builtinModules.join('|')})$`, reachable: true },
    },
    {
      name: 'renderer-imports-no-node',
      severity: 'error',
      from: { path: '^renderer/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'window-widgets-stand-alone',
      comment:
        'ui draws and knows no data; rpc fetches and draws nothing. Neither knows the shell or what is above it.',
      severity: 'error',
      from: { path: '^renderer/(ui|rpc|i18n)/', pathNot: tests },
      to: { path: '^renderer/(ui|rpc|shell|editor|features|frame)/', pathNot: '^renderer/$1/' },
    },
    {
      name: 'window-shell-is-the-floor',
      comment: 'Navigation, commands, jobs, errors and toasts serve every feature and know none.',
      severity: 'error',
      from: { path: '^renderer/shell/', pathNot: tests },
      to: { path: '^renderer/(editor|features|frame)/' },
    },
    {
      name: 'window-editor-knows-no-feature',
      severity: 'error',
      from: { path: '^renderer/editor/', pathNot: tests },
      to: { path: '^renderer/(features|frame)/' },
    },
    {
      name: 'window-frame-is-the-roof',
      comment: 'Only the frame knows which features there are; nothing below knows the frame.',
      severity: 'error',
      from: { path: '^renderer/features/', pathNot: tests },
      to: { path: '^renderer/frame/' },
    },
    {
      name: 'only-the-editor-knows-lexical',
      severity: 'error',
      from: { pathNot: '^(renderer/editor/|tests/|node_modules/)' },
      to: { path: '^node_modules/(lexical|@lexical)/' },
    },
    {
      name: 'domains-keep-their-queries',
      comment: "Domain A uses domain B's service, never its SQL or its row shapes.",
      severity: 'error',
      from: { path: '^electron/backend/domains/([^/]+)/', pathNot: tests },
      to: {
        path: '^electron/backend/domains/[^/]+/(queries|rows)\\.ts$',
        pathNot: '^electron/backend/domains/$1/',
      },
    },
    ...floorRules(tests),
    {
      name: 'reading-and-printing-know-no-database',
      comment: 'Bytes to model and back by no path through the store: so the CLI, threads and tests need none.',
      severity: 'error',
      from: { path: '^electron/backend/(word|formats|drafts|import|export|exchange|threads)/', pathNot: tests },
      to: { path: '^(electron/backend/db/|node_modules/better-sqlite3/)', reachable: true },
    },
    {
      name: 'word-knows-no-letters',
      comment: 'Word files are read as they are; what a letter makes of one is decided above, in import.',
      severity: 'error',
      from: { path: '^electron/backend/word/', pathNot: tests },
      to: { path: '^shared/(document|domain)/' },
    },
    {
      name: 'model-knows-no-procedures',
      comment: 'The contract speaks of letters and cases; they know nothing of it but the errors.',
      severity: 'error',
      from: { path: '^shared/(document|domain|lib)/', pathNot: tests },
      to: { path: '^shared/(contract|rpc)/', pathNot: '^shared/contract/errors\\.ts$' },
    },
    {
      name: 'no-tests-in-product',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/', pathNot: tests },
      to: { path: [tests, '^tests/'] },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      comment:
        'What the backend or main loads at run time must be in "dependencies"; the bundler does not take it along.',
      severity: 'error',
      from: { path: '^electron/', pathNot: tests },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/electron/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-orphan',
      comment: 'A module that nothing reaches is dead weight or a forgotten entry.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^(shared|electron|renderer)/', pathNot: [tests, '\\.d\\.ts$', ...entries], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|release|\\.cache)/' },
    // Type-only imports count too: a direction is a direction.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
