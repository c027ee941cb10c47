import { describe } from 'vitest';
import { commands } from './commands.js';

describe('on the embedded database', () => commands('embedded'));
