/** How long the browser may take to begin copying the file before its address is withdrawn. */
const KEEP_MS = 60_000;

/** Lets the browser save bytes under a name, as if they had been downloaded. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
