"""What retraining on a schedule reaches on a stream, without detecting or deciding: a yardstick for the fleet.

    /usr/bin/python3 benchmarks/peers/schedule.py DATA elec2
    /usr/bin/python3 benchmarks/peers/schedule.py DATA songs

DATA is the folder that MONITORINGDEMO_DATA names. Needs Debian's python3-sklearn. Every so many rows a model
(HistGradientBoostingClassifier, 60 trees of 8 leaves) is trained on the newest rows whose outcome is known and answers the
next ones; the first line is the model of the warm-up, never trained again. Accuracy is over all rows after the warm-up.
"""
import os
import sys

import numpy
from sklearn.ensemble import HistGradientBoostingClassifier

from boosting import SETS, codes, numbers, read

# Warm-up and delay of outcomes in rows, as the fleet is given them.
STREAMS = {"elec2": (8064, 48), "songs": (2400, 200)}
EVERY = (100, 500, 2000)
WINDOWS = (1000, 2000, 4000, 8000)


def columns(folder, name):
    file, label, time, categorical, ignored = SETS[name]
    rows = read(os.path.join(folder, file))
    names = [column for column in rows[0] if column not in ignored and column not in (label, time)]
    known = {column: sorted({row[column] for row in rows} - {""}) for column in names if column in categorical}
    x = numpy.array([codes(rows, column, known[column]) if column in known else numbers(rows, column) for column in names]).T
    return x, numpy.array([int(row[label]) for row in rows]), [column in known for column in names]


def main():
    folder, name = sys.argv[1:]
    warmup, delay = STREAMS[name]
    x, y, categorical = columns(folder, name)

    def trained(start, end):
        model = HistGradientBoostingClassifier(
            max_iter=60, max_leaf_nodes=8, early_stopping=False, random_state=0, categorical_features=categorical)
        return model.fit(x[start:end], y[start:end])

    def accuracy(answers):
        return float((answers == y[warmup:]).mean())

    print(f"never: {accuracy(trained(0, warmup).predict(x[warmup:])):.4f}")
    for every in EVERY:
        for window in WINDOWS:
            answers = [
                trained(max(0, row - delay - window), row - delay).predict(x[row:row + every])
                for row in range(warmup, len(y), every)]
            print(f"every {every} rows on the newest {window}: {accuracy(numpy.concatenate(answers)):.4f}", flush=True)


if __name__ == "__main__":
    main()
