import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { root } from '../prepare.mjs';
import { run, sourceDate } from './archive.mjs';

/**
 * Builds the Debian package. It installs the program, starts it at login, asks one question, and leaves
 * nothing behind after a purge.
 */

const TEMPLATES = fileURLToPath(new URL('debian', import.meta.url));
const NAME = 'mhb-card-bridge';

/**
 * @typedef {object} DebianOptions
 * @property {string} contents the folder with program, bindings, bill of materials and licences
 * @property {string} version
 * @property {string} maintainer `Name <address>`
 * @property {readonly string[]} origins the operator's own sites, offered as the answer to the question
 * @property {string} work a folder for building the package
 * @property {string} file
 */

/** @param {DebianOptions} options */
export function writeDebianPackage({ contents, version, maintainer, origins, work, file }) {
  rmSync(work, { recursive: true, force: true });
  const at = (/** @type {string} */ path) => {
    mkdirSync(dirname(join(work, path)), { recursive: true });
    return join(work, path);
  };
  /** @param {string} path @param {string} text */
  const write = (path, text) => {
    writeFileSync(at(path), text);
  };
  /** @param {string} path @param {string | Buffer} data */
  const writeCompressed = (path, data) => {
    writeFileSync(at(`${path}.gz`), gzipSync(data, { level: 9 }));
  };
  const template = (/** @type {string} */ name) => readFileSync(join(TEMPLATES, name), 'utf8');
  const filled = (/** @type {string} */ name) =>
    template(name)
      .replaceAll('@VERSION@', version)
      .replaceAll('@MAINTAINER@', maintainer)
      .replaceAll('@ORIGINS@', origins.join(' '))
      .replaceAll('@DATE@', new Date(Number(sourceDate()) * 1000).toUTCString().replace('GMT', '+0000'));

  const library = `usr/lib/${NAME}`;
  for (const name of readdirSync(contents).sort()) {
    if (name === NAME || name.endsWith('.node')) cpSync(join(contents, name), at(`${library}/${name}`));
  }
  chmodSync(join(work, library, NAME), 0o755);
  symlinkSync(`../lib/${NAME}/${NAME}`, at(`usr/bin/${NAME}`));
  write(`usr/lib/systemd/user/${NAME}.service`, template(`${NAME}.service`));
  write(`etc/xdg/autostart/${NAME}.desktop`, template('autostart.desktop'));
  write(`usr/share/applications/${NAME}.desktop`, template('application.desktop'));
  write(`usr/share/icons/hicolor/scalable/apps/${NAME}.svg`, template('icon.svg'));
  write(`usr/share/lintian/overrides/${NAME}`, template('lintian-overrides'));
  write(`usr/share/doc/${NAME}/copyright`, template('copyright'));
  writeCompressed(`usr/share/doc/${NAME}/changelog`, filled('changelog'));
  writeCompressed(`usr/share/doc/${NAME}/LICENCES.txt`, readFileSync(join(contents, 'LICENCES.txt')));
  writeCompressed(`usr/share/doc/${NAME}/sbom.cdx.json`, readFileSync(join(contents, 'sbom.cdx.json')));
  writeCompressed(`usr/share/man/man1/${NAME}.1`, filled(`${NAME}.1`));

  const files = readdirSync(work, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(work.length + 1))
    .sort();
  const sums = files
    .filter((path) => !path.startsWith('etc/'))
    .map(
      (path) =>
        `${createHash('md5')
          .update(readFileSync(join(work, path)))
          .digest('hex')}  ${path}`,
    );
  const kilobytes = files.reduce(
    (sum, path) => sum + Math.ceil(readFileSync(join(work, path)).length / 1024),
    0,
  );
  write('DEBIAN/md5sums', `${sums.join('\n')}\n`);
  write('DEBIAN/conffiles', `/etc/xdg/autostart/${NAME}.desktop\n`);
  write('DEBIAN/control', filled('control').replace('@SIZE@', String(kilobytes)));
  write('DEBIAN/templates', filled('templates'));
  for (const script of ['preinst', 'config', 'postinst', 'prerm', 'postrm']) {
    write(`DEBIAN/${script}`, filled(script));
    chmodSync(join(work, 'DEBIAN', script), 0o755);
  }
  // With several threads, the output would depend on their number.
  run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z2', '--threads-max=1', '--build', work, file], {
    cwd: root,
    env: { ...process.env, SOURCE_DATE_EPOCH: sourceDate() },
  });
}
