/** How long the browser may take to start copying the file before its URL is revoked. */
const KEEP_MS = 60_000;

/** Lets the browser save bytes under a name, like a download. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
