import type { BridgeHelpStrings } from './bridge-help.strings.js';

export const bridgeHelpEn: BridgeHelpStrings = {
  remedy: {
    'not-installed':
      'Make sure that the card bridge is installed and running, not paused, and allows this site.',
    denied:
      'Click the icon at the left of the address bar, allow “Local network access” or “Apps on device”, then try again. If you dismiss the prompt three times, Chrome and Edge treat this as a refusal.',
    incompatible: 'Update the card bridge, then try again.',
  },
  steps: 'Install the card bridge',
  download: (system, size) => `Download for ${system} (${size})`,
  system: { windows: 'Windows', macos: 'macOS', linux: 'Linux' },
  install: {
    '.msi': 'Open the downloaded file and follow its steps. You do not need administrator rights.',
    '.deb': 'Open the downloaded file with your system’s software installer.',
    '.tar.gz': 'Unpack the downloaded file and run mhb-card-bridge install in it.',
  },
  open: 'Open “Card bridge” once from the start menu or the applications folder, so that it recognizes this browser.',
  waiting: 'Waiting for the card bridge to start; this page then continues automatically.',
  other: 'Other systems and checksums',
  none: 'This site offers no card bridge for this system.',
  withoutReader: 'This version has no support for card readers and cannot read cards.',
  sandbox:
    'If your browser was installed as a Snap or Flatpak, the bridge’s window may not open automatically; use a browser from your system’s packages.',
};
