/** The clinic's own code: the address of the gateway, and what to do with accepted data. */

const { gateway } = await (await fetch('/settings.json')).json();
document.querySelector('#suite').setAttribute('gateway', gateway);

addEventListener('mhb-receive', ({ received: { resources, verified } }) => {
  // A hospital's system would store it here, marked as reported by the patient unless it is verified.
  const entries = resources.reduce((sum, { entry = [] }) => sum + entry.length, 0);
  document.querySelector('#taken').textContent = `${verified ? '已驗證' : '病人自述'}：${entries}`;
});
