import type { BridgeHelpStrings } from './bridge-help.strings.js';

export const bridgeHelpEn: BridgeHelpStrings = {
  remedy: {
    'not-installed':
      'Make sure that the card bridge is installed, is running, is not paused, and allows this site.',
    denied:
      'Click the icon to the left of the address, allow “Local network access” or “Apps on device”, then try again. If you dismiss the prompt three times, Chrome and Edge treat this as a refusal.',
    incompatible: 'Update the card bridge, then try again.',
  },
  steps: 'Install the card bridge',
  download: (system, size) => `Download for ${system} (${size})`,
  system: { windows: 'Windows', macos: 'macOS', linux: 'Linux' },
  install: {
    '.msi': 'Open the downloaded file and follow the instructions. You do not need administrator rights.',
    '.deb': 'Open the downloaded file with your system’s software installer.',
    '.tar.gz': 'Unpack the downloaded file, and run mhb-card-bridge install in the unpacked folder.',
  },
  open: 'Open “Card bridge” once from the start menu or the applications folder, so that it recognizes this browser.',
  waiting: 'Waiting for the card bridge to start. This page will then continue automatically.',
  other: 'Other systems and checksums',
  none: 'This site does not offer a card bridge for this operating system.',
  withoutReader: 'This version of the card bridge does not support card readers, so it cannot read cards.',
  sandbox:
    'If your browser was installed as a Snap or Flatpak, the bridge’s window may not open automatically; use a browser from your distribution’s packages instead.',
};
