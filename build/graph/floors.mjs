/**
 * The floors of the backend from the ground up (docs/architecture.md). A room knows itself and the floors below it; the
 * rooms of one floor do not know each other. Each is a folder or a file of `electron/backend`.
 */
export const floors = [
  ['files'],
  ['log'],
  ['failure'],
  ['word', 'formats', 'drafts', 'db'],
  ['import', 'export'],
  ['exchange'],
  ['threads'],
  ['context'],
  ['commands'],
  ['domains'],
  ['index'],
  ['hosts'],
];

/** @param {string[]} rooms */
const within = (rooms) => `^electron/backend/(${rooms.join('|')})(/|\\.ts$)`;

/**
 * @param {string} tests path of tests, which may look everywhere
 * @returns {import('dependency-cruiser').IForbiddenRuleType[]} one for each room, and one that finds a new room without a floor
 */
export function floorRules(tests) {
  const ofRooms = floors.flatMap((rooms, level) =>
    rooms.map((room) => ({
      name: `floor-of-${room}`,
      comment: `${room} knows what stands below it: ${floors.slice(0, level).flat().join(', ') || 'nothing'}. A type counts too.`,
      severity: /** @type {const} */ ('error'),
      from: { path: within([room]), pathNot: tests },
      to: { path: '^electron/backend/', pathNot: within([...floors.slice(0, level).flat(), room]) },
    })),
  );
  return [
    ...ofRooms,
    {
      name: 'room-without-floor',
      comment: 'A new folder of the backend gets its floor in build/graph/floors.mjs.',
      severity: 'error',
      from: {},
      to: { path: '^electron/backend/', pathNot: [within(floors.flat()), tests] },
    },
  ];
}
