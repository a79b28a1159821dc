#!/usr/bin/python3
"""What scikit-learn makes of some scores: tests/Learning.Tests/Fixtures/evaluation.json.

Run from the root of the repository, with Debian's python3-sklearn:

    /usr/bin/python3 benchmarks/peers/evaluation.py > tests/Learning.Tests/Fixtures/evaluation.json

The block lengths are those of Politis and White (2004), as corrected in 2009, computed here with numpy in another way
than the library does it.
"""
import json
import math
import sys
import warnings

import numpy as np
import sklearn
from sklearn import metrics

GROUPS = ["x", "y", "z"]


def measure(labels, scores):
    answers = (scores >= 0.5).astype(int)
    (tn, fp), (fn, tp) = metrics.confusion_matrix(labels, answers, labels=[0, 1])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {
            "rows": len(labels),
            "accuracy": metrics.accuracy_score(labels, answers),
            "balancedAccuracy": metrics.balanced_accuracy_score(labels, answers),
            "auc": metrics.roc_auc_score(labels, scores),
            "averagePrecision": metrics.average_precision_score(labels, scores),
            "logLoss": metrics.log_loss(labels, scores, labels=[0, 1]),
            "brier": metrics.brier_score_loss(labels, scores),
            "precision": metrics.precision_score(labels, answers, zero_division=0.0),
            "recall": metrics.recall_score(labels, answers, zero_division=0.0),
            "specificity": metrics.recall_score(labels, answers, pos_label=0, zero_division=0.0),
            "confusion": [int(tn), int(fp), int(fn), int(tp)],
        }


def case(name, labels, scores, random):
    groups = random.integers(0, len(GROUPS), len(labels))
    slices = [
        {"slice": f"group={name}", **measure(labels[groups == code], scores[groups == code])}
        for code, name in enumerate(GROUPS)
    ]
    return {
        "name": name,
        "labels": labels.tolist(),
        "scores": scores.tolist(),
        "groups": groups.tolist(),
        "all": measure(labels, scores),
        "slices": slices,
    }


def cases(random):
    labels = random.integers(0, 2, 200)
    yield case("many ties, and scores of 0 and 1", labels, np.clip(np.round(0.5 + 0.3 * (labels - 0.5) + 0.25 * random.standard_normal(200), 2), 0, 1), random)
    labels = (random.random(500) < 0.06).astype(int)
    yield case("a rare class", labels, 1 / (1 + np.exp(3 - 2.0 * labels - random.standard_normal(500))), random)
    labels = random.integers(0, 2, 300)
    yield case("a model that is wrong", labels, 1 / (1 + np.exp(2.0 * (labels - 0.5) + random.standard_normal(300))), random)
    labels = np.tile([0, 1], 60)
    yield case("the same score for every row", labels, np.full(120, 0.5), random)


def autoregression(random, rows, rho):
    noise = random.standard_normal(rows)
    series = [noise[0]]
    for value in noise[1:]:
        series.append(rho * series[-1] + value)
    return np.round(series, 6)


def block_length(series):
    n = len(series)
    quiet = max(5, math.ceil(math.sqrt(math.log10(n))))
    longest = math.ceil(math.sqrt(n)) + quiet
    centred = series - series.mean()
    covariances = np.array([np.sum(centred[lag:] * centred[: n - lag]) / n for lag in range(longest + 1)])
    loud = np.abs(covariances[1:] / covariances[0]) >= 1.959963984540054 * math.sqrt(math.log10(n) / n)
    starts = [start for start in range(longest - quiet + 1) if not loud[start : start + quiet].any()]
    after = starts[0] if starts else int(np.nonzero(loud)[0][-1]) + 1
    window = min(longest, 2 * max(1, after))
    lags = np.arange(-window, window + 1)
    weights = np.minimum(1.0, 2 * (1 - np.abs(lags) / window))
    values = covariances[np.abs(lags)]
    g = np.sum(weights * np.abs(lags) * values)
    d = 4 / 3 * np.sum(weights * values) ** 2
    best = (2 * g**2 / d) ** (1 / 3) * n ** (1 / 3)
    return math.ceil(min(max(best, 1), math.ceil(min(3 * math.sqrt(n), n / 3))))


def main():
    random = np.random.default_rng(4)
    series = [autoregression(random, 400, rho) for rho in (-0.4, 0.0, 0.3, 0.7, 0.95)]
    json.dump(
        {
            "command": "/usr/bin/python3 benchmarks/peers/evaluation.py",
            "scikitLearn": sklearn.__version__,
            "cases": list(cases(random)),
            "blockLengths": [{"series": s.tolist(), "length": block_length(s)} for s in series],
        },
        sys.stdout,
    )
    print()


if __name__ == "__main__":
    main()
