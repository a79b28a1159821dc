import { connect } from './stream.js';
import { createStore } from './store.js';

const store = createStore();

// Every element with data-panel is brought to life by the module of that name.
const panels = [...document.querySelectorAll('[data-panel]')];
await Promise.all(panels.map(async section => {
  try {
    const panel = await import(`./panels/${section.dataset.panel}.js`);
    panel.default(section, store);
  } catch (error) {
    // One broken panel must not take the others with it.
    section.classList.add('broken');
    section.append(`The panel “${section.dataset.panel}” does not work: ${error.message}`);
  }
}));

store.on(['status'], ({ status }) => {
  document.querySelector('[data-model]').textContent = status.model ? `· model “${status.model}”` : '';
});

connect('events', store);
