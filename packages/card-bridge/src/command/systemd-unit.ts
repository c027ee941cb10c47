export interface SystemdUnitOptions {
  /** The bridge's program with the arguments that must precede its options. */
  readonly executable: readonly string[];
  readonly configPath: string;
  readonly dataDir: string;
  /** The only folders to which the bridge may write. */
  readonly writable: readonly string[];
}

/**
 * Builds a systemd user unit. The bridge runs as the person who owns the card, never as root, and only while
 * that person is logged in.
 */
export function systemdUnit({ executable, configPath, dataDir, writable }: SystemdUnitOptions): string {
  const words = [...executable, '--config', configPath, '--data', dataDir, 'run'].map(quote);
  return `[Unit]
Description=Card bridge: NHI and certificate cards for web pages

[Service]
ExecStart=${words.join(' ')}
Restart=on-failure
RestartSec=2
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ReadWritePaths=${writable.map(quote).join(' ')}
RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
UMask=0077

[Install]
WantedBy=default.target
`;
}

/** Quotes an argument, because systemd splits at spaces and interprets %, $, and \\. */
const quote = (word: string): string =>
  `"${word.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$')}"`;
