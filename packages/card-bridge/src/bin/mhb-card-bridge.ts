#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { runCommand } from '../command/main.js';

await runCommand([process.execPath, fileURLToPath(import.meta.url)]);
