/** How long the file's object URL stays valid, which gives the browser time to start the download. */
const KEEP_MS = 60_000;

/** Saves a file as a browser download, or through the share sheet in a web app on the iOS Home Screen. */
export function saveFile(blob: Blob, fileName: string): void {
  if ((navigator as { standalone?: boolean }).standalone !== true) {
    download(blob, fileName);
    return;
  }
  // Web apps added to the iOS Home Screen cannot download files, so the file is saved through the share sheet.
  navigator.share({ files: [new File([blob], fileName, { type: blob.type })] }).catch((thrown: unknown) => {
    if ((thrown as DOMException).name !== 'AbortError') download(blob, fileName);
  });
}

function download(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
  }, KEEP_MS);
}
