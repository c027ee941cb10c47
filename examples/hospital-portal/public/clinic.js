/** The clinic's own code: where the gateway is, and what becomes of what a clinician takes over. */

const { gateway } = await (await fetch('/settings.json')).json();
document.querySelector('#suite').setAttribute('gateway', gateway);

addEventListener('mhb-receive', ({ received: { resources, verified } }) => {
  // A hospital's system would file it here, marked as told by the patient unless it is verified.
  const entries = resources.reduce((sum, { entry = [] }) => sum + entry.length, 0);
  document.querySelector('#taken').textContent = `${verified ? '已驗證' : '病人自述'}：${entries}`;
});
