"""scikit-learn's side of benchmarks/Learning: reads a file of doubles, then measures what standard input asks for.

Started by the benchmark; needs Debian's python3-sklearn. One line in, the seconds that it took out.
"""
import sys
import time

import numpy
import sklearn
from sklearn.ensemble import HistGradientBoostingClassifier

FEATURES = 20
SINGLES = 200
BATCH = 1000


def fitted(x, y, trees):
    model = HistGradientBoostingClassifier(
        max_iter=trees, max_leaf_nodes=31, learning_rate=0.1, early_stopping=False, random_state=0)
    return model.fit(x, y)


def main():
    table = numpy.fromfile(sys.argv[1], dtype="<f8").reshape(-1, FEATURES + 1)
    x, y = numpy.ascontiguousarray(table[:, :FEATURES]), table[:, FEATURES].astype(int)
    print(f"scikit-learn {sklearn.__version__}", flush=True)
    model = None
    for line in sys.stdin:
        task = line.strip()
        if task != "train" and model is None:
            model = fitted(x, y, 100)
        began = time.perf_counter()
        if task == "train":
            fitted(x, y, 150)
        elif task == "one":
            for i in range(SINGLES):
                model.predict_proba(x[i:i + 1])
        elif task == "batch":
            for at in range(0, len(x), BATCH):
                model.predict_proba(x[at:at + BATCH])
        else:
            raise ValueError(f"unknown task {task!r}")
        print(time.perf_counter() - began, flush=True)


main()
