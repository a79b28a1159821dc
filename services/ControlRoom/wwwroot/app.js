import { wireTerms } from './glossary.js';
import { load, t } from './language.js';
import { connect } from './stream.js';
import { createStore } from './store.js';
import { offerTour } from './tour.js';

const store = createStore();

// Every element with data-panel is brought to life by the module of that name. They are fetched while the texts are.
const panels = [...document.querySelectorAll('[data-panel]')].map(section => ({ section, module: import(`./panels/${section.dataset.panel}.js`) }));
try {
  await load();
} catch (error) {
  // Without texts there is no sentence to say it in: which file, and with which status, stands there.
  Object.assign(document.getElementById('outage'), { hidden: false, textContent: error.message });
  throw error;
}
document.title = `${t('page.title')} · K.R.A.P. Records`;
wireTerms(document);
await Promise.all(panels.map(async ({ section, module }) => {
  try {
    (await module).default(section, store);
  } catch (error) {
    // One broken panel must not take the others with it.
    section.classList.add('broken');
    section.append(t('page.broken', { panel: section.dataset.panel, error: error.message }));
  }
}));

store.on(['status'], ({ status }) => {
  document.querySelector('[data-model]').textContent = status.model ? `· ${t('page.model', { model: status.model })}` : '';
});

connect('events', store);
offerTour(document.getElementById('tour'));
