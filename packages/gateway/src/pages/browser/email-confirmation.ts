/**
 * The page to which the e-mail sent to a new address links. The ticket is in the URL fragment, which browsers do
 * not send to servers.
 */

const ticket = new URLSearchParams(location.hash.slice(1)).get('ticket');
const show = (id: string): void => {
  for (const each of ['ask', 'done', 'failure']) {
    const element = document.getElementById(each);
    if (element !== null) element.hidden = each !== id;
  }
};

async function confirm(): Promise<void> {
  const response = await fetch('/v1/email-confirmations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ticket }),
    credentials: 'omit',
  });
  show(response.ok ? 'done' : 'failure');
}

// Opening the page does not confirm the address, because mail programs open links to check them. The person has to
// press the button.
document.getElementById('confirm')?.addEventListener('click', () => {
  confirm().catch(() => show('failure'));
});

export {};
