import { packages, rooms } from './rooms.js';

/** Rules of dependency-cruiser, made from the tables in `rooms.js`. */

const escape = (/** @type {string} */ text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * A row may name only the rows above it. @param {Readonly<Record<string, readonly string[]>>} table @param
 * {string} where
 */
function assertOrder(table, where) {
  const above = new Set(['*']);
  for (const [name, allowed] of Object.entries(table)) {
    for (const other of allowed) {
      if (!above.has(other))
        throw new Error(`rooms.js: ${where}: ${name} names ${other}, which is not above it`);
    }
    above.add(name);
  }
}

assertOrder(packages, 'packages');
for (const [name, table] of Object.entries(rooms)) assertOrder(table, name);

const folderOf = (/** @type {string} */ room) => room.replace(/\/\*\*$/, '');

/** The files of a room, as a regular expression. @param {string} pkg @param {string} room */
function filesOf(pkg, room) {
  const src = `^packages/${pkg}/src/`;
  if (room === '*') {
    const named = Object.keys(rooms[pkg]).flatMap((name) => (/^\*|\.ts$/.test(name) ? [] : [folderOf(name)]));
    return `${src}(?!(?:${named.map(escape).join('|')})/)[^/]+/`;
  }
  if (room.endsWith('/**')) return `${src}${escape(folderOf(room))}/`;
  return room.endsWith('.ts') ? `${src}${escape(room)}$` : `${src}${escape(room)}/[^/]+$`;
}

/** Inside a package, a room imports itself and what its row names. */
const betweenRooms = Object.entries(rooms).flatMap(([pkg, table]) =>
  Object.entries(table).map(([room, allowed], index, rows) => {
    const names = allowed.includes('*') ? rows.slice(0, index).map(([name]) => name) : allowed;
    const own = room === '*' ? `^packages/${pkg}/src/$1/` : filesOf(pkg, room);
    const from = room === '*' ? filesOf(pkg, room).replace(/\[\^\/\]\+\/$/, '([^/]+)/') : filesOf(pkg, room);
    return {
      name: `${pkg}/${room}`,
      comment: `${room} may import ${names.join(', ') || 'no other room'} (rooms.js).`,
      severity: 'error',
      from: { path: from },
      to: { path: `^packages/${pkg}/src/`, pathNot: [own, ...names.map((name) => filesOf(pkg, name))] },
    };
  }),
);

/** A package imports the packages in its row by their names, and thus only what they publish. */
const betweenPackages = Object.entries(packages).map(([pkg, allowed]) => ({
  name: `package ${pkg}`,
  comment: `${pkg} may import ${allowed.join(', ') || 'no other package'}, by name (rooms.js).`,
  severity: 'error',
  from: { path: `^packages/${pkg}/src/` },
  to: {
    // By its name where the package is not built yet.
    path: '^(?:packages|@mhb-kit)/',
    pathNot: [
      `^packages/${pkg}/`,
      ...allowed.flatMap((other) => [`^packages/${other}/dist/`, `^@mhb-kit/${other}(?:/|$)`]),
    ],
  },
}));

/** Every file belongs to a room. */
const withoutRoom = {
  name: 'in no room',
  comment: 'The folder or file has no row in rooms.js.',
  severity: 'error',
  from: {
    path: '^packages/[^/]+/src/',
    pathNot: Object.entries(rooms).flatMap(([pkg, table]) =>
      Object.keys(table).map((room) => filesOf(pkg, room)),
    ),
  },
  to: {},
};

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...betweenRooms,
    ...betweenPackages,
    withoutRoom,
    {
      name: 'no-circle',
      comment: 'Files import each other in a circle.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'Folders import each other in a circle.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'through-the-index',
      comment: "In core, import another folder's index.ts, not its inside.",
      severity: 'error',
      from: { path: '^packages/core/src/([^/]+)/' },
      to: { path: '^packages/core/src/[^/]+/', pathNot: ['^packages/core/src/$1/', '/index\\.ts$'] },
    },
  ],
  options: {
    exclude: { path: '\\.(?:test|spec)\\.ts$|\\.d\\.ts$' },
    doNotFollow: { path: 'node_modules|/dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
