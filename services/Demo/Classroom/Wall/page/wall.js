// The wall asks once a second; what it shows is made anew only where it changed, so that nothing moves under the pointer.
const EVERY_MS = 1000;
const SVG = 'http://www.w3.org/2000/svg';

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const at = id => document.getElementById(id);
const percent = value => (value === null || value === undefined ? '–' : `${(100 * value).toFixed(1)} %`);
const count = value => new Intl.NumberFormat('en').format(value ?? 0);

const team = h('select', { 'aria-label': 'Team' });
const scenario = h('select', { 'aria-label': 'Scenario' });
const pace = h('input', { type: 'number', min: 0, max: 10000, value: 50, 'aria-label': 'Songs a second' });
at('orders').append(
  team,
  scenario, button('Start scenario', () => order('scenario', { scenario: scenario.value })), button('End scenario', () => order('end')),
  button('Pause', () => order('pace', { songsPerSecond: 0 })), pace, button('Set pace', () => order('pace', { songsPerSecond: Number(pace.value) })),
  button('Start mystery', () => order('mystery')), button('Reveal', () => order('reveal')),
  button('Spotlight', () => order('spotlight')),
  button('Start over', () => { if (confirm(`Start over: the data of ${team.value || 'ALL teams'} will be deleted. Do it?`)) order('reset'); }));
at('join').append('Teams join at ', h('strong', {}, `${location.origin}/join`));

function button(text, onclick) {
  return h('button', { type: 'button', onclick }, text);
}

async function order(what, body = {}) {
  at('error').textContent = '';
  at('notice').textContent = '';
  const response = await fetch(`v1/wall/${what}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ ...body, team: team.value || null }),
  }).catch(() => null);
  if (response?.ok) {
    at('notice').textContent = `Done for ${team.value || 'all teams'}.`;
    await response.text();
  } else {
    const problem = await response?.json().catch(() => null);
    at('error').textContent = problem?.detail ?? problem?.title ?? 'The classroom does not answer.';
  }
}

function line(points) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 100 100');
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', points.length ? `Accuracy over the newest songs, from ${percent(points[0])} to ${percent(points.at(-1))}` : 'No outcomes yet');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', points.map((value, i) => `${i ? 'L' : 'M'}${(100 * i) / Math.max(1, points.length - 1)} ${100 - 100 * value}`).join(' '));
  svg.append(path);
  return svg;
}

function card({ name, code, problem, fleet, mystery }) {
  if (!fleet) return [h('h3', {}, name, h('code', {}, code)), h('p', { class: 'error' }, problem ?? 'It does not run.')];
  return [
    h('h3', {}, h('a', { href: `team/${name}/`, target: '_blank' }, name), h('code', {}, code)),
    h('p', {}, h('span', { class: 'large' }, percent(fleet.accuracy)), h('span', { class: 'soft' }, ` twin ${percent(fleet.staticAccuracy)}`)),
    line(fleet.accuracyOverRows),
    h('p', { class: 'soft' }, `song ${count(fleet.row)} · ${fleet.songsPerSecond === 0 ? 'paused' : `${count(fleet.songsPerSecond)} a second`} · model ${fleet.championVersion} · ${fleet.openAlerts} alerts`),
    h('p', {}, fleet.scenario ? `Scenario: ${fleet.scenario}` : fleet.feed[0] ? h('span', { class: fleet.feed[0].tone }, fleet.feed[0].title) : ''),
    mystery ? h('p', {}, mystery.hasBegun ? h('a', { href: `v1/wall/mysteries/${mystery.id}`, target: '_blank' }, mystery.text) : mystery.text) : null,
  ];
}

function keep(parent, key, value, make) {
  const now = JSON.stringify(value);
  if (parent.dataset[key] === now) return;
  parent.dataset[key] = now;
  parent.replaceChildren(...make(value));
}

function show({ teams, spotlight, league }) {
  if (team.childElementCount !== teams.length + 1) {
    team.replaceChildren(h('option', { value: '' }, 'all teams'), ...teams.map(({ name }) => h('option', { value: name }, name)));
    at('teams').replaceChildren(...teams.map(({ name }) => h('article', { class: 'team', 'data-team': name })));
  }
  teams.forEach((one, i) => keep(at('teams').children[i], 'shown', one, card));

  const lit = teams.find(({ name }) => name === spotlight);
  at('spotlight').hidden = !lit;
  at('spotlight-title').textContent = lit?.name ?? '';
  if (lit) {
    keep(at('spotlight-body'), 'shown', lit, one => [
      ...card(one).slice(1),
      h('ul', {}, ...(one.fleet?.feed ?? []).map(entry => h('li', {}, h('strong', { class: entry.tone }, entry.title), ` (song ${count(entry.row)}) ${entry.text}`)))]);
  }
  if (league) keep(at('league'), 'shown', league, rows => [table(rows)]);
}

function table(rows) {
  const head = ['', 'Team', 'Mysteries', 'Points', 'Mean', 'Right now'];
  return h('table', {}, h('thead', {}, h('tr', {}, ...head.map((name, i) => h('th', { scope: 'col', class: i === 1 ? null : 'number' }, name)))),
    h('tbody', {}, ...rows.map((row, i) => h('tr', {},
      ...[i + 1, row.team, row.mysteries, row.points, row.mysteries ? row.mean.toFixed(1) : '–', percent(row.accuracy)].map((cell, column) => h('td', { class: column === 1 ? null : 'number' }, `${cell}`))))));
}

async function ask() {
  const response = await fetch('v1/wall').catch(() => null);
  at('link').textContent = response?.ok ? '' : response?.status === 401 ? 'The token is no longer right: open the address that the classroom printed.' : 'The classroom does not answer.';
  if (response?.ok) show(await response.json());
  setTimeout(ask, EVERY_MS);
}

const offers = await (await fetch('v1/wall/scenarios')).json();
for (const group of new Set(offers.map(offer => offer.group)))
  scenario.append(h('optgroup', { label: group }, ...offers.filter(offer => offer.group === group).map(offer => h('option', { value: offer.id }, offer.title))));
await ask();
