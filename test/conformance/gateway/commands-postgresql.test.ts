import { describe } from 'vitest';
import { commands } from './commands.js';
import { postgresInstalled } from './postgres-server.js';

describe.skipIf(!postgresInstalled)('on PostgreSQL', () => commands('postgresql'));
