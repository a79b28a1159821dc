"""What two plain schedules reach on a file: the yardstick of benchmarks/KeepingUp, which starts this.

    /usr/bin/python3 benchmarks/peers/keeping_up.py FILE --label y --warmup 2000 --delay 0 [--time t] [--categorical a,b] [--ignore c,d]

Needs Debian's python3-sklearn. Every so many rows a model (HistGradientBoostingClassifier, 60 trees of 8 leaves) is trained on
the newest rows whose outcome is known and answers the next ones; it asks nobody. As for the fleet, the whole warm-up is
known when serving begins. A window of one class is not trained on: that class is the answer. Prints JSON.
"""
import argparse
import json

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

from boosting import codes, numbers, read

# Rows between two trainings, and the newest rows that each is given.
SCHEDULES = ((500, 2000), (100, 1000))


def options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("file")
    parser.add_argument("--label", required=True)
    parser.add_argument("--time")
    parser.add_argument("--warmup", type=int, required=True)
    parser.add_argument("--delay", type=int, required=True)
    parser.add_argument("--categorical", default="")
    parser.add_argument("--ignore", default="")
    return parser.parse_args()


def columns(given):
    rows = read(given.file)
    if given.time:
        rows.sort(key=lambda row: row[given.time])
    ignored = set(given.ignore.split(",")) | {given.label, given.time}
    categorical = set(given.categorical.split(","))
    names = [column for column in rows[0] if column not in ignored]
    known = {column: sorted({row[column] for row in rows} - {""}) for column in names if column in categorical}
    x = numpy.array([codes(rows, column, known[column]) if column in known else numbers(rows, column) for column in names]).T
    return x, numpy.array([int(row[given.label]) for row in rows]), [column in known for column in names]


def answers(x, y, categorical, start, end, rows):
    """The answers to the rows by a model of the window, and whether one had to be trained."""
    if len(set(y[start:end])) < 2:
        return numpy.full(len(rows), y[start]), 0
    model = HistGradientBoostingClassifier(
        max_iter=60, max_leaf_nodes=8, early_stopping=False, random_state=0, categorical_features=categorical)
    return model.fit(x[start:end], y[start:end]).predict(rows), 1


def kept(given, x, y, categorical, every, window):
    right = trainings = 0
    for row in range(given.warmup, len(y), every):
        end = max(given.warmup, row - given.delay)
        said, trained = answers(x, y, categorical, max(0, end - window), end, x[row:row + every])
        right += int((said == y[row:row + every]).sum())
        trainings += trained
    return {"every": every, "window": window, "accuracy": right / (len(y) - given.warmup), "trainings": trainings}


def main():
    given = options()
    x, y, categorical = columns(given)
    print(json.dumps([kept(given, x, y, categorical, every, window) for every, window in SCHEDULES]))


if __name__ == "__main__":
    main()
