/** Sends a command. Throws an Error whose message can be shown to people. */
export async function send(path, body = {}) {
  let response;
  try {
    response = await fetch(`v1/control/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch {
    throw new Error('The control room does not answer. Is the demo running?');
  }
  if (response.ok) {
    await response.text();
    return;
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? problem.title ?? `The control room answered ${response.status}.`);
}
