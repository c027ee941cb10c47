import {
  chmodSync,
  cpSync,
  existsSync,
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
 * Builds the Debian packages. The bridge's installs the program, starts it at login, asks one question, and
 * leaves nothing behind after a purge. The other contains the files of a kiosk.
 */

const BRIDGE = 'mhb-card-bridge';
const KIOSK = 'mhb-kiosk';
const MACHINE = join(root, 'examples/municipal-kiosk/machine');

/**
 * @typedef {object} DebianOptions
 * @property {string} version
 * @property {string} maintainer `Name <address>`
 * @property {string} work a folder for building the package
 * @property {string} file
 */

/**
 * @param {DebianOptions & { readonly contents: string, readonly origins: readonly string[] }} options
 *   `contents`: the folder with program, bindings, bill of materials and licenses; `origins`: the operator's own sites,
 *   offered as the answer to the question
 */
export function writeDebianPackage({ contents, origins, ...options }) {
  const { at, write, writeCompressed, template, filled, pack } = debianPackage(BRIDGE, 'debian', options, {
    '@ORIGINS@': origins.join(' '),
  });
  const library = `usr/lib/${BRIDGE}`;
  for (const name of readdirSync(contents).sort()) {
    if (name === BRIDGE || name.endsWith('.node')) cpSync(join(contents, name), at(`${library}/${name}`));
  }
  chmodSync(at(`${library}/${BRIDGE}`), 0o755);
  symlinkSync(`../lib/${BRIDGE}/${BRIDGE}`, at(`usr/bin/${BRIDGE}`));
  write(`usr/lib/systemd/user/${BRIDGE}.service`, template(`${BRIDGE}.service`));
  write(`etc/xdg/autostart/${BRIDGE}.desktop`, template('autostart.desktop'));
  write(`usr/share/applications/${BRIDGE}.desktop`, template('application.desktop'));
  write(`usr/share/icons/hicolor/scalable/apps/${BRIDGE}.svg`, template('icon.svg'));
  write(`usr/share/lintian/overrides/${BRIDGE}`, template('lintian-overrides'));
  writeCompressed(`usr/share/doc/${BRIDGE}/LICENCES.txt`, readFileSync(join(contents, 'LICENCES.txt')));
  writeCompressed(`usr/share/doc/${BRIDGE}/sbom.cdx.json`, readFileSync(join(contents, 'sbom.cdx.json')));
  writeCompressed(`usr/share/man/man1/${BRIDGE}.1`, filled(`${BRIDGE}.1`));
  pack([`/etc/xdg/autostart/${BRIDGE}.desktop`]);
}

/** The machine's files of a kiosk (`examples/municipal-kiosk/machine`). @param {DebianOptions} options */
export function writeKioskPackage(options) {
  const { write, template, pack } = debianPackage(KIOSK, 'kiosk', options, {});
  const machine = (/** @type {string} */ name) =>
    readFileSync(join(MACHINE, name), 'utf8').replaceAll('/opt/mhb-kiosk', `/usr/lib/${KIOSK}`);
  for (const name of readdirSync(MACHINE)) {
    if (name.endsWith('.mjs')) write(`usr/lib/${KIOSK}/${name}`, machine(name));
    if (/\.(?:service|mount)$/.test(name)) write(`usr/lib/systemd/system/${name}`, machine(name));
    if (name.endsWith('.json')) write(`usr/share/${KIOSK}/${name}`, machine(name));
  }
  write(`usr/share/${KIOSK}/card-bridge.json`, template('card-bridge.json'));
  write('usr/lib/udev/rules.d/99-mhb-stick.rules', machine('99-mhb-stick.rules'));
  write('usr/share/X11/xorg.conf.d/10-mhb-kiosk.conf', machine('10-mhb-kiosk.conf'));
  write(`usr/lib/systemd/logind.conf.d/${KIOSK}.conf`, machine('logind.conf'));
  write(`usr/lib/systemd/system/user-.slice.d/${KIOSK}.conf`, machine('user-slice.conf'));
  write(`usr/lib/tmpfiles.d/${KIOSK}.conf`, template(`${KIOSK}.tmpfiles`));
  pack([]);
}

/**
 * The files that every package has, from the templates in a folder next to this file.
 * @param {string} name @param {string} folder @param {DebianOptions} options
 * @param {Readonly<Record<string, string>>} more placeholders of the templates and their values
 */
function debianPackage(name, folder, { version, maintainer, work, file }, more) {
  const templates = fileURLToPath(new URL(folder, import.meta.url));
  const placeholders = Object.entries({
    '@VERSION@': version,
    '@MAINTAINER@': maintainer,
    '@DATE@': new Date(Number(sourceDate()) * 1000).toUTCString().replace('GMT', '+0000'),
    ...more,
  });
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
  const template = (/** @type {string} */ part) => readFileSync(join(templates, part), 'utf8');
  const filled = (/** @type {string} */ part) =>
    placeholders.reduce((text, [from, to]) => text.replaceAll(from, to), template(part));

  /** @param {readonly string[]} conffiles */
  const pack = (conffiles) => {
    write(`usr/share/doc/${name}/copyright`, template('copyright'));
    writeCompressed(`usr/share/doc/${name}/changelog`, filled('changelog'));
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
    if (conffiles.length > 0) write('DEBIAN/conffiles', `${conffiles.join('\n')}\n`);
    write('DEBIAN/control', filled('control').replace('@SIZE@', String(kilobytes)));
    write('DEBIAN/templates', filled('templates'));
    for (const script of ['preinst', 'config', 'postinst', 'prerm', 'postrm']) {
      if (!existsSync(join(templates, script))) continue;
      write(`DEBIAN/${script}`, filled(script));
      chmodSync(join(work, 'DEBIAN', script), 0o755);
    }
    // With several threads, the output would depend on their number.
    run('dpkg-deb', ['--root-owner-group', '-Zxz', '-z2', '--threads-max=1', '--build', work, file], {
      cwd: root,
      env: { ...process.env, SOURCE_DATE_EPOCH: sourceDate() },
    });
  };
  return { at, write, writeCompressed, template, filled, pack };
}
