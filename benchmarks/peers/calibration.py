#!/usr/bin/python3
"""Writes tests/Learning.Tests/Fixtures/calibration.json: what scikit-learn makes of the same scores and labels.

    /usr/bin/python3 benchmarks/peers/calibration.py

needs Debian's python3-sklearn. The tests read the numbers and need no Python.
"""

import json
import pathlib

import numpy as np
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.isotonic import IsotonicRegression

TARGET = pathlib.Path(__file__).resolve().parents[2] / "tests/Learning.Tests/Fixtures/calibration.json"


def case(name, scores, labels):
    log_odds = np.log(scores / (1 - scores))
    isotonic = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(scores, labels)
    sigmoid = _SigmoidCalibration().fit(log_odds, labels)
    query = np.round(np.linspace(0.01, 0.99, 23), 4)
    slope, intercept = polish(-sigmoid.a_, -sigmoid.b_, log_odds, labels)
    observed, said = calibration_curve(labels, scores, n_bins=10, strategy="uniform")
    return {
        "name": name,
        "scores": scores.tolist(),
        "labels": labels.tolist(),
        "query": query.tolist(),
        "isotonic": isotonic.predict(query).tolist(),
        "sklearnSlope": -sigmoid.a_,
        "sklearnIntercept": -sigmoid.b_,
        "slope": slope,
        "intercept": intercept,
        "equalWidth": {"said": said.tolist(), "observed": observed.tolist(), "error": expected_error(scores, labels, np.minimum((scores * 10).astype(int), 9))},
        "equalMassError": expected_error(scores, labels, equal_mass(scores)),
    }


def polish(slope, intercept, x, labels):
    """scikit-learn stops at a gradient of 1e-5 or so; Newton's steps from there settle the remaining digits."""
    ones = labels.sum()
    target = np.where(labels == 1, (ones + 1) / (ones + 2), 1 / (len(labels) - ones + 2))
    for _ in range(20):
        p = 1 / (1 + np.exp(-(slope * x + intercept)))
        design = np.column_stack([x, np.ones_like(x)])
        step = np.linalg.solve(design.T @ (design * (p * (1 - p))[:, None]), design.T @ (p - target))
        slope, intercept = slope - step[0], intercept - step[1]
    return float(slope), float(intercept)


def equal_mass(scores):
    bins = np.empty(len(scores), dtype=int)
    for number, rows in enumerate(np.array_split(np.argsort(scores, kind="stable"), 10)):
        bins[rows] = number
    return bins


def expected_error(scores, labels, bins):
    return float(sum((bins == b).mean() * abs(scores[bins == b].mean() - labels[bins == b].mean()) for b in np.unique(bins)))


def main():
    random = np.random.default_rng(20261125)
    cases = []
    for name, rows, power in [("calibrated", 400, 1.0), ("overconfident", 600, 0.5), ("skewed", 300, 3.0)]:
        # Six digits and no two alike, so that no bin's edge is touched.
        scores = np.round(random.uniform(0.001, 0.999, rows), 6) + 1e-8
        truth = scores**power / (scores**power + (1 - scores) ** power) if name == "overconfident" else scores**power
        cases.append(case(name, scores, (random.uniform(size=rows) < truth).astype(int)))
    TARGET.write_text(json.dumps({"cases": cases}) + "\n")


if __name__ == "__main__":
    main()
