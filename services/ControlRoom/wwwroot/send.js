import { t } from './language.js';

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
    throw new Error(t('send.silent'));
  }
  if (response.ok) {
    await response.text();
    return;
  }
  const problem = await response.json().catch(() => ({}));
  throw new Error(problem.detail ?? problem.title ?? t('send.answered', { status: response.status }));
}
