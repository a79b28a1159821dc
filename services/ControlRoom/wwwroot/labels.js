/** Places labels beside each other on one line; those that would overlap become one, so that none is lost.
    `items` are sorted by `at`; `width(text)` is a label's width; all lie between `from` and `to`.
    A label names at most so many; of more, the first and the last. */
export function merge(items, width, from, to, gap, named) {
  const labels = [];
  for (const item of items) {
    let label = place({ ...item, first: item.at, last: item.at }, width, from, to, named);
    while (labels.length > 0 && label.start < labels.at(-1).start + labels.at(-1).width + gap) {
      const before = labels.pop();
      label = place({ first: before.first, last: label.last, kind: label.kind, texts: [...before.texts, ...label.texts] }, width, from, to, named);
    }
    labels.push(label);
  }
  return labels;
}

function place(label, width, from, to, named) {
  const text = say(label.texts, named);
  const wide = width(text);
  const start = Math.min(Math.max((label.first + label.last) / 2 - wide / 2, from), to - wide);
  return { ...label, text, width: wide, start };
}

function say(texts, named) {
  const different = texts.filter((text, i) => text !== texts[i - 1]);
  return different.length <= named ? different.join(', ') : `${different[0]} … ${different.at(-1)}`;
}
