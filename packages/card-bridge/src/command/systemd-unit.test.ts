import { expect, it } from 'vitest';
import { systemdUnit } from './systemd-unit.js';

it('quotes what systemd would interpret', () => {
  const unit = systemdUnit({
    executable: ['/usr/bin/node', '/opt/a b/bridge.js'],
    configPath: '/home/$me/100%.json',
    dataDir: '/home/"x"\\y',
    writable: ['/home/a b', '/home/c'],
  });
  expect(unit).toContain(
    'ExecStart="/usr/bin/node" "/opt/a b/bridge.js" "--config" "/home/$$me/100%%.json" "--data" "/home/\\"x\\"\\\\y" "run"\n',
  );
  expect(unit).toContain('ReadWritePaths="/home/a b" "/home/c"\n');
});
